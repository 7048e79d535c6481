/// A range of bytes in a file: `start` counts, `end` does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` to `end`, in bytes.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// The text that the span covers; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The same range, counted from `offset` bytes further on.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start as usize + offset, self.end as usize + offset)
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placed<T> {
    /// What was written.
    pub value: T,
    /// Where it stands in its file.
    pub span: Span,
}

impl<T> Placed<T> {
    /// Puts a value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: change(self.value), span: self.span }
    }
}

impl<T> std::ops::Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// A place as people count it: lines and characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1; a Chinese character counts as one.
    pub column: usize,
}

/// Finds the line and column of a byte. A byte inside a character belongs to that character.
pub fn locate(text: &str, offset: usize) -> LineColumn {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    LineColumn {
        line: before.iter().map(|&byte| usize::from(byte == b'\n')).sum::<usize>() + 1,
        column: before[line_start..].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1,
    }
}

/// The line that holds a byte, without its line break, and where the line starts.
pub fn line_at(text: &str, offset: usize) -> (usize, &str) {
    let offset = offset.min(text.len());
    let start = text.as_bytes()[..offset].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let end = text.as_bytes()[start..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |at| start + at);
    (start, text.get(start..end).unwrap_or("").trim_end_matches('\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_characters_count_as_one_column() {
        let text = "甲乙\n标题：丙\r\n丁";
        assert_eq!(locate(text, text.find('丙').unwrap()), LineColumn { line: 2, column: 4 });
        assert_eq!(locate(text, text.len()), LineColumn { line: 3, column: 2 });
        assert_eq!(line_at(text, text.find('丙').unwrap()).1, "标题：丙");
    }

    #[test]
    fn a_place_beyond_the_end_is_the_end() {
        assert_eq!(locate("甲", 99), LineColumn { line: 1, column: 2 });
        assert_eq!(line_at("甲\n", 99), (4, ""));
        assert_eq!(Span::new(5, 9).of("甲"), "");
    }
}
