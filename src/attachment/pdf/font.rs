use super::document::Document;
use super::mapping::{Mapping, Table};
use super::object::{Dictionary, Object};
use super::radicals::unified;
use std::collections::BTreeMap;

/// A font: what its codes mean, and how wide they are drawn.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    /// Widths in thousandths of the font's size.
    widths: BTreeMap<u32, f64>,
    default_width: f64,
}

#[derive(Debug)]
enum Codes {
    /// One byte a code.
    Simple(Vec<Option<String>>),
    Composite(Mapping),
}

/// What a shown string is.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) text: String,
    /// Codes without a known text.
    pub(super) unknown: usize,
    /// Its width in thousandths of the font's size.
    pub(super) width: f64,
    /// How many codes, and how many of them are the one-byte space, which word spacing widens.
    pub(super) codes: usize,
    pub(super) spaces: usize,
}

impl Font {
    pub(super) fn read(document: &Document, font: &Dictionary) -> Self {
        let table = match document.resolve(font.get("ToUnicode")) {
            stream @ Object::Stream(..) => document.unpacked(&stream).map(|bytes| Table::read(&bytes)),
            _ => None,
        };
        let table = table.filter(|table| !table.is_empty());
        if font.is("Subtype", "Type0") {
            Self::composite(document, font, table)
        } else {
            Self::simple(document, font, table)
        }
    }

    fn composite(document: &Document, font: &Dictionary, table: Option<Table>) -> Self {
        let descendant =
            document.resolve(font.get("DescendantFonts")).array().first().map(|first| document.dictionary(first));
        let descendant = descendant.unwrap_or_default();
        let mapping = match (table, document.resolve(font.get("Encoding"))) {
            (Some(table), _) => Mapping::Table(table),
            (None, Object::Name(name)) => Mapping::named(&name),
            (None, _) => Mapping::Unknown,
        };
        let mut widths = BTreeMap::new();
        let runs = document.resolve(descendant.get("W"));
        let mut items = runs.array().iter().map(|item| document.resolve(item));
        while let (Some(first), Some(next)) = (items.next(), items.next()) {
            let Some(first) = first.count() else { break };
            match next {
                Object::Array(each) => {
                    let each = each.iter().filter_map(Object::number);
                    widths.extend(each.enumerate().map(|(at, width)| ((first + at) as u32, width)));
                }
                last => {
                    let (Some(last), Some(width)) = (last.count(), items.next().and_then(|width| width.number()))
                    else {
                        break;
                    };
                    widths.extend((first..=last.min(first + 0xFFFF)).map(|code| (code as u32, width)));
                }
            }
        }
        Self {
            codes: Codes::Composite(mapping),
            widths,
            default_width: document.resolve(descendant.get("DW")).number().unwrap_or(1000.0),
        }
    }

    fn simple(document: &Document, font: &Dictionary, table: Option<Table>) -> Self {
        let mut texts: Vec<Option<String>> = (0..=255u8).map(latin).collect();
        if let Object::Dictionary(encoding) = document.resolve(font.get("Encoding")) {
            let mut code = 0;
            for item in document.resolve(encoding.get("Differences")).array() {
                match item {
                    Object::Number(_) => code = item.count().unwrap_or(0),
                    Object::Name(name) => {
                        if let Some(text) = texts.get_mut(code) {
                            *text = glyph(&String::from_utf8_lossy(name));
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        if let Some(table) = table {
            for (byte, text) in (0..=255u8).zip(&mut texts) {
                if let Some(known) = table.of_byte(byte) {
                    *text = Some(known.clone());
                }
            }
        }
        let first = document.resolve(font.get("FirstChar")).count().unwrap_or(0);
        let list = document.resolve(font.get("Widths"));
        let widths = list.array().iter().enumerate().take(256);
        let scale = if font.is("Subtype", "Type3") { type_3_scale(document, font) } else { 1.0 };
        let widths =
            widths.filter_map(|(at, width)| Some(((first + at) as u32, document.resolve(width).number()? * scale)));
        Self { codes: Codes::Simple(texts), widths: widths.collect(), default_width: 500.0 }
    }

    /// What a string shows in this font.
    pub(super) fn show(&self, bytes: &[u8]) -> Shown {
        let mut shown = Shown::default();
        match &self.codes {
            Codes::Simple(texts) => {
                for &byte in bytes {
                    shown.add(texts[usize::from(byte)].as_deref(), self.width(u32::from(byte)), byte == b' ');
                }
            }
            Codes::Composite(mapping) => {
                for (code, length, text) in mapping.codes(bytes) {
                    shown.add(text.as_deref(), self.width(code), length == 1 && code == 32);
                }
            }
        }
        shown
    }

    fn width(&self, code: u32) -> f64 {
        self.widths.get(&code).copied().unwrap_or(self.default_width)
    }
}

impl Shown {
    fn add(&mut self, text: Option<&str>, width: f64, is_space: bool) {
        match text {
            Some(text) => self.text.extend(text.chars().filter(|sign| !sign.is_control()).map(unified)),
            None => self.unknown += 1,
        }
        self.width += width;
        self.codes += 1;
        self.spaces += usize::from(is_space);
    }
}

/// Type 3 fonts measure in units of their own.
fn type_3_scale(document: &Document, font: &Dictionary) -> f64 {
    let matrix = document.resolve(font.get("FontMatrix"));
    matrix.array().first().and_then(Object::number).map_or(1.0, |unit| unit * 1000.0)
}

/// The character of a byte in the encodings of the West; most writers use the one of Windows.
fn latin(byte: u8) -> Option<String> {
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    match byte {
        0..=0x1F => None,
        0x80..=0x9F => WINDOWS.chars().nth(usize::from(byte) - 0x80).map(String::from),
        _ => Some(char::from(byte).to_string()),
    }
}

/// The text of a glyph by its name: letters, the digits, and names that hold a number.
fn glyph(name: &str) -> Option<String> {
    const NAMES: &[(&str, &str)] = &[
        ("space", " "),
        ("zero", "0"),
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("period", "."),
        ("comma", ","),
        ("colon", ":"),
        ("semicolon", ";"),
        ("hyphen", "-"),
        ("minus", "-"),
        ("parenleft", "("),
        ("parenright", ")"),
        ("slash", "/"),
        ("percent", "%"),
        ("asterisk", "*"),
        ("plus", "+"),
        ("equal", "="),
        ("at", "@"),
        ("underscore", "_"),
        ("quotesingle", "'"),
        ("quotedbl", "\""),
        ("fi", "fi"),
        ("fl", "fl"),
        ("endash", "–"),
        ("emdash", "—"),
    ];
    let base = name.split('.').next().filter(|base| !base.is_empty()).unwrap_or(name);
    if base.chars().count() == 1 {
        return Some(base.to_owned());
    }
    if let Some((_, text)) = NAMES.iter().find(|(known, _)| *known == base) {
        return Some((*text).to_owned());
    }
    let digits = base.strip_prefix("uni").or_else(|| base.strip_prefix('u'))?;
    let code = u32::from_str_radix(digits.get(..4.max(digits.len().min(6)))?, 16).ok()?;
    char::from_u32(code).map(String::from)
}
