use super::object::Object;
use super::syntax::Syntax;
use crate::text::gb18030;
use std::collections::BTreeMap;

/// Characters that one mapping may name; more than a font can hold.
const ENTRIES: usize = 200_000;

/// How the codes of a font become text.
#[derive(Debug)]
pub(super) enum Mapping {
    /// A table in the file: code and length of the code to text.
    Table(Table),
    /// The codes are UTF-16.
    Utf16,
    /// The codes are GBK or GB18030.
    Gbk,
    /// Two bytes a code, of unknown meaning.
    Unknown,
}

/// A table of codes.
#[derive(Debug, Default)]
pub(super) struct Table {
    texts: BTreeMap<(usize, u32), String>,
    /// Lengths of codes with their ranges.
    spaces: Vec<(usize, u32, u32)>,
}

impl Mapping {
    /// The mapping that a predefined name stands for.
    pub(super) fn named(name: &[u8]) -> Self {
        let name = String::from_utf8_lossy(name);
        if name.contains("UCS2") || name.contains("UTF16") {
            Self::Utf16
        } else if name.starts_with("GB") {
            Self::Gbk
        } else {
            Self::Unknown
        }
    }

    /// Splits a string into codes; each with its length, and its text if that is known.
    pub(super) fn codes(&self, bytes: &[u8]) -> Vec<(u32, usize, Option<String>)> {
        let mut codes = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let length = self.length(&bytes[at..]).min(bytes.len() - at).max(1);
            let raw = &bytes[at..at + length];
            let code = raw.iter().fold(0u32, |code, &byte| code << 8 | u32::from(byte));
            let text = match self {
                Self::Table(table) => table.texts.get(&(length, code)).cloned(),
                Self::Utf16 => {
                    let units: Vec<u16> = raw.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
                    String::from_utf16(&units).ok()
                }
                Self::Gbk => gb18030(raw).map(std::borrow::Cow::into_owned),
                Self::Unknown => None,
            };
            codes.push((code, length, text));
            at += length;
        }
        codes
    }

    fn length(&self, rest: &[u8]) -> usize {
        match self {
            Self::Table(table) => table.length(rest),
            Self::Utf16 if rest.first().is_some_and(|byte| (0xD8..=0xDB).contains(byte)) => 4,
            Self::Gbk if rest[0] < 0x80 => 1,
            Self::Gbk if rest.get(1).is_some_and(u8::is_ascii_digit) => 4,
            Self::Utf16 | Self::Gbk | Self::Unknown => 2,
        }
    }
}

impl Table {
    /// Reads a table as it stands in the file (`beginbfchar`, `beginbfrange`).
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut table = Self::default();
        let mut syntax = Syntax::new(bytes, 0);
        let mut values: Vec<Object> = Vec::new();
        while let Some(value) = syntax.value() {
            let Object::Word(word) = &value else {
                if values.len() < ENTRIES {
                    values.push(value);
                }
                continue;
            };
            match word.as_slice() {
                b"endcodespacerange" => {
                    for pair in values.chunks_exact(2) {
                        if let (Some((length, low)), Some((_, high))) = (code(&pair[0]), code(&pair[1])) {
                            table.spaces.push((length, low, high));
                        }
                    }
                }
                b"endbfchar" => {
                    for pair in values.chunks_exact(2) {
                        if let (Some(key), Some(text)) = (code(&pair[0]), pair[1].string()) {
                            table.insert(key, utf16(text));
                        }
                    }
                }
                b"endbfrange" => {
                    for three in values.chunks_exact(3) {
                        table.range(&three[0], &three[1], &three[2]);
                    }
                }
                _ => {}
            }
            values.clear();
        }
        table
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The text of a code of one byte.
    pub(super) fn of_byte(&self, byte: u8) -> Option<&String> {
        self.texts.get(&(1, u32::from(byte))).or_else(|| self.texts.get(&(2, u32::from(byte))))
    }

    fn insert(&mut self, key: (usize, u32), text: String) {
        if self.texts.len() < ENTRIES {
            self.texts.insert(key, text);
        }
    }

    fn range(&mut self, low: &Object, high: &Object, target: &Object) {
        let (Some((length, low)), Some((_, high))) = (code(low), code(high)) else { return };
        let codes = low..=high.min(low.saturating_add(0xFFFF));
        if let Some(first) = target.string() {
            for (step, code) in codes.enumerate() {
                if self.texts.len() >= ENTRIES {
                    return;
                }
                self.insert((length, code), advanced(first, step as u32));
            }
        } else {
            for (code, text) in codes.zip(target.array()) {
                self.insert((length, code), utf16(text.string().unwrap_or(&[])));
            }
        }
    }

    fn length(&self, rest: &[u8]) -> usize {
        let mut code = 0u32;
        for (at, &byte) in rest.iter().take(4).enumerate() {
            code = code << 8 | u32::from(byte);
            let length = at + 1;
            if self.spaces.iter().any(|&(of, low, high)| of == length && (low..=high).contains(&code)) {
                return length;
            }
        }
        self.spaces.first().map_or(2, |&(length, ..)| length)
    }
}

fn code(value: &Object) -> Option<(usize, u32)> {
    let bytes = value.string().filter(|bytes| (1..=4).contains(&bytes.len()))?;
    Some((bytes.len(), bytes.iter().fold(0, |code, &byte| code << 8 | u32::from(byte))))
}

fn utf16(bytes: &[u8]) -> String {
    if bytes.len() == 1 {
        return char::from(bytes[0]).to_string();
    }
    let units: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// The text some steps after the first of a range: its last character goes up.
fn advanced(first: &[u8], step: u32) -> String {
    let text = utf16(first);
    let Some(last) = text.chars().last() else { return text };
    let mut start: String = text.chars().take(text.chars().count() - 1).collect();
    start.extend(char::from_u32(last as u32 + step));
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_maps_codes_to_text() {
        let table = Table::read(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <00660069> endbfchar
              2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<7532> <D840DC00>] endbfrange",
        );
        let text = |code: u8| Mapping::Table(Table::default()).codes(&[0, code]).len() + usize::from(table.is_empty());
        assert_eq!(text(3), 1);
        let codes = Mapping::Table(table).codes(&[0, 3, 0, 0x11, 0, 0x20, 0, 0x21, 0, 0x99]);
        let texts: Vec<Option<&str>> = codes.iter().map(|(_, _, text)| text.as_deref()).collect();
        assert_eq!(texts, [Some("fi"), Some("丁"), Some("甲"), Some("𠀀"), None]);
    }

    #[test]
    fn chinese_encodings_need_no_table() {
        let texts = |name: &str, bytes: &[u8]| -> String {
            Mapping::named(name.as_bytes()).codes(bytes).into_iter().filter_map(|(_, _, text)| text).collect()
        };
        assert_eq!(texts("UniGB-UCS2-H", &[0x75, 0x32, 0x4E, 0x59]), "甲乙");
        assert_eq!(texts("GBK-EUC-H", &[0xBC, 0xD7, b'1', 0xD2, 0xD2]), "甲1乙");
        assert_eq!(texts("Identity-H", &[0, 1]), "");
    }

    #[test]
    fn a_range_without_end_is_no_trouble() {
        let table = Table::read(b"<00000000> <FFFFFFFF> <4E00> 3 beginbfrange <00000000> <FFFFFFFF> <4E00> endbfrange");
        assert!(table.texts.len() <= ENTRIES);
    }
}
