use crate::text::Text;

/// What an item asks of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSpec {
    /// The sheet; the first visible one where it is not named.
    pub sheet: Option<String>,
    /// The caption; else the title above the head, else the sheet's name.
    pub caption: Option<String>,
    /// Columns to mask, each with the kind of mask.
    pub mask: Vec<(String, String)>,
    /// Columns to leave out.
    pub drop: Vec<String>,
    /// Columns that have a total; it is computed where the table has no row 合计.
    pub total: Vec<String>,
}

/// A table as it is published. Every text in it is, so all of it must be checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table is about.
    pub caption: String,
    /// Lines between title and head, such as 单位：万元.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
    /// Which rows, from 0, are totals: 合计, 总计, 小计.
    pub total_rows: Vec<usize>,
    /// Which rows, from 0, explain the row above (其中) and do not add to it.
    pub detail_rows: Vec<usize>,
    /// Which columns, from 0, the item calls totals.
    pub total_columns: Vec<usize>,
    /// The number that each row has in the file, from 1; 0 for a row that was computed.
    pub numbers: Vec<u32>,
    /// Where each column stands in the sheet, from 0.
    pub places: Vec<u32>,
    /// Columns left out because the item says so.
    pub dropped: Vec<String>,
    /// Columns that were masked.
    pub masked: Vec<String>,
    /// Columns left out because they are hidden in the sheet.
    pub hidden_columns: Vec<String>,
    /// How many rows were left out because they are hidden in the sheet.
    pub hidden_rows: usize,
}

impl Table {
    /// How many rows at the end are totals.
    pub fn foot(&self) -> usize {
        (0..self.rows.len()).rev().take_while(|at| self.total_rows.contains(at)).count()
    }
}

/// What a fault in `tables:` is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The file could not be read as a table.
    File,
    /// No sheet of this name.
    Sheet,
    /// No column of this name; a misspelt name would leak the column.
    Column,
    /// No mask of this name; the column would be shown in clear.
    Mask,
    /// A total over a column that does not hold numbers.
    Total,
}

/// Why a table cannot be shown as asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFault {
    /// What it is about.
    pub kind: FaultKind,
    /// The word in the front matter that is wrong; empty for the file.
    pub named: String,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub remedy: Option<Text>,
}
