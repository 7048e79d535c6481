//! Lines numbered `1、` that only look like a list: Markdown joins them to one paragraph.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::Passage;
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Finds numbered lines that follow each other without a blank line.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if setting.kind != Kind::Prose || passage.lines().len() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut previous, mut told) = (false, false);
    for line in passage.lines() {
        let text = line.span.of(passage.text());
        if line.is_blank {
            (previous, told) = (false, false);
            continue;
        }
        let indent = text.len() - text.trim_start_matches([' ', '\u{3000}']).len();
        match label(&text[indent..]) {
            Some(length) if previous && !told => {
                let span = Span::new(line.span.start as usize + indent, line.span.start as usize + indent + length);
                let quoted = sentence(passage.text(), span);
                let message = say!(
                    "“1、”式的编号没有空行，会连成一段：“{quoted}”",
                    "lines numbered like “1、” run together to one paragraph: “{quoted}”"
                );
                found.push(Find::new(span, Severity::Note, message));
                told = true;
            }
            Some(_) => {}
            None if !previous => {}
            None => continue,
        }
        previous = true;
    }
    found
}

/// The length of the label that a line starts with: `1、`, `（一）`, `①`, `一、`, `1.加强`. A real list, `1. 加强`, has none.
fn label(line: &str) -> Option<usize> {
    let mut rest = line;
    let bracket = rest.strip_prefix(['（', '(']);
    rest = bracket.unwrap_or(rest);
    let number =
        rest.chars().take_while(|character| character.is_ascii_digit() || "一二三四五六七八九十".contains(*character));
    let length: usize = number.map(char::len_utf8).sum();
    if length == 0 {
        let circled = rest.chars().next().filter(|character| ('①'..='⑳').contains(character))?;
        return Some(circled.len_utf8());
    }
    let after = &rest[length..];
    let closed = match bracket {
        Some(_) => after.strip_prefix(['）', ')']),
        None => after.strip_prefix(['、', '．', '）']).or_else(|| {
            after.strip_prefix('.').filter(|rest| {
                !rest.starts_with([' ', '\t']) && rest.chars().next().is_some_and(|next| !next.is_ascii())
            })
        }),
    }?;
    Some(line.len() - closed.len())
}
