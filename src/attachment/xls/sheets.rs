use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::hidden::{Hidden, HiddenKind};
use super::super::ole::{long, short};
use super::super::worksheet::{Merge, SheetBuilder, cell_name};
use super::cells::Cells;
use super::globals::{DECODE, Globals, SheetEntry};
use super::records::{self, Records};
use super::strings;
use crate::diag::Spot;
use crate::say;
use std::collections::{BTreeMap, BTreeSet};

/// Reads one sheet into the extract; what was read before a fault is kept.
pub(super) fn read(
    stream: &[u8],
    entry: &SheetEntry,
    globals: &Globals,
    slots: &mut usize,
    extract: &mut Extract,
) -> Result<(), Fault> {
    let mut sheet = SheetReader {
        cells: Cells::new(SheetBuilder::new(entry.name.clone(), entry.visibility), globals, slots),
        name: &entry.name,
        texts: BTreeMap::new(),
        object: 0,
        notes: Vec::new(),
    };
    let outcome = sheet.records(Records::new(stream, entry.start), globals, extract);
    let comments = sheet.comments(extract);
    extract.sheets.push(sheet.cells.finish());
    outcome.and(comments)
}

struct SheetReader<'a> {
    cells: Cells<'a>,
    name: &'a str,
    /// The texts of drawn objects by the objects' numbers.
    texts: BTreeMap<u16, String>,
    object: u16,
    /// Comments: cell, and number of the object that holds the text.
    notes: Vec<(String, u16)>,
}

impl SheetReader<'_> {
    fn records(&mut self, mut stream: Records, globals: &Globals, extract: &mut Extract) -> Result<(), Fault> {
        // Charts lie inside their sheet, between a begin and an end of their own.
        let mut depth = 0;
        let mut hidden_rows = BTreeSet::new();
        while let Some(record) = stream.next() {
            let bytes = record.bytes;
            match record.kind {
                records::BEGIN => depth += 1,
                records::END => {
                    depth -= 1;
                    if depth <= 0 {
                        break;
                    }
                }
                records::ROW if short(bytes, 12).is_some_and(|flags| flags & 0x20 != 0) => {
                    hidden_rows.extend(short(bytes, 0));
                }
                records::COLUMNS if short(bytes, 8).is_some_and(|flags| flags & 1 != 0) => {
                    if let (Some(first), Some(last)) = (short(bytes, 0), short(bytes, 2)) {
                        self.cells.builder.sheet.hidden_columns.push(u32::from(first)..=u32::from(last));
                    }
                }
                records::MERGES => self.cells.builder.sheet.merges.extend(merges(bytes)),
                records::HEADER | records::FOOTER if !bytes.is_empty() => {
                    let text = if globals.flagged {
                        strings::long_string(bytes, DECODE)
                    } else {
                        strings::letters(&bytes[1..], usize::from(bytes[0]), false, DECODE)
                    };
                    extract.paragraph(Spot::File, text)?;
                }
                records::OBJECT => self.object = short(bytes, 6).unwrap_or(0),
                records::DRAWN_TEXT => {
                    let count = usize::from(short(bytes, 10).unwrap_or(0));
                    let pieces = stream.continued();
                    let text = pieces.first().map(|piece| strings::flagged(piece, count, DECODE));
                    self.texts.insert(self.object, text.unwrap_or_default());
                }
                records::NOTE => {
                    if let (Some(row), Some(column), Some(object)) = (short(bytes, 0), short(bytes, 2), short(bytes, 6))
                    {
                        self.notes.push((cell_name(u32::from(column), u32::from(row) + 1), object));
                    }
                }
                _ => self.cells.take(record, &hidden_rows, extract)?,
            }
        }
        Ok(())
    }

    fn comments(&mut self, extract: &mut Extract) -> Result<(), Fault> {
        let spot = |cell: &str| Spot::Cell { sheet: self.name.to_owned(), cell: cell.to_owned() };
        if let Some((first, _)) = self.notes.first() {
            let (sheet, count) = (self.name, self.notes.len());
            let message = say!("工作表“{sheet}”有 {count} 处批注", "sheet “{sheet}” has comments on {count} cells");
            extract.hidden.push(Hidden::data(spot(first), HiddenKind::Comment, message));
        }
        for (cell, object) in std::mem::take(&mut self.notes) {
            let text = self.texts.remove(&object).unwrap_or_default();
            extract.paragraph(spot(&cell), text)?;
        }
        for text in std::mem::take(&mut self.texts).into_values() {
            extract.paragraph(Spot::File, text)?;
        }
        Ok(())
    }
}

fn merges(bytes: &[u8]) -> Vec<Merge> {
    let areas = bytes.get(2..).unwrap_or(&[]).chunks_exact(8);
    areas
        .filter_map(|area| {
            let rows = long(area, 0)?;
            let columns = long(area, 4)?;
            let (first, last) = (rows & 0xFFFF, rows >> 16);
            Some(Merge { rows: (first + 1, last.max(first) + 1), columns: (columns & 0xFFFF, columns >> 16) })
        })
        .collect()
}
