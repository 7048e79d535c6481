use super::phrase::{Hit, PHRASES};
use crate::text::Span;

/// A text that has been read once. One pass notes what any detector may need: digits, punctuation, lines and set
/// phrases; a detector that finds nothing noted for it is done without looking at the text again.
#[derive(Debug)]
pub struct Passage<'a> {
    text: &'a str,
    runs: Vec<Run>,
    marks: Vec<Mark>,
    lines: Vec<Line>,
    hits: Vec<Hit>,
    odd: Vec<usize>,
    accented: usize,
    traditional: Traditional,
}

/// Digits that stand together; zero-width characters between them do not part them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// How many digits.
    pub digits: usize,
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it stands, without its line feed.
    pub span: Span,
    /// Whether it holds nothing but spaces.
    pub is_blank: bool,
}

/// One punctuation mark or symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// First byte.
    pub at: usize,
    /// The character.
    pub mark: char,
}

impl Mark {
    /// One past the last byte.
    pub(super) fn end(self) -> usize {
        self.at + self.mark.len_utf8()
    }
}

/// How much of a text is in traditional characters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traditional {
    /// How many characters are.
    pub count: usize,
    /// The first of them.
    pub first: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Digit,
    Mark,
    Line,
    Control,
    Han,
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => Class::Digit,
            b'\n' => Class::Line,
            b'\t' | b'\r' | b' ' | b'A'..=b'W' | b'Y'..=b'Z' | b'a'..=b'w' | b'y'..=b'z' => Class::Plain,
            0..=0x1F | 0x7F => Class::Control,
            0x80..=0xE3 | 0xEA..=0xFF => Class::Other,
            0xE4..=0xE9 => Class::Han,
            _ => Class::Mark,
        };
        byte += 1;
    }
    classes
};

