//! Two repairs before parsing, both of the same length in bytes, so that every offset stays right.
//!
//! By the letter of CommonMark `**通知：**请` is not bold, because a closing run after punctuation must not touch a
//! letter. A stand-in that is no punctuation takes the place of the mark while the parser looks. And the stars of a
//! masked number (`138****0001`) or name (`张*三`) are no emphasis.

use crate::text::is_cjk;
use std::borrow::Cow;

/// Stands for a `*` that means itself.
const STAR: char = '\u{1}';
/// The first of a block of private characters that stand for punctuation; three bytes each, as the marks are.
const FIRST: u32 = 0xF100;
/// All marks of three bytes that may touch a run of stars or tildes.
const MARKS: [char; 44] = [
    '、', '。', '〈', '〉', '《', '》', '「', '」', '『', '』', '【', '】', '〔', '〕', '〖', '〗', '〝', '〞', '！',
    '（', '）', '，', '．', '：', '；', '？', '［', '］', '｛', '｝', '～', '“', '”', '‘', '’', '…', '—', '％', '＋',
    '－', '／', '＝', '＂', '＇',
];

/// Puts stand-ins where Chinese text would be misread.
pub(super) fn disguise(text: &str) -> Cow<'_, str> {
    if !text.contains(['*', '~', '_']) || text.contains(is_stand_in) {
        return Cow::Borrowed(text);
    }
    let characters: Vec<char> = text.chars().collect();
    let mut disguised = String::with_capacity(text.len());
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| characters[at]);
        let after = characters.get(at + 1).copied();
        let touches = matches!(before, Some('*' | '~')) || matches!(after, Some('*' | '~'));
        disguised.push(match MARKS.iter().position(|&mark| mark == character) {
            Some(mark) if touches => stand_in(mark),
            _ if character == '*' && (masks_number(&characters, at) || masks_name(&characters, at)) => STAR,
            _ => character,
        });
    }
    Cow::Owned(disguised)
}

/// Puts back what the stand-ins stand for.
pub(super) fn reveal(text: &str) -> Cow<'_, str> {
    if !text.contains(is_stand_in) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(revealed).collect())
}

fn revealed(character: char) -> char {
    match character {
        STAR => '*',
        _ => (character as u32)
            .checked_sub(FIRST)
            .and_then(|mark| MARKS.get(mark as usize).copied())
            .unwrap_or(character),
    }
}

fn is_stand_in(character: char) -> bool {
    character == STAR || (FIRST..FIRST + MARKS.len() as u32).contains(&(character as u32))
}

fn stand_in(mark: usize) -> char {
    char::from_u32(FIRST + mark as u32).unwrap_or(MARKS[mark])
}

/// A run of stars with a digit before it and a digit or an X behind it.
fn masks_number(characters: &[char], at: usize) -> bool {
    let before = characters[..at].iter().rev().find(|&&character| character != '*');
    let after = characters[at..].iter().find(|&&character| character != '*');
    before.is_some_and(char::is_ascii_digit)
        && after.is_some_and(|after| after.is_ascii_digit() || matches!(after, 'x' | 'X'))
}

/// One or two stars inside what stands alone as a name: `张*三`, `李**`.
fn masks_name(characters: &[char], at: usize) -> bool {
    let start = characters[..at].iter().rposition(|&character| character != '*').unwrap_or(at);
    let end =
        characters[at..].iter().position(|&character| character != '*').map_or(characters.len(), |more| at + more);
    let is_han = |at: usize| characters.get(at).is_some_and(|&character| is_han(character));
    let alone_before = start == 0 || !is_han(start - 1) && characters[start - 1] != '*';
    let named = is_han(start) && alone_before && end - start <= 3;
    let one_behind = is_han(end) && !is_han(end + 1) && characters.get(end + 1) != Some(&'*');
    named && one_behind && end - start == 2
}

fn is_han(character: char) -> bool {
    is_cjk(character) && character.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_ins_have_the_length_of_what_they_stand_for() {
        for (at, mark) in MARKS.iter().enumerate() {
            assert_eq!(mark.len_utf8(), 3, "{mark}");
            assert_eq!(stand_in(at).len_utf8(), 3);
        }
        let text = "**通知：**请 138****0001、张*三";
        assert_eq!(disguise(text).len(), text.len());
        assert_eq!(reveal(&disguise(text)), text);
    }
}
