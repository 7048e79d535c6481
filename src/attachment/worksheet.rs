use super::fault::Fault;
use super::limits;
use super::passage::Passage;
use crate::diag::Spot;
use crate::say;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Whether the spreadsheet program shows a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Its tab is there.
    #[default]
    Visible,
    /// The user can bring it back by the menu.
    Hidden,
    /// Only a macro can bring it back.
    VeryHidden,
}

/// One sheet. Cells are the text that the spreadsheet program shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab; empty for a CSV file.
    pub name: String,
    /// Whether it is shown.
    pub visibility: Visibility,
    /// The rows that hold something, from top to bottom.
    pub rows: Vec<Row>,
    /// Hidden columns, from 0; they need not hold anything.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// Merged cells.
    pub merges: Vec<Merge>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: u32,
    /// Whether it is hidden or filtered away.
    pub hidden: bool,
    /// Its cells from column A on; the last one is not empty.
    pub cells: Vec<String>,
}

/// A rectangle of cells drawn as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First and last row, from 1.
    pub rows: (u32, u32),
    /// First and last column, from 0.
    pub columns: (u32, u32),
}

impl Row {
    /// Takes over the cells of another part of the same row.
    fn join(&mut self, other: &mut Self) {
        self.hidden |= other.hidden;
        if self.cells.len() < other.cells.len() {
            self.cells.resize(other.cells.len(), String::new());
        }
        for (cell, text) in self.cells.iter_mut().zip(&mut other.cells).filter(|(_, text)| !text.is_empty()) {
            // Two texts for one cell: both are in the file, so both are kept.
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(text);
        }
    }
}

impl Sheet {
    /// Whether it is shown.
    pub fn visible(&self) -> bool {
        self.visibility == Visibility::Visible
    }

    /// Whether a column, from 0, is hidden.
    pub fn column_hidden(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|range| range.contains(&column))
    }

    /// The filled cells with their places.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        self.rows.iter().flat_map(move |row| {
            row.cells.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()).map(move |(column, text)| {
                Passage {
                    spot: Spot::Cell { sheet: self.name.clone(), cell: cell_name(column as u32, row.number) },
                    text: Cow::Borrowed(text.as_str()),
                }
            })
        })
    }
}

/// Gathers the cells of one sheet and keeps within the limits.
#[derive(Debug)]
pub(super) struct SheetBuilder {
    pub(super) sheet: Sheet,
    row: Row,
}

impl SheetBuilder {
    pub(super) fn new(name: impl Into<String>, visibility: Visibility) -> Self {
        Self { sheet: Sheet { name: name.into(), visibility, ..Sheet::default() }, row: Row::default() }
    }

    /// Begins a row; rows may come in any order and are sorted at the end.
    pub(super) fn begin_row(&mut self, number: u32, hidden: bool) {
        self.end_row();
        self.row = Row { number, hidden, cells: Vec::new() };
    }

    /// Begins a row that is hidden just as the last one.
    pub(super) fn repeat_row(&mut self, number: u32) {
        let hidden = self.row.hidden;
        self.begin_row(number, hidden);
    }

    /// Puts a text in a column, from 0, of the row begun last. `slots` counts down what may still be kept.
    pub(super) fn cell(&mut self, column: u32, text: String, slots: &mut usize) -> Result<(), Fault> {
        if text.is_empty() {
            return Ok(());
        }
        let at = column as usize;
        let more = (at + 1).saturating_sub(self.row.cells.len());
        *slots = slots.checked_sub(more).ok_or_else(too_many_cells)?;
        if more > 0 {
            self.row.cells.resize(at + 1, String::new());
        }
        self.row.cells[at] = text;
        Ok(())
    }

    /// Hands out the sheet.
    pub(super) fn finish(mut self) -> Sheet {
        self.end_row();
        if !self.sheet.rows.is_sorted_by_key(|row| row.number) {
            self.sheet.rows.sort_by_key(|row| row.number);
        }
        self.sheet.rows.dedup_by(|later, row| {
            let same = later.number == row.number;
            if same {
                row.join(later);
            }
            same
        });
        self.sheet
    }

    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if !row.cells.is_empty() {
            row.cells.shrink_to_fit();
            self.sheet.rows.push(row);
        }
    }
}

fn too_many_cells() -> Fault {
    Fault::TooBig(say!("单元格超过 {limit} 个", "more than {limit} cells", limit = limits::CELLS))
}

/// The letters of a column, from 0: `A`, `Z`, `AA`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        letters.push(b'A' + (left % 26) as u8);
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// The name of a cell by its column, from 0, and its row, from 1: `B7`.
pub fn cell_name(column: u32, row: u32) -> String {
    format!("{}{row}", column_name(column))
}

/// Reads the name of a cell: `B7` or `$B$7` is column 1, row 7. A place outside Excel's grid is none.
pub(super) fn cell_at(name: &str) -> Option<(u32, u32)> {
    let mut column: u32 = 0;
    let mut row: u32 = 0;
    for byte in name.bytes().filter(|&byte| byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column.checked_mul(26)?.checked_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    let inside = (1..=16_384).contains(&column) && (1..=1_048_576).contains(&row);
    inside.then(|| (column - 1, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_excel() {
        assert_eq!([0, 25, 26, 701, 702, 16_383].map(column_name), ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
        for column in [0, 25, 26, 701, 702, 16_383] {
            assert_eq!(cell_at(&cell_name(column, 9)), Some((column, 9)));
        }
    }

    #[test]
    fn a_name_that_is_no_cell_has_no_place() {
        for name in ["", "7", "B", "B0", "7B", "XFE1", "A1048577", "甲1", "A99999999999"] {
            assert_eq!(cell_at(name), None, "{name}");
        }
    }
}
