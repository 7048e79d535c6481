use super::spec::Table;
use crate::sheet::{Cell, SheetSpec, csv, xlsx};
use crate::text::Text;

/// The table as CSV for download.
pub fn write_csv(table: &Table) -> Vec<u8> {
    csv(&table.header, &table.rows)
}

/// The table as a workbook for download: one plain sheet.
///
/// # Errors
/// A table that is larger than Excel's grid.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>, Text> {
    let masked = |column: usize| table.masked.contains(&table.header[column]);
    let row = |cells: &Vec<String>| {
        let cell = |(column, words): (usize, &String)| {
            if masked(column) { Cell::from(words.as_str()) } else { Cell::of(words) }
        };
        cells.iter().enumerate().map(cell).collect()
    };
    xlsx(&[SheetSpec {
        name: table.caption.clone(),
        header: table.header.clone(),
        rows: table.rows.iter().map(row).collect(),
        autofilter: false,
        freeze: true,
    }])
}
