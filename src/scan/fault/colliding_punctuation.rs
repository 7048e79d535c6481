//! Punctuation that cannot stand together: `，。`.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::{Mark, Passage, is_han};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Finds marks that stand side by side and cannot.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if matches!(setting.kind, Kind::FileName | Kind::Link) {
        return Vec::new();
    }
    let mut found: Vec<Find> = Vec::new();
    for pair in passage.marks().windows(2) {
        let (left, right) = (pair[0], pair[1]);
        if !stands_beside(passage, left, right)
            || !collide(left.mark, right.mark)
            || !is_chinese(passage, left, right)
            || begins_a_name(passage, right)
        {
            continue;
        }
        let span = Span::new(left.at, right.end());
        // Three in a row are one find.
        if let Some(last) = found.last_mut().filter(|last| last.span.end as usize == left.end()) {
            last.span.end = span.end;
            continue;
        }
        found.push(Find::new(span, Severity::Warning, say!("", "")));
    }
    for find in &mut found {
        let (marks, quoted) = (find.span.of(passage.text()), sentence(passage.text(), find.span));
        find.message = say!("标点“{marks}”连用：“{quoted}”", "punctuation collides, “{marks}”: “{quoted}”");
    }
    found
}

fn stands_beside(passage: &Passage, left: Mark, right: Mark) -> bool {
    left.end() == right.at
        || passage.text().get(left.end()..right.at) == Some(" ") && is_wide_stop(left.mark) && is_stop(right.mark)
}

fn is_stop(mark: char) -> bool {
    matches!(mark, '，' | '。' | '、' | '；' | '：' | '！' | '？' | ',' | ';')
}

fn is_wide_stop(mark: char) -> bool {
    matches!(mark, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

/// ？！ and ！！ are emphasis and do not collide.
fn collide(left: char, right: char) -> bool {
    let opens = matches!(left, '（' | '《' | '〈' | '“' | '〔' | '【');
    match right {
        '，' | '。' | '、' | '；' | '：' => is_stop(left) || opens || matches!(left, '.' | ':'),
        '！' | '？' | ',' | ';' => is_stop(left) && !(matches!(left, '！' | '？') && right != ','),
        '.' | ':' => matches!(left, '，' | '、' | '；' | '：'),
        '）' | '》' | '〉' | '〕' | '】' => matches!(left, '，' | '、' | '：'),
        _ => false,
    }
}

/// 、.docx: the point belongs to the ending of a file's name.
fn begins_a_name(passage: &Passage, mark: Mark) -> bool {
    mark.mark == '.' && passage.after(mark.end()).starts_with(|next: char| next.is_ascii_lowercase())
}

/// Pure ASCII pairs belong to code and numbers, unless Chinese stands around them.
fn is_chinese(passage: &Passage, left: Mark, right: Mark) -> bool {
    let before = passage.before(left.at).chars().next_back();
    if left.mark.is_ascii() && before.is_some_and(|before| before.is_ascii_alphabetic()) {
        return false;
    }
    let wide = !left.mark.is_ascii() || !right.mark.is_ascii();
    wide || before.is_some_and(is_han)
        && passage.after(right.end()).chars().next().is_none_or(|after| is_han(after) || after == '\n')
}
