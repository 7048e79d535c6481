//! Text that stops in the middle of a sentence.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::{Passage, is_han};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Paragraphs of this length that hold a sentence and have no end are cut off.
const SENTENCE: usize = 24;

/// Finds paragraphs that end with a comma, or that go on from a whole sentence and have no end.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if setting.kind != Kind::Prose {
        return Vec::new();
    }
    let text = passage.text();
    passage
        .paragraphs()
        .filter_map(|span| {
            let paragraph = span.of(text).trim_end();
            let last = paragraph.chars().next_back()?;
            let is_cut = match last {
                '，' | ',' | '、' => !is_salutation(paragraph),
                _ if is_han(last) || last == '%' || last == '％' => is_open_sentence(paragraph),
                _ => false,
            };
            if !is_cut || is_structure(paragraph) {
                return None;
            }
            let end = span.start as usize + paragraph.len();
            let place = Span::new(end - last.len_utf8(), end);
            let quoted = sentence(text, place);
            let message = say!("文字没有写完：“{quoted}”", "the text stops in the middle: “{quoted}”");
            Some(Find::new(place, Severity::Warning, message))
        })
        .collect()
}

/// Headings, table rows, quotations, code, lists and comments of Markdown have no full stop of their own.
fn is_structure(paragraph: &str) -> bool {
    paragraph.trim_start().starts_with(['#', '|', '>', '<', '`', '-', '*', '+', '!', '['])
        || paragraph.lines().any(|line| line.trim_start().starts_with('|'))
}

/// 各村民委员会，: one short line.
fn is_salutation(paragraph: &str) -> bool {
    paragraph.chars().count() <= 10 && !paragraph.contains('\n')
}

/// A last sentence that has commas or a full stop before it, is long, and does not end.
fn is_open_sentence(paragraph: &str) -> bool {
    if paragraph.contains('\n') || paragraph.contains("  ") || paragraph.contains('\u{3000}') {
        return false;
    }
    let stop = paragraph.rfind(['。', '！', '？']);
    let Some(stop) = stop else {
        // A numbered paragraph of several clauses that ends with a figure.
        let is_numbered =
            paragraph.trim_start().trim_start_matches(|first: char| first.is_ascii_digit()).starts_with('、');
        return is_numbered && paragraph.ends_with(['%', '％']) && paragraph.contains(['，', ',']);
    };
    let last = &paragraph[stop..];
    let length = last.chars().count();
    length >= SENTENCE && last.contains(['，', ',', '、'])
}
