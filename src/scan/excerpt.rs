use super::number::joint;
use super::passage::digit;
use crate::text::Span;

/// How many characters on each side of a find are quoted.
const NEAR: usize = 14;

/// The sentence around a find, shortened, for a message. Long numbers in it are starred out, so that a message never
/// tells what it warns of.
pub(super) fn sentence(text: &str, span: Span) -> String {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    let (before, more_before) = before_of(before);
    let (after, more_after) = after_of(after);
    let (within, more_within) = first_of(span.of(text), 3 * NEAR);
    let quoted = format!(
        "{}{before}{within}{}{after}{}",
        if more_before { "…" } else { "" },
        if more_within { "…" } else { "" },
        if more_after { "…" } else { "" },
    );
    hide_numbers(&quoted.replace(['\n', '\r', '\t'], " "))
}

const ENDS: [char; 5] = ['。', '！', '？', '；', '\n'];

/// The end of a text: of its last sentence, and not too much of it.
fn before_of(text: &str) -> (&str, bool) {
    let (near, more) = match text.char_indices().rev().nth(NEAR) {
        Some((at, character)) => (&text[at + character.len_utf8()..], true),
        None => (text, false),
    };
    match near.rfind(ENDS) {
        Some(at) => (near[at..].trim_start_matches(ENDS).trim_start(), false),
        None if more => (near.trim_start_matches(is_digit), true),
        None => (near.trim_start(), false),
    }
}

/// The beginning of a text: of its first sentence, and not too much of it.
fn after_of(text: &str) -> (&str, bool) {
    let (near, more) = first_of(text, NEAR);
    match near.find(ENDS) {
        Some(at) => (&near[..at], false),
        None if more => (near.trim_end_matches(is_digit), true),
        None => (near, false),
    }
}

/// Where a quotation is cut, a piece of a number could not be told for what it is and would not be hidden.
fn is_digit(character: char) -> bool {
    digit(character).is_some()
}

fn first_of(text: &str, characters: usize) -> (&str, bool) {
    match text.char_indices().nth(characters) {
        Some((at, _)) => (&text[..at], true),
        None => (text, false),
    }
}

/// Stars out the middle of every number of eleven digits and more, joined over single gaps.
fn hide_numbers(text: &str) -> String {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut hidden: Vec<char> = characters.iter().map(|(_, character)| *character).collect();
    let mut chain: Vec<usize> = Vec::new();
    for (index, &(at, character)) in characters.iter().enumerate() {
        if digit(character).is_none() {
            continue;
        }
        let joins = chain.last().is_some_and(|&last: &usize| {
            let (before, letter) = characters[last];
            let between = &text[before + letter.len_utf8()..at];
            between.is_empty() || joint(between).is_some()
        });
        if !joins {
            star(&mut hidden, &chain);
            chain.clear();
        }
        chain.push(index);
    }
    star(&mut hidden, &chain);
    hidden.into_iter().collect()
}

fn star(hidden: &mut [char], chain: &[usize]) {
    if chain.len() >= 11 {
        chain[3..chain.len() - 3].iter().for_each(|&index| hidden[index] = '*');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_sentence_hides_long_numbers() {
        let text = "前一句。王某的电话138 0013 8000，，请核对。后一句。";
        let at = text.find("，，").unwrap();
        assert_eq!(sentence(text, Span::new(at, at + 6)), "…话138 **** *000，，请核对");
        let text = "身份证号340122199003073532）的家，，又";
        let at = text.find("，，").unwrap();
        assert_eq!(sentence(text, Span::new(at, at + 6)), "…）的家，，又", "not the end of the number");
    }
}
