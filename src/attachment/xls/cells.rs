use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::number_format::NumberFormat;
use super::super::ole::{long, short};
use super::super::worksheet::{Sheet, SheetBuilder};
use super::globals::{DECODE, Globals};
use super::records::{self, Record};
use super::strings;
use std::collections::BTreeSet;

/// Takes the records that hold cells.
pub(super) struct Cells<'a> {
    pub(super) builder: SheetBuilder,
    globals: &'a Globals,
    slots: &'a mut usize,
    row: Option<u16>,
    /// The formula whose text comes in the next record: its row and column.
    waiting: Option<(u16, u16)>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(builder: SheetBuilder, globals: &'a Globals, slots: &'a mut usize) -> Self {
        Self { builder, globals, slots, row: None, waiting: None }
    }

    pub(super) fn finish(self) -> Sheet {
        self.builder.finish()
    }

    pub(super) fn take(
        &mut self,
        record: Record,
        hidden_rows: &BTreeSet<u16>,
        extract: &mut Extract,
    ) -> Result<(), Fault> {
        let bytes = record.bytes;
        let globals = self.globals;
        let (Some(row), Some(column)) = (short(bytes, 0), short(bytes, 2)) else { return Ok(()) };
        let mut put = |row: u16, column: u16, text: String| {
            extract.spend(text.len())?;
            if self.row != Some(row) {
                self.row = Some(row);
                self.builder.begin_row(u32::from(row) + 1, hidden_rows.contains(&row));
            }
            self.builder.cell(u32::from(column), text, self.slots)
        };
        let style = |at: usize| {
            let style = usize::from(short(bytes, at).unwrap_or(0));
            globals.formats.get(style).unwrap_or(&NumberFormat::General)
        };
        let show = |value: f64, style: &NumberFormat| style.show(value, globals.since_1904);
        match record.kind {
            records::SHARED_LABEL => {
                let at = long(bytes, 6).unwrap_or(u32::MAX) as usize;
                put(row, column, globals.strings.get(at).cloned().unwrap_or_default())
            }
            records::LABEL | records::RICH_LABEL => {
                let text = bytes.get(6..).unwrap_or(&[]);
                put(row, column, globals.text(text))
            }
            records::NUMBER => number(bytes, 6).map_or(Ok(()), |value| put(row, column, show(value, style(4)))),
            records::SHORT_NUMBER => {
                long(bytes, 6).map_or(Ok(()), |packed| put(row, column, show(unpacked(packed), style(4))))
            }
            records::MULTIPLE_NUMBERS => {
                let count = bytes.len().saturating_sub(6) / 6;
                (0..count).try_for_each(|at| {
                    let packed = long(bytes, 4 + at * 6 + 2).unwrap_or(0);
                    let text = show(unpacked(packed), style(4 + at * 6));
                    put(row, column.saturating_add(at as u16), text)
                })
            }
            records::BOOLEAN => match bytes.get(6..8) {
                Some([value, 0]) => put(row, column, if *value == 0 { "FALSE" } else { "TRUE" }.to_owned()),
                _ => Ok(()),
            },
            records::FORMULA => match bytes.get(6..14) {
                Some([0, .., 0xFF, 0xFF]) => {
                    self.waiting = Some((row, column));
                    Ok(())
                }
                Some([1, _, value, .., 0xFF, 0xFF]) => {
                    put(row, column, if *value == 0 { "FALSE" } else { "TRUE" }.to_owned())
                }
                Some([.., 0xFF, 0xFF]) => Ok(()),
                _ => number(bytes, 6).map_or(Ok(()), |value| put(row, column, show(value, style(4)))),
            },
            records::FORMULA_TEXT => match self.waiting.take() {
                Some((row, column)) => put(row, column, globals.text(bytes)),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

impl Globals {
    /// A string with a two-byte length, in the version of this file.
    fn text(&self, bytes: &[u8]) -> String {
        if self.flagged {
            return strings::long_string(bytes, DECODE);
        }
        let count = usize::from(short(bytes, 0).unwrap_or(0));
        strings::letters(bytes.get(2..).unwrap_or(&[]), count, false, DECODE)
    }
}

fn number(bytes: &[u8], at: usize) -> Option<f64> {
    let eight: [u8; 8] = bytes.get(at..at + 8)?.try_into().ok()?;
    Some(f64::from_le_bytes(eight))
}

/// A number packed into four bytes: an integer or the upper half of a float, either of them perhaps times a hundred.
fn unpacked(packed: u32) -> f64 {
    let value = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    if packed & 1 == 0 { value } else { value / 100.0 }
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    #[test]
    #[expect(clippy::float_cmp, reason = "these values have exact forms")]
    fn packed_numbers_are_read_in_all_four_forms() {
        assert_eq!(unpacked((3 << 2) | 2), 3.0);
        assert_eq!(unpacked(((-5i32) << 2).cast_unsigned() | 2), -5.0);
        assert_eq!(unpacked((1234 << 2) | 3), 12.34);
        assert_eq!(unpacked(0x3FF0_0000), 1.0);
    }
}
