use crate::say;
use crate::source::{Fields, Key};
use crate::term::{Cadence, Term};
use crate::text::Text;

/// What the hall's screen shows (大厅屏幕), and how fast it turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// How long a card stays, in seconds.
    pub seconds: u64,
    /// How many items it shows at most; what is open to objections comes on top.
    pub items: u64,
    /// Items of which cadences.
    pub cadences: Vec<Cadence>,
    /// Items of which units, by id or name; all where empty.
    pub units: Vec<String>,
}

impl Default for Screen {
    fn default() -> Self {
        use Cadence::{HalfYearly, Monthly, Quarterly, Staged, Timely, Yearly};
        let cadences = vec![Monthly, Quarterly, HalfYearly, Yearly, Staged, Timely];
        Self { seconds: 15, items: 12, cadences, units: Vec::new() }
    }
}

const CADENCES: Key = ("cadences", "公开时限");
const UNITS: Key = ("units", "责任单位");

/// Reads `screen:`. `is_unit` knows the board's units.
pub(super) fn screen(fields: &mut Fields<'_, '_>, is_unit: impl Fn(&str) -> bool) -> Screen {
    let default = Screen::default();
    let Some(mut inner) = fields.map(("screen", "大厅屏幕")) else { return default };
    let mut cadences = Vec::new();
    for word in inner.texts(CADENCES) {
        match Cadence::read(word.trim()) {
            Some(cadence) => cadences.push(cadence),
            None => {
                let shown = word.trim();
                inner.reader().refuse(
                    "wrong-value",
                    word.span,
                    say!("“{shown}”不是公开时限", "“{shown}” is no cadence"),
                    say!("可以写：{choices}", "write one of: {choices}"; choices: Text::list(Cadence::choices())),
                );
            }
        }
    }
    let mut units = Vec::new();
    for word in inner.texts(UNITS) {
        if !is_unit(word.trim()) {
            let shown = word.trim();
            inner.reader().refuse(
                "unknown-unit",
                word.span,
                say!("没有责任单位“{shown}”", "there is no unit “{shown}”"),
                say!("写 units 里的标识或名称", "write the id or name of one of the board's units"),
            );
        }
        units.push(word.trim().to_owned());
    }
    let screen = Screen {
        seconds: inner.number(("seconds", "停留秒数")).map_or(default.seconds, |number| number.value.clamp(3, 600)),
        items: inner.number(("items", "条数")).map_or(default.items, |number| number.value.min(100)),
        cadences: if cadences.is_empty() { default.cadences } else { cadences },
        units,
    };
    inner.refuse_rest();
    screen
}
