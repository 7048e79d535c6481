//! Writes the record of one step of approval into an item's front matter and leaves every other byte as it was.

use super::draft::Draft;
use super::keys::{APPROVALS, TITLE, TOP_LEVEL};
use crate::source::{Entry, Node, Reader, Value};
use crate::term::{KNOWN_STEPS, step_id};
use crate::text::Span;

/// What is recorded: a step, who did it, when, and in which words.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The step's id.
    pub step: String,
    /// The person's role.
    pub by: String,
    /// The day, as written into the file.
    pub on: String,
    /// The person's words.
    pub opinion: Option<String>,
}

/// Words to be put into a file: where, counted in bytes of its text, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// Where.
    pub at: usize,
    /// What.
    pub words: String,
}

/// Where and how to record an approval. None where the front matter has a form into which nothing can be put: the
/// approvals are no map, or the step is there already with something in it.
pub fn sign(draft: &Draft, signature: &Signature) -> Option<Insertion> {
    let text = &*draft.text;
    let reader = Reader::new(&draft.path);
    let is_key = |word: &str| TOP_LEVEL.iter().any(|key| key.0 == word || key.1 == word);
    let front = draft.front_span.of(text);
    let Value::Map(map) = reader.yaml(front, draft.front_span.start as usize, &is_key)?.value else { return None };
    let named = |entry: &&Entry<'_>, key: (&str, &str)| *entry.key.value == *key.0 || *entry.key.value == *key.1;
    let approvals = map.iter().find(|entry| named(entry, APPROVALS));
    let title = map.iter().find(|entry| named(entry, TITLE));
    let chinese = approvals.or(title).is_some_and(|entry| !entry.key.value.is_ascii());
    let end = if front.contains("\r\n") { "\r\n" } else { "\n" };
    let (key, value) = (step_key(&signature.step, chinese), record(signature, chinese));
    let Some(entry) = approvals else {
        let key_of_all = if chinese { APPROVALS.1 } else { APPROVALS.0 };
        let words = format!("{key_of_all}:{end}  {key}: {value}{end}");
        return Some(Insertion { at: draft.front_span.end as usize, words });
    };
    match &entry.node.value {
        // `approvals:` with nothing behind it, or comments only: the first record goes below it.
        Value::Empty => {
            let at = line_end(text, entry.key.span.end as usize);
            Some(Insertion { at, words: format!("  {key}: {value}{end}") })
        }
        Value::Map(steps) => {
            let own = steps.iter().find(|step| step_id(&step.key.value) == signature.step);
            match own {
                Some(own) => fill(text, own, &value),
                None => Some(add(text, &entry.node, steps, (&key, &value), end)),
            }
        }
        Value::Text(_) | Value::List(_) => None,
    }
}

/// Adds a step behind the last one, in the style of the others.
fn add(text: &str, all: &Node<'_>, steps: &[Entry<'_>], (key, value): (&str, &str), end: &str) -> Insertion {
    let start = all.span.start as usize;
    if text[start..].starts_with('{') {
        let Some(last) = steps.last() else {
            return Insertion { at: start + 1, words: format!("{key}: {value}") };
        };
        let at = last.node.span.end.max(last.key.span.end) as usize;
        let rest = &text[at..all.span.end as usize];
        let comma =
            rest.find(|character: char| !character.is_whitespace()).filter(|&first| rest[first..].starts_with(','));
        return match comma {
            Some(comma) => Insertion { at: at + comma + 1, words: format!(" {key}: {value}") },
            None => Insertion { at, words: format!(", {key}: {value}") },
        };
    }
    let last = steps.last().map_or(all.span.end, |last| last.node.span.end.max(last.key.span.end)) as usize;
    let at = if text[..last].ends_with('\n') { last } else { line_end(text, last) };
    let indent = steps.first().map_or("  ", |first| indent_of(text, first.key.span));
    Insertion { at, words: format!("{indent}{key}: {value}{end}") }
}

/// Fills a step that is named without a record.
fn fill(text: &str, own: &Entry<'_>, value: &str) -> Option<Insertion> {
    if own.node.value != Value::Empty {
        return None;
    }
    let key = own.key.span.end as usize;
    let colon = key + text[key..].find(':')?;
    Some(Insertion { at: colon + 1, words: format!(" {value}") })
}

fn record(signature: &Signature, chinese: bool) -> String {
    let [by, on, opinion] = if chinese { ["人", "日期", "意见"] } else { ["by", "on", "opinion"] };
    let words = signature.opinion.as_ref().map_or_else(String::new, |words| format!(", {opinion}: {}", quoted(words)));
    format!("{{{by}: {}, {on}: {}{words}}}", quoted(&signature.by), signature.on)
}

fn step_key(step: &str, chinese: bool) -> String {
    let known = KNOWN_STEPS.iter().find(|(id, _, _)| chinese && *id == step);
    known.map_or_else(|| quoted(step), |(_, key, _)| (*key).to_owned())
}

