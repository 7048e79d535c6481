//! What a browser sends: pairs of names and values, in the one encoding that every browser knows.

use std::borrow::Cow;

/// Most fields of one form; the longest item has a tenth of it.
const MOST: usize = 20_000;

/// The fields of a form as they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Posted(Vec<(String, String)>);

impl Posted {
    /// Reads `a=1&b=2`. What is no text is left out.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let pairs = bytes.split(|byte| *byte == b'&').take(MOST).filter(|pair| !pair.is_empty());
        let read = |pair: &[u8]| {
            let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
                Some(at) => (&pair[..at], &pair[at + 1..]),
                None => (pair, &[][..]),
            };
            Some((decoded(name)?, decoded(value)?))
        };
        Self(pairs.filter_map(read).collect())
    }

    /// The first value of a name.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All values of a name that say something; none where the name was not sent at all.
    pub(super) fn all(&self, name: &str) -> Option<Vec<&str>> {
        let values: Vec<&str> =
            self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.into_iter().filter(|value| !value.is_empty()).collect())
    }

    /// How many rows a list has among the fields: one more than the highest number.
    pub(super) fn rows(&self, list: &str) -> usize {
        let number = |(name, _): &(String, String)| {
            name.strip_prefix(list)?.strip_prefix('.')?.split('.').next()?.parse::<usize>().ok()
        };
        self.0.iter().filter_map(number).max().map_or(0, |last| last.saturating_add(1)).min(MOST)
    }

    /// Some of the pairs.
    pub(super) fn only(&self, keep: impl Fn(&str, &str) -> bool) -> Self {
        Self(self.0.iter().filter(|(name, value)| keep(name, value)).cloned().collect())
    }

    /// All pairs.
    pub(super) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

/// One name or value: `+` is a space, `%` begins a byte in two digits.
fn decoded(word: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(word.len());
    let mut rest = word;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, rest) {
            (b'+', _) => bytes.push(b' '),
            (b'%', [high, low, after @ ..]) => {
                let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
                bytes.push(digit(*high)? << 4 | digit(*low)?);
                rest = after;
            }
            (b'%', _) => return None,
            (other, _) => bytes.push(other),
        }
    }
    String::from_utf8(bytes).ok()
}

/// A text that survives being carried through a form, whose fields know only one kind of line break.
pub(super) fn carried(text: &str) -> String {
    let mut carried = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '%' => carried.push_str("%25"),
            '\n' => carried.push_str("%0A"),
            '\r' => carried.push_str("%0D"),
            '\0' => carried.push_str("%00"),
            other => carried.push(other),
        }
    }
    carried
}

/// The text again.
pub(super) fn uncarried(text: &str) -> Cow<'_, str> {
    crate::text::percent_decoded(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_sends_is_read() {
        let posted =
            Posted::read("a=1+2&%E6%A0%87=%E9%A2%98%0D%0A&c&list.0.a=x&list.7.a=&a=&a=3&bad=%zz&b%C3=1".as_bytes());
        assert_eq!(posted.one("a"), Some("1 2"));
        assert_eq!(posted.one("标"), Some("题\r\n"));
        assert_eq!((posted.one("c"), posted.one("bad"), posted.one("none")), (Some(""), None, None));
        assert_eq!(posted.all("a"), Some(vec!["1 2", "3"]));
        assert_eq!((posted.all("c"), posted.all("none")), (Some(Vec::new()), None));
        assert_eq!((posted.rows("list"), posted.rows("lis")), (8, 0));
    }

    #[test]
    fn a_text_comes_back_as_it_was() {
        for text in ["甲\r\n乙\n丙\r丁", "5% %0A %25", "", "\0\u{FEFF}é"] {
            assert_eq!(uncarried(&carried(text)), text);
        }
    }
}
