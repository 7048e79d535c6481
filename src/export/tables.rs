use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;

/// The tables of items for download, CSV and workbook: made of what the page shows, never of the file as it lies on
/// disk.
pub(super) struct Tables;

impl Export for Tables {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let shown = board.items.iter().filter(|item| item.shows_content()).flat_map(|item| &item.tables);
        let files = shown.flat_map(|table| [(&table.csv, table.csv_bytes()), (&table.xlsx, table.xlsx_bytes())]);
        let made = |(address, bytes): (&crate::board::Address, Option<&[u8]>)| {
            Some(Artifact { path: address.as_str().to_owned(), bytes: bytes?.to_vec() })
        };
        files.filter_map(made).collect()
    }
}