/// The words as they may stand in a map on one line.
fn quoted(words: &str) -> String {
    let plain = |character: char| {
        character.is_alphanumeric() || matches!(character, '（' | '）' | '、' | '，' | '。' | '《' | '》')
    };
    let middle = |character: char| plain(character) || matches!(character, ' ' | '-' | '_' | '(' | ')' | '.' | '/');
    let bare = words.starts_with(plain) && words.ends_with(plain) && words.chars().all(middle);
    if bare && !matches!(words, "null" | "true" | "false") {
        return words.to_owned();
    }
    let words: String = words.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// One past the line break that ends the line at `at`.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |more| at + more + 1)
}

/// What stands before a key on its line.
fn indent_of(text: &str, key: Span) -> &str {
    let start = text[..key.start as usize].rfind('\n').map_or(0, |at| at + 1);
    &text[start..key.start as usize]
}

#[cfg(test)]
mod tests {
    use super::super::draft::draft;
    use super::*;
    use crate::source::Source;
    use std::sync::Arc;

    fn signed(front: &str, step: &str) -> Option<String> {
        let text = format!("---\n{front}---\n正文。\n");
        let read =
            |text: &str| draft(&Source::from_bytes(&Arc::from("content/a.md"), text.as_bytes().to_vec()).unwrap());
        let signature = Signature {
            step: step.to_owned(),
            by: "镇长, 组长".to_owned(),
            on: "2026-10-09".to_owned(),
            opinion: None,
        };
        let insertion = sign(&read(&text), &signature)?;
        let mut after = text;
        after.insert_str(insertion.at, &insertion.words);
        let again = read(&after);
        assert!(again.report.findings().iter().all(|finding| finding.check == "missing-field"), "{after}");
        assert!(again.front.approvals.iter().any(|approval| approval.step.value == step && approval.on.is_some()));
        Some(after.strip_prefix("---\n").unwrap().strip_suffix("---\n正文。\n").unwrap().to_owned())
    }

    #[test]
    fn a_record_is_written_in_the_style_of_the_file() {
        let record = "{by: \"镇长, 组长\", on: 2026-10-09}";
        let recorded = "{人: \"镇长, 组长\", 日期: 2026-10-09}";
        for (before, after) in [
            (
                "title: 甲\npublished: 2026-10-09 # 日\n",
                format!("title: 甲\npublished: 2026-10-09 # 日\napprovals:\n  signed: {record}\n"),
            ),
            ("标题: 甲\n", format!("标题: 甲\n审签:\n  签发: {recorded}\n")),
            ("标题: 甲\r\n", format!("标题: 甲\r\n审签:\r\n  签发: {recorded}\r\n")),
            (
                "标题: 甲\n审签:   # 逐步\n#  经办: {人: 职务}\n草稿: 是\n",
                format!("标题: 甲\n审签:   # 逐步\n  签发: {recorded}\n#  经办: {{人: 职务}}\n草稿: 是\n"),
            ),
            (
                "title: 甲\napprovals:\n    provided: {by: 乙, on: 2026-10-08} # 注\n    reviewed:\n      by: 丙\n      on: 2026-10-08 # 二\n# 尾\nsource: 丁\n",
                format!(
                    "title: 甲\napprovals:\n    provided: {{by: 乙, on: 2026-10-08}} # 注\n    reviewed:\n      by: 丙\n      on: 2026-10-08 # 二\n    signed: {record}\n# 尾\nsource: 丁\n"
                ),
            ),
            (
                "title: 甲\napprovals: {provided: {by: 乙, on: 2026-10-08}} # 注\n",
                format!("title: 甲\napprovals: {{provided: {{by: 乙, on: 2026-10-08}}, signed: {record}}} # 注\n"),
            ),
            (
                "title: 甲\napprovals: {\n  provided: {by: 乙, on: 2026-10-08},\n}\n",
                format!("title: 甲\napprovals: {{\n  provided: {{by: 乙, on: 2026-10-08}}, signed: {record}\n}}\n"),
            ),
            ("title: 甲\napprovals: {}\n", format!("title: 甲\napprovals: {{signed: {record}}}\n")),
            (
                "title: 甲\napprovals:\n  signed:\ndraft: 是\n",
                format!("title: 甲\napprovals:\n  signed: {record}\ndraft: 是\n"),
            ),
            (
                "title: 甲\napprovals:\n  provided:\n    by: 乙\n    on: 2026-10-08\n    opinion: |\n      同意。\n      报批。\nsource: 丁\n",
                format!(
                    "title: 甲\napprovals:\n  provided:\n    by: 乙\n    on: 2026-10-08\n    opinion: |\n      同意。\n      报批。\n  signed: {record}\nsource: 丁\n"
                ),
            ),
        ] {
            assert_eq!(signed(before, "signed").as_deref(), Some(after.as_str()), "{before}");
        }
    }

    #[test]
    fn nothing_is_written_where_a_record_stands_or_the_form_is_strange() {
        for front in [
            "title: 甲\napprovals:\n  signed: {by: 乙, on: 2026-10-08}\n",
            "title: 甲\napprovals:\n  签发:\n    by: 乙\n",
            "title: 甲\napprovals: 已签\n",
        ] {
            assert_eq!(signed(front, "signed"), None, "{front}");
        }
    }
}
