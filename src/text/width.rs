/// Whether a character is Chinese writing or its punctuation: drawn two columns wide and never parted from its
/// neighbour by a space.
pub fn is_cjk(character: char) -> bool {
    matches!(character,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{33FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{A000}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}')
}

/// The columns that a text takes on a terminal: two for each Chinese character.
pub fn width(text: &str) -> usize {
    text.chars().map(|character| if is_cjk(character) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_two_columns_wide() {
        assert_eq!(width("公开 a：b"), 4 + 1 + 1 + 2 + 1);
    }
}
