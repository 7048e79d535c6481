use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::ole::{Compound, damaged, long, short};
use super::summary;
use crate::diag::Spot;
use crate::say;
use crate::text::gb18030;

/// Reads the text of a Word file until 2003: body, notes, headers, comments, text boxes, in the order they are kept.
/// Deleted and hidden text is among it and not told apart.
pub(super) fn read(bytes: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(Fault::Encrypted);
    }
    let main = file.stream("WordDocument").ok_or_else(damaged)?;
    let flags = short(&main, 10).filter(|_| short(&main, 0) == Some(0xA5EC)).ok_or_else(damaged)?;
    if flags & 0x0100 != 0 {
        return Err(Fault::Encrypted);
    }
    let table = file.stream(if flags & 0x0200 != 0 { "1Table" } else { "0Table" }).ok_or_else(damaged)?;
    let (start, length) = long(&main, 0x01A2).zip(long(&main, 0x01A6)).ok_or_else(damaged)?;
    let pieces = table.get(start as usize..).and_then(|rest| rest.get(..length as usize)).ok_or_else(damaged)?;
    let mut paragraphs = Paragraphs::default();
    for text in text_pieces(&main, pieces).ok_or_else(damaged)? {
        for sign in text.chars() {
            paragraphs.take(sign, extract)?;
        }
    }
    paragraphs.end(extract)?;
    if file.has("Macros") {
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Macro, say!("含有宏", "holds macros")));
    }
    summary::read(&file, extract)
}

/// The pieces of text in their order.
fn text_pieces(main: &[u8], mut pieces: &[u8]) -> Option<Vec<String>> {
    // Formatting that was saved fast stands first.
    while pieces.first() == Some(&1) {
        pieces = pieces.get(3 + usize::from(short(pieces, 1)?)..)?;
    }
    let list = pieces.get(5..).filter(|_| pieces.first() == Some(&2))?;
    let list = list.get(..(long(pieces, 1)? as usize).min(list.len()))?;
    let count = list.len().checked_sub(4)? / 12;
    let mut found = Vec::new();
    let mut spent = 0;
    for at in 0..count {
        let letters = long(list, at * 4 + 4)?.saturating_sub(long(list, at * 4)?) as usize;
        let place = long(list, (count + 1) * 4 + at * 8 + 2)?;
        // Pieces may overlap in a file made to do harm; together they are never longer than the stream in a true one.
        spent += letters;
        if spent > main.len() {
            break;
        }
        let place_of_wide = place as usize;
        found.push(if place & 0x4000_0000 == 0 {
            let raw = main.get(place_of_wide..place_of_wide.checked_add(letters * 2)?)?;
            let units: Vec<u16> = raw.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
            String::from_utf16_lossy(&units)
        } else {
            let start = (place & 0x3FFF_FFFF) as usize / 2;
            let raw = main.get(start..start.checked_add(letters)?)?;
            gb18030(raw)
                .map_or_else(|| raw.iter().map(|&byte| char::from(byte)).collect(), std::borrow::Cow::into_owned)
        });
    }
    Some(found)
}

/// Puts signs together to paragraphs; leaves out what fields are computed from.
#[derive(Default)]
struct Paragraphs {
    text: String,
    number: u32,
    /// For each open field, whether its result has begun.
    fields: Vec<bool>,
}

impl Paragraphs {
    fn take(&mut self, sign: char, extract: &mut Extract) -> Result<(), Fault> {
        match sign {
            '\r' | '\u{7}' | '\u{C}' => self.end(extract)?,
            '\u{13}' if self.fields.len() < 64 => self.fields.push(false),
            '\u{14}' => {
                if let Some(field) = self.fields.last_mut() {
                    *field = true;
                }
            }
            '\u{15}' => _ = self.fields.pop(),
            '\u{B}' => self.text.push('\n'),
            '\u{1E}' => self.text.push('-'),
            '\t' => self.text.push('\t'),
            sign if sign < ' ' => {}
            sign if self.fields.iter().all(|&begun| begun) => self.text.push(sign),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, extract: &mut Extract) -> Result<(), Fault> {
        self.number += 1;
        extract.paragraph(Spot::Paragraph(self.number), std::mem::take(&mut self.text))
    }
}