impl<'a> Passage<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        let mut passage = Self {
            text,
            runs: Vec::new(),
            marks: Vec::new(),
            lines: Vec::new(),
            hits: Vec::new(),
            odd: Vec::new(),
            accented: 0,
            traditional: Traditional::default(),
        };
        passage.read();
        passage
    }

    fn read(&mut self) {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let phrases = &*PHRASES;
        let (mut at, mut line, mut previous) = (0, 0, 0_u16);
        while let Some(&byte) = bytes.get(at) {
            let class = CLASSES[usize::from(byte)];
            if class == Class::Han && at + 2 < bytes.len() {
                let code = u16::from(byte & 0x0F) << 12
                    | u16::from(bytes[at + 1] & 0x3F) << 6
                    | u16::from(bytes[at + 2] & 0x3F);
                if previous != 0 {
                    phrases.look(text, at - 3, previous, code, &mut self.hits);
                }
                if phrases.is_traditional(code) {
                    self.note_traditional(at);
                }
                previous = code;
                at += 3;
                continue;
            }
            let length = match class {
                Class::Digit => self.note_digits(at),
                Class::Mark => {
                    self.marks.push(Mark { at, mark: char::from(byte) });
                    1
                }
                Class::Line => {
                    self.note_line(line, at);
                    line = at + 1;
                    1
                }
                Class::Control => {
                    self.odd.push(at);
                    1
                }
                Class::Plain => 1,
                Class::Han | Class::Other => self.note_other(at),
            };
            // A set phrase may have a mark or a space as its second character: 秘密★ has not, 【打印 has one first.
            if class == Class::Other && length == 3 {
                let code = text[at..].chars().next().map_or(0, |character| character as u32 as u16);
                if previous != 0 {
                    phrases.look(text, at - 3, previous, code, &mut self.hits);
                }
                previous = code;
            } else {
                previous = 0;
            }
            at += length;
        }
        self.note_line(line, bytes.len());
    }

    fn note_line(&mut self, start: usize, end: usize) {
        let span = Span::new(start, end);
        self.lines.push(Line { span, is_blank: span.of(self.text).trim_start().is_empty() });
    }

    fn note_traditional(&mut self, at: usize) {
        if self.traditional.count == 0 {
            self.traditional.first = at;
        }
        self.traditional.count += 1;
    }

    /// Notes the run of digits that starts here and returns its length in bytes.
    fn note_digits(&mut self, start: usize) -> usize {
        let (mut end, mut digits) = (start, 0);
        for (at, character) in self.text[start..].char_indices() {
            if digit(character).is_some() {
                digits += 1;
                end = start + at + character.len_utf8();
            } else if !is_invisible(character) {
                break;
            }
        }
        self.runs.push(Run { start, end, digits });
        end - start
    }

    /// Notes a character beyond ASCII and the common Han block, and returns its length in bytes.
    fn note_other(&mut self, at: usize) -> usize {
        let Some(character) = self.text[at..].chars().next() else { return 1 };
        match character {
            '０'..='９' => return self.note_digits(at),
            '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{80}'..='\u{9F}' => self.odd.push(at),
            '×'
            | '\u{2010}'..='\u{203B}'
            | '\u{2500}'..='\u{27BF}'
            | '\u{3001}'..='\u{303F}'
            | '\u{FE30}'..='\u{FE6F}'
            | '\u{FF01}'..='\u{FF65}'
            | '\u{FFE0}'..='\u{FFE6}' => {
                self.marks.push(Mark { at, mark: character });
            }
            '\u{A0}'..='\u{FF}' => self.accented += 1,
            _ => {}
        }
        character.len_utf8()
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The runs of digits, in order.
    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Punctuation and symbols, in order; also the letters x and X, which stand for digits left out.
    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The lines, without their line feeds; at least one.
    pub(super) fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The paragraphs, parted by blank lines, without the blank lines.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = Span> + '_ {
        self.lines
            .chunk_by(|left, right| left.is_blank == right.is_blank)
            .filter(|lines| !lines[0].is_blank)
            .map(|lines| Span { start: lines[0].span.start, end: lines[lines.len() - 1].span.end })
    }

    /// How many characters of the Latin-1 block it has; wrongly decoded text is full of them.
    pub(super) fn accented(&self) -> usize {
        self.accented
    }

    /// The set phrases, in order.
    pub(super) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// Characters that no text should hold: replacement characters, private ones, controls.
    pub(super) fn odd(&self) -> &[usize] {
        &self.odd
    }

    /// How much of it is in traditional characters.
    pub(super) fn traditional(&self) -> Traditional {
        self.traditional
    }

    /// The text from a byte on.
    pub(super) fn after(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    /// The next bytes of the text from a byte on, at most so many: what a detector may look at without reading the
    /// same text again for every place.
    pub(super) fn near_after(&self, at: usize, bytes: usize) -> &'a str {
        first_bytes(self.after(at), bytes)
    }

    /// The bytes of the text before a byte, at most so many.
    pub(super) fn near_before(&self, at: usize, bytes: usize) -> &'a str {
        last_bytes(self.before(at), bytes)
    }

    /// The runs of digits that start at a byte or after it.
    pub(super) fn runs_from(&self, at: usize) -> &[Run] {
        &self.runs[self.runs.partition_point(|run| run.start < at)..]
    }

    /// The text up to a byte.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or("")
    }
}

/// The start of a text, at most so many bytes of it.
fn first_bytes(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.get(..end).unwrap_or("")
}

/// The end of a text, at most so many bytes of it.
pub(super) fn last_bytes(text: &str, bytes: usize) -> &str {
    let start = (text.len().saturating_sub(bytes)..=text.len()).find(|&at| text.is_char_boundary(at));
    start.and_then(|start| text.get(start..)).unwrap_or("")
}

/// The value of a digit, half or full width.
pub(super) fn digit(character: char) -> Option<u8> {
    match character {
        '0'..='9' => Some(character as u8 - b'0'),
        '０'..='９' => Some((character as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// Whether a character takes no room: it may part a number without anyone seeing it.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Whether a character is a Chinese ideograph.
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFD}' | '〇')
}
