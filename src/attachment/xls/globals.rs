use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::hidden::{Hidden, HiddenKind};
use super::super::limits;
use super::super::number_format::NumberFormat;
use super::super::ole::{damaged, long, short};
use super::super::worksheet::Visibility;
use super::records::{self, Record, Records};
use super::strings::{self, Decode};
use crate::diag::Spot;
use crate::say;
use crate::text::gb18030;
use std::collections::BTreeMap;

/// What holds for the whole workbook.
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetEntry>,
    pub(super) strings: Vec<String>,
    pub(super) formats: Vec<NumberFormat>,
    pub(super) since_1904: bool,
    /// Whether strings have a flag byte: since Excel 97.
    pub(super) flagged: bool,
}

/// One sheet in the table of contents.
pub(super) struct SheetEntry {
    pub(super) name: String,
    pub(super) visibility: Visibility,
    pub(super) start: usize,
}

/// Bytes of Excel 95 and of narrow strings: GBK, which holds ASCII.
pub(super) const DECODE: Decode = gb18030;

impl Globals {
    pub(super) fn read(stream: &[u8], extract: &mut Extract) -> Result<Self, Fault> {
        let mut globals =
            Self { sheets: Vec::new(), strings: Vec::new(), formats: Vec::new(), since_1904: false, flagged: true };
        let mut codes: BTreeMap<u16, NumberFormat> = BTreeMap::new();
        let mut styles: Vec<u16> = Vec::new();
        let mut stream = Records::new(stream, 0);
        match stream.next() {
            Some(record) if record.kind == records::BEGIN => {
                globals.flagged = short(record.bytes, 0).is_some_and(|version| version >= 0x0600);
            }
            _ => return Err(damaged()),
        }
        let mut other_books = 0;
        while let Some(record) = stream.next() {
            match record.kind {
                records::END => break,
                records::PASSWORD => return Err(Fault::Encrypted),
                records::SHEET => globals.sheets.extend(globals.sheet(record.bytes)),
                records::DATE_MODE => globals.since_1904 = short(record.bytes, 0) == Some(1),
                records::STYLE => styles.push(short(record.bytes, 2).unwrap_or(0)),
                records::FORMAT => {
                    if let Some(id) = short(record.bytes, 0) {
                        let code = globals.format_code(record.bytes.get(2..).unwrap_or(&[]));
                        codes.insert(id, NumberFormat::parse(&code));
                    }
                }
                records::SHARED_STRINGS => {
                    let mut pieces = vec![record.bytes];
                    pieces.extend(stream.continued());
                    globals.strings = strings::shared(&pieces, extract)?;
                }
                records::OTHER_BOOK => other_books += usize::from(other_book(record, extract)?),
                records::CACHED_ROW => extract.paragraph(Spot::File, cached(record.bytes))?,
                _ => {}
            }
        }
        if globals.sheets.len() > limits::SHEETS {
            let limit = limits::SHEETS;
            return Err(Fault::TooBig(say!("工作表超过 {limit} 张", "more than {limit} sheets")));
        }
        if other_books > 0 {
            let message = say!("引用外部文件并带有其数据的副本", "refers to another file and holds a copy of its data");
            extract.hidden.push(Hidden::data(Spot::File, HiddenKind::ExternalLink, message));
        }
        let format = |id: u16| codes.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(u32::from(id)));
        globals.formats = styles.into_iter().map(format).collect();
        Ok(globals)
    }

    fn sheet(&self, bytes: &[u8]) -> Option<SheetEntry> {
        let name = bytes.get(6..)?;
        // Charts and macro modules hold no cells.
        if !matches!(bytes[5], 0 | 1) {
            return None;
        }
        Some(SheetEntry {
            name: if self.flagged {
                strings::short_string(name, DECODE)
            } else {
                let (&count, rest) = name.split_first()?;
                strings::letters(rest, usize::from(count), false, DECODE)
            },
            visibility: match bytes[4] & 3 {
                0 => Visibility::Visible,
                1 => Visibility::Hidden,
                _ => Visibility::VeryHidden,
            },
            start: long(bytes, 0)? as usize,
        })
    }

    fn format_code(&self, bytes: &[u8]) -> String {
        if self.flagged {
            return strings::long_string(bytes, DECODE);
        }
        let Some((&count, rest)) = bytes.split_first() else { return String::new() };
        strings::letters(rest, usize::from(count), false, DECODE)
    }
}

/// Whether the record names another workbook; its path is a text that would be published.
fn other_book(record: Record, extract: &mut Extract) -> Result<bool, Fault> {
    let kind = short(record.bytes, 2);
    if record.bytes.len() <= 4 || matches!(kind, Some(0x0401 | 0x3A01)) {
        return Ok(false);
    }
    let path = strings::long_string(&record.bytes[2..], DECODE);
    let path: String = path.chars().map(|sign| if sign < ' ' { '/' } else { sign }).collect();
    extract.paragraph(Spot::File, path)?;
    Ok(true)
}

/// The texts among the cached cells of another workbook.
fn cached(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut at = 4;
    while let Some(&kind) = bytes.get(at) {
        if kind == 2 {
            let word = strings::long_string(bytes.get(at + 1..).unwrap_or(&[]), DECODE);
            let wide = bytes.get(at + 3).is_some_and(|flags| flags & 1 != 0);
            let count = usize::from(short(bytes, at + 1).unwrap_or(0));
            at += 4 + if wide { count * 2 } else { count };
            text.push_str(&word);
            text.push(' ');
        } else {
            at += 9;
        }
    }
    text
}
