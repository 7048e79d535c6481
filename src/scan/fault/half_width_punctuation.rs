//! Half-width punctuation in Chinese text.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::{Mark, Passage, is_han};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Finds half-width marks between Chinese characters: one find for a text, with the number of places. Half-width
/// brackets are counted in titles only: in running text even the laws are printed with them.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if matches!(setting.kind, Kind::FileName | Kind::Link) {
        return Vec::new();
    }
    let mut places =
        passage.marks().iter().filter(|mark| is_judged(setting.kind, mark.mark) && is_misplaced(passage, **mark));
    let Some(first) = places.next() else { return Vec::new() };
    let count = 1 + places.count();
    let span = Span::new(first.at, first.end());
    let quoted = sentence(passage.text(), span);
    let message = say!(
        "中文里用了半角标点（{count} 处）：“{quoted}”",
        "half-width punctuation in Chinese text ({count} places): “{quoted}”"
    );
    vec![Find::new(span, Severity::Note, message).instead(full_width(first.mark))]
}

fn is_judged(kind: Kind, mark: char) -> bool {
    matches!(mark, ',' | ';' | ':' | '?' | '!') || kind == Kind::Title && matches!(mark, '(' | ')')
}

fn full_width(mark: char) -> char {
    match mark {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        _ => '）',
    }
}

fn is_misplaced(passage: &Passage, mark: Mark) -> bool {
    let before = passage.before(mark.at).chars().next_back();
    let after = passage.after(mark.end()).chars().next();
    let is_before = before.is_some_and(is_chinese);
    let is_after = after.is_some_and(is_chinese);
    let ends = after.is_none_or(|after| after == '\n' || after == '\r' || after == ' ');
    match mark.mark {
        ',' | ';' => {
            is_before && (is_after || ends || after.is_some_and(|after| after.is_ascii_digit()))
                || is_after && !is_spaced(before)
        }
        '!' | '?' => is_before && (is_after || ends),
        // A colon after a Chinese word, but not in a time, an address or a definition of YAML.
        ':' => is_before && (is_after || after.is_some_and(|after| after.is_ascii_digit())),
        '(' => is_after && (is_before || closes_chinese(passage, mark)),
        ')' => is_before && is_after,
        _ => false,
    }
}

fn is_spaced(before: Option<char>) -> bool {
    before.is_none_or(|before| before.is_ascii())
}

fn is_chinese(character: char) -> bool {
    is_han(character) || matches!(character, '》' | '”' | '）' | '《' | '“' | '〕' | '〔')
}

/// Whether a bracket that opens a line holds Chinese: (一)推进.
fn closes_chinese(passage: &Passage, mark: Mark) -> bool {
    let inner = passage.near_after(mark.end(), 16);
    inner.find(')').is_some_and(|end| inner[..end].chars().count() <= 3 && inner[..end].chars().all(is_han))
}
