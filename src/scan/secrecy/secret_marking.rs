//! Secrecy markings (密级标志) and the set phrases of internal papers.

use crate::diag::Severity;
use crate::say;
use crate::scan::found::Find;
use crate::scan::passage::{Passage, is_han};
use crate::scan::phrase::{Hit, Topic};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

const LEVELS: [&str; 3] = ["绝密", "机密", "秘密"];

/// What makes an internal paper of 内部资料 and the like.
const ORDERS: [&str; 12] = [
    "不得外传",
    "严禁外传",
    "请勿外传",
    "禁止外传",
    "不得外泄",
    "严禁外泄",
    "注意保存",
    "注意保密",
    "严禁复制",
    "不得复制",
    "妥善保管",
    "请勿转发",
];

/// Finds a level with its star, a marking that stands alone, and the set phrases. The same words in a sentence are none.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    let mut found: Vec<Find> = Vec::new();
    for hit in passage.hits().iter().filter(|hit| hit.topic == Topic::Secret) {
        if found.last().is_some_and(|last| last.span.end as usize > hit.at) {
            continue;
        }
        if let Some(span) = marking(passage, setting, *hit) {
            let written = span.of(passage.text()).trim();
            let message = say!("出现密级或内部标志“{written}”", "a secrecy marking: “{written}”");
            found.push(Find::new(span, Severity::Error, message));
        }
    }
    found
}

fn marking(passage: &Passage, setting: &Setting, hit: Hit) -> Option<Span> {
    let end = hit.at + hit.phrase.trim_end().len();
    let word = hit.phrase.trim_end().trim_end_matches(['★', '☆']);
    if LEVELS.contains(&word) {
        let level_end = hit.at + word.len();
        return starred(passage, level_end)
            .map(|end| Span::new(hit.at, end))
            .or_else(|| alone(passage, setting, hit.at, level_end));
    }
    if word == "密级" {
        return level_after(passage, end).map(|end| Span::new(hit.at, end));
    }
    if word.starts_with("内部") {
        return with_order(passage, end)
            .map(|end| Span::new(hit.at, end))
            .or_else(|| alone(passage, setting, hit.at, end));
    }
    alone(passage, setting, hit.at, end)
}

/// A star after a level, spaces between or not, and the term after it: 机密★10年.
fn starred(passage: &Passage, end: usize) -> Option<usize> {
    let after = passage.after(end);
    let star = after.trim_start_matches([' ', '\u{3000}', '\u{200B}']);
    let rest = star.strip_prefix(['★', '☆', '＊'])?;
    let term = rest.trim_start_matches([' ', '\u{3000}']);
    let length: usize = term
        .chars()
        .take_while(|character| character.is_numeric() || "年月日长期启用前个".contains(*character))
        .map(char::len_utf8)
        .sum();
    Some(end + after.len() - term.len() + length)
}

/// 密级：机密.
fn level_after(passage: &Passage, end: usize) -> Option<usize> {
    let after = passage.after(end);
    let value = after.trim_start_matches([' ', '\u{3000}', '：', ':', '】', '|', '*', '等', '级']);
    let level = LEVELS.iter().find(|level| value.starts_with(**level))?;
    (value.len() < after.len()).then(|| end + after.len() - value.len() + level.len())
}

/// 内部资料 注意保存: the order stands right after it.
fn with_order(passage: &Passage, end: usize) -> Option<usize> {
    let after = passage.after(end);
    let order =
        after.trim_start_matches([' ', '\u{3000}', '，', ',', '、', '。', '！', '·', '\n', '（', '(', '；', ';']);
    let found = ORDERS.iter().find(|words| order.starts_with(**words))?;
    (after.len() - order.len() <= 8).then(|| end + after.len() - order.len() + found.len())
}

/// A marking on its own line, or in brackets of its own, or as the whole cell, title or name of a file.
fn alone(passage: &Passage, setting: &Setting, start: usize, end: usize) -> Option<Span> {
    let (before, after) = (passage.before(start), passage.after(end));
    let marks = |character: char| {
        matches!(character, '*' | ' ' | '\u{3000}' | '#' | '>' | '_' | '！' | '!' | '\r' | '\t' | '·')
    };
    let left = before.trim_end_matches(marks).chars().next_back();
    let right = after.trim_start_matches(marks).chars().next();
    let bracketed =
        matches!((left, right), (Some('（' | '(' | '【' | '[' | '〔'), Some('）' | ')' | '】' | ']' | '〕')));
    let opens = left.is_none_or(|left| left == '\n' || left == '|');
    let closes = right.is_none_or(|right| right == '\n' || right == '|' || right == '。');
    let in_name = setting.kind == Kind::FileName
        && left.is_none_or(|left| !is_han(left))
        && right.is_none_or(|right| !is_han(right));
    // 秘密 as the answer in a table of questions, or a heading 机密 alone, is a marking too: better one look too many.
    (bracketed || opens && closes || in_name).then(|| Span::new(start, end))
}
