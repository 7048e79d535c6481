use super::judge::{Value, in_value};
use super::rules::Rules;
use super::seen::{Part, Seen};
use crate::annual::Opinion;
use crate::scan::{Kind, Setting};

/// Looks at what the register of opinions publishes of each: on which way it came, to whom it was passed, what changed.
/// Its text is for the office only. `file` is the whole file, and places are those in it.
pub fn look_at_opinions(opinions: &[Opinion], file: &str, rules: &Rules) -> Vec<Seen> {
    let mut all = Vec::new();
    for Opinion { span: _, date: _, channel, passed_to, answered: _, changed } in opinions {
        for words in [Some(channel), passed_to.as_ref(), changed.as_ref()].into_iter().flatten() {
            // The words come to stand in the cells of a table.
            let setting = Setting::new(Kind::Listed, &rules.office);
            let value = Value { text: words.trim(), span: words.span, part: Part::Content, setting };
            all.extend(in_value(&value, file));
        }
    }
    all
}
