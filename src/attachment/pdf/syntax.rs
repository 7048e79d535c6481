use super::object::{Dictionary, Object};

/// Arrays and dictionaries in each other; real files stay under ten.
const DEEPEST: usize = 100;

/// Reads values from bytes, one after the other.
pub(super) struct Syntax<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Syntax<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes white space and comments.
    pub(super) fn blank(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next value; none at the end. What fits nowhere is passed.
    pub(super) fn value(&mut self) -> Option<Object> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        loop {
            self.blank();
            return Some(match self.peek()? {
                b'/' => Object::Name(self.name()),
                b'(' => Object::String(self.literal()),
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                    self.at += 2;
                    Object::Dictionary(self.dictionary(depth)?)
                }
                b'<' => Object::String(self.hexadecimal()),
                b'[' => {
                    self.at += 1;
                    Object::Array(self.array(depth)?)
                }
                b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
                b')' | b']' | b'}' | b'{' | b'>' => {
                    self.at += 1;
                    continue;
                }
                _ => Object::Word(self.word().to_vec()),
            });
        }
    }

    fn array(&mut self, depth: usize) -> Option<Vec<Object>> {
        let mut items = Vec::new();
        loop {
            self.blank();
            match self.peek() {
                None => return Some(items),
                Some(b']') => {
                    self.at += 1;
                    return Some(items);
                }
                Some(_) if depth >= DEEPEST => return None,
                Some(_) => push(&mut items, self.nested(depth + 1)?),
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Dictionary> {
        let mut items = Vec::new();
        loop {
            self.blank();
            match self.peek() {
                None => break,
                Some(b'>') => {
                    // Both signs, as far as they are there: a file may end between them.
                    self.at += if self.bytes.get(self.at + 1) == Some(&b'>') { 2 } else { 1 };
                    break;
                }
                Some(_) if depth >= DEEPEST => return None,
                Some(_) => push(&mut items, self.nested(depth + 1)?),
            }
        }
        let mut dictionary = Dictionary::default();
        let mut items = items.into_iter();
        while let Some(key) = items.next() {
            if let Object::Name(key) = key {
                dictionary.0.insert(key, items.next().unwrap_or_default());
            }
        }
        Some(dictionary)
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let raw = self.word();
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(&byte) = raw.get(at) {
            let escaped =
                (byte == b'#').then(|| Some(digit(*raw.get(at + 1)?)? << 4 | digit(*raw.get(at + 2)?)?)).flatten();
            name.push(escaped.unwrap_or(byte));
            at += if escaped.is_some() { 3 } else { 1 };
        }
        name
    }

    /// Letters up to a blank or a delimiter.
    fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn number(&mut self) -> Object {
        let word = self.word();
        let text = std::str::from_utf8(word).unwrap_or("");
        // Some writers put two signs or a sign in the middle.
        let plain = text.trim_start_matches(['+', '-']);
        let value: f64 = plain.split('-').next().and_then(|digits| digits.parse().ok()).unwrap_or(0.0);
        Object::Number(if text.starts_with('-') { -value } else { value })
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut depth = 1;
        let mut text = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(next @ b'0'..=b'7') => value = value * 8 + u32::from(next - b'0'),
                        _ => break,
                    }
                    self.at += 1;
                }
                text.push((value & 0xFF) as u8);
            }
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut digits = Vec::new();
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            digits.extend(digit(byte));
        }
        digits.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(0)).collect()
    }
}

/// Adds a value to a list; `12 0 R` becomes a reference.
fn push(items: &mut Vec<Object>, value: Object) {
    if value == Object::Word(b"R".to_vec())
        && let [.., number, Object::Number(_)] = items.as_slice()
        && let Some(number) = number.count()
    {
        items.truncate(items.len() - 2);
        items.push(Object::Reference(number as u32));
        return;
    }
    items.push(value);
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Object> {
        Syntax::new(text.as_bytes(), 0).value()
    }

    #[test]
    fn values_are_read() {
        let Some(Object::Dictionary(found)) =
            read("<</A#42 [1 -2.5 12 0 R true] /S (a\\(b\\051(c)\\101) /H <4E 2D4>>>")
        else {
            panic!("a dictionary")
        };
        let items = found.get("AB").array();
        assert_eq!(items[..3], [Object::Number(1.0), Object::Number(-2.5), Object::Reference(12)]);
        assert_eq!(found.get("S").string(), Some(&b"a(b)(c)A"[..]));
        assert_eq!(found.get("H").string(), Some(&[0x4E, 0x2D, 0x40][..]));
    }

    #[test]
    fn endless_nesting_and_open_ends_are_no_trouble() {
        assert_eq!(read(&"[".repeat(100_000)), None);
        assert_eq!(read(&"<<".repeat(100_000)), None);
        for text in ["(abc", "<4", "[1 2", "<</A", "<</A 1>", "/", "", ">>", "%"] {
            let mut syntax = Syntax::new(text.as_bytes(), 0);
            syntax.value();
            assert!(syntax.at <= text.len(), "{text}");
        }
    }
}
