//! What can still be read of a YAML text in which something cannot: so that all that is wrong is said in one run.

use super::lint::{open_quote, slips};
use super::yaml::{Fault, Value, tree};

/// How many keys are given up before the whole text is.
const MOST: usize = 50;

/// The text without the keys that stand in the way of reading it, every other byte at its place; none where nothing of
/// it can be read. What was lost is blank.
pub fn remainder(text: &str, is_key: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut rest = text.to_owned();
    for slip in slips(text, 0, is_key) {
        let (start, end) = (slip.span.start as usize, slip.span.end as usize);
        let Some(slipped) = rest.get(start..end) else { continue };
        let spaces = slipped.len() - slipped.trim_start().len();
        if slipped == "：" {
            rest.replace_range(start..end, ":  ");
        } else if spaces > 0 {
            rest.replace_range(start..start + spaces, &" ".repeat(spaces));
        } else if slipped == ":" {
            blank(&mut rest, start);
        }
    }
    for _ in 0..MOST {
        match tree(&rest, 0).map(|root| matches!(root.value, Value::Map(_))) {
            Ok(is_map) => return is_map.then_some(rest),
            Err(Fault { span, .. }) => {
                let at = open_quote(&rest, span.start as usize).map_or(span.start as usize, |(at, _)| at);
                if !blank(&mut rest, at) {
                    return None;
                }
            }
        }
    }
    None
}

/// Blanks the key of the outermost map in which a byte stands, with all that belongs to it. False where all of it is
/// blank already.
fn blank(text: &mut String, at: usize) -> bool {
    let (mut start, mut end, mut line_start) = (0, text.len(), 0);
    for line in text.split_inclusive('\n') {
        if !line.starts_with([' ', '\t', '#', '-', '\r', '\n', '\u{3000}', '\u{A0}']) {
            if line_start > at {
                end = line_start;
                break;
            }
            start = line_start;
        }
        line_start += line.len();
    }
    let lost = &text[start..end];
    let spaces: String = lost.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    let changed = !lost.trim().is_empty();
    text.replace_range(start..end, &spaces);
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(text: &str) -> Option<String> {
        let rest = remainder(text, &|word| matches!(word, "title" | "summary" | "topics"))?;
        assert_eq!(rest.len(), text.len());
        Some(rest.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("|"))
    }

    #[test]
    fn one_key_that_cannot_be_read_costs_no_other() {
        let kept = |text: &str, kept: &str| assert_eq!(rest(text).as_deref(), Some(kept), "{text:?}");
        kept("title: [公示]甲\nsummary: 乙\n", "summary: 乙");
        kept("title: \"甲\nsummary: 乙\ntopics: \"丙\"\n", "summary: 乙|topics: \"丙\"");
        kept("title: 甲: 乙: 丙\nsummary: 丁\n", "summary: 丁");
        kept("summary: 丁\ntopics:\n  - a\n - b: [\ntitle: 甲\n", "summary: 丁|title: 甲");
        kept("title：甲\nsummary:乙\n\ttopics: 丙\n", "title:  甲");
        kept("title:\u{3000}甲\nsummary: *重要*\n", "title:   甲");
    }

    #[test]
    fn what_is_no_map_at_all_has_no_remainder() {
        assert_eq!(rest("一段文字\n"), None);
        assert_eq!(rest("- a\n- b\n"), None);
        assert_eq!(rest(&"a: [\n".repeat(3)), None);
    }
}
