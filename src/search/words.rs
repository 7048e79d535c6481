//! Which pairs stand as words: 低保 does in 农村低保对象, and does not in 最低保修期. Told by jieba's dictionary, if the
//! program is built with the feature `words`; without it no pair is marked and nothing is lost but the order of results.

/// The words of `data/words.txt`, whose head tells where they come from.
#[cfg(feature = "words")]
const DICTIONARY: &str = include_str!("../../data/words.txt");

/// The dictionary.
#[derive(Debug)]
pub(super) struct Words {
    #[cfg(feature = "words")]
    jieba: jieba_rs::Jieba,
}

impl Words {
    /// Loads the dictionary, which takes some hundredths of a second.
    #[cfg(feature = "words")]
    pub(super) fn load() -> Self {
        let head = DICTIONARY.lines().take_while(|line| line.starts_with('#')).map(|line| line.len() + 1).sum();
        let mut rows = DICTIONARY.get(head..).unwrap_or_default().as_bytes();
        Self { jieba: jieba_rs::Jieba::with_dict(&mut rows).unwrap_or_else(|_| jieba_rs::Jieba::empty()) }
    }

    /// Loads nothing.
    #[cfg(not(feature = "words"))]
    pub(super) fn load() -> Self {
        Self {}
    }

    /// Tells where words of two characters and more lie in a folded text: first character and the one behind the last,
    /// counted in characters.
    #[cfg(feature = "words")]
    pub(super) fn cut(&self, text: &str) -> Vec<(usize, usize)> {
        let words = self.jieba.cut(text, false).into_iter();
        words.map(|word| (word.start, word.end)).filter(|(start, end)| end - start > 1).collect()
    }

    /// Knows no words.
    #[cfg(not(feature = "words"))]
    #[expect(clippy::unused_self, reason = "the other side of the feature needs its dictionary")]
    pub(super) fn cut(&self, _text: &str) -> Vec<(usize, usize)> {
        Vec::new()
    }
}

#[cfg(all(test, feature = "words"))]
mod tests {
    use super::Words;

    #[test]
    fn sentences_part_into_words() {
        let words = Words::load();
        assert_eq!(words.cut("全镇低保对象"), [(0, 2), (2, 4), (4, 6)]);
        assert_eq!(words.cut("最低保修期限"), [(0, 2), (2, 4), (4, 6)]);
    }
}
