use std::collections::BTreeMap;

/// The table of `data/folding.txt`, whose head tells where it comes from.
const TABLE: &str = include_str!("../../data/folding.txt");

/// Where the characters begin and end that Unicode keeps twice.
const TWICE: [(char, char); 2] = [('\u{2e80}', '\u{2fd5}'), ('\u{f900}', '\u{faff}')];

/// What makes two characters one in the eyes of search: capitals and small letters, full and half width, traditional
/// and simplified, a radical and the character it looks like. One character folds to one, so that places in the folded
/// text are places in the text.
#[derive(Debug)]
pub struct Folding {
    /// By code, the code that a character of the basic plane folds to.
    plane: Vec<u16>,
    /// The traditional characters, for `search-files.js`: groups that begin with the simplified one.
    groups: String,
}

impl Default for Folding {
    fn default() -> Self {
        Self::new()
    }
}

impl Folding {
    /// Reads the table.
    pub fn new() -> Self {
        let mut simplified = BTreeMap::new();
        let mut plain = BTreeMap::new();
        let mut groups = Vec::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut characters = line.chars();
            let Some(first) = characters.next() else { continue };
            for other in characters {
                let twice = TWICE.iter().any(|(from, to)| (*from..=*to).contains(&other));
                if twice {
                    plain.insert(other, first)
                } else {
                    simplified.insert(other, first)
                };
                if !twice && !groups.ends_with(&[line]) {
                    groups.push(line);
                }
            }
        }
        let fold = |code: u16| -> u16 {
            let Some(c) = char::from_u32(u32::from(code)) else { return code };
            let c = plain.get(&c).copied().unwrap_or(c);
            let c = if matches!(c, '！'..='～') { char::from(((c as u32) - 0xfee0) as u8) } else { c };
            let c = if c == '\u{3000}' { ' ' } else { c };
            let c = small(c);
            u16::try_from(simplified.get(&c).copied().unwrap_or(c) as u32).unwrap_or(code)
        };
        Self { plane: (0..=u16::MAX).map(fold).collect(), groups: groups.join(" ") }
    }

    /// What a character folds to.
    pub fn fold(&self, c: char) -> char {
        match self.plane.get(c as usize) {
            Some(&code) => char::from_u32(u32::from(code)).unwrap_or(c),
            None => small(c),
        }
    }

    /// The groups of traditional characters, each beginning with the simplified one.
    pub(super) fn groups(&self) -> &str {
        &self.groups
    }
}

/// The small letter, where it is one character of the same length.
fn small(c: char) -> char {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.len_utf16() == c.len_utf16() => letter,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static FOLDING: LazyLock<Folding> = LazyLock::new(Folding::new);

    fn folded(text: &str) -> String {
        text.chars().map(|c| FOLDING.fold(c)).collect()
    }

    #[test]
    fn traditional_full_width_capitals_and_radicals_fold() {
        assert_eq!(folded("農村最低生活保障"), "农村最低生活保障");
        assert_eq!(folded("ＧＢ／Ｔ　９７０４"), "gb/t 9704");
        assert_eq!(folded("衞生、麵粉、⾦額、樂"), "卫生、面粉、金额、乐");
        assert_eq!(folded("İstanbul ẞ 𐐀"), "İstanbul ß 𐐨");
    }

    #[test]
    fn characters_in_use_on_both_sides_stay() {
        assert_eq!(folded("著作权 覆盖 瞭望 慰藉"), "著作权 覆盖 瞭望 慰藉");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in ".{0,40}") {
            prop_assert_eq!(folded(&folded(&text)), folded(&text));
        }

        #[test]
        fn a_folded_text_is_as_long_as_before(text in ".{0,40}") {
            prop_assert_eq!(folded(&text).encode_utf16().count(), text.encode_utf16().count());
        }
    }
}
