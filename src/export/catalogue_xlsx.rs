use super::columns::{ATTACHMENTS, COLUMNS, cells, header};
use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use crate::sheet::{Cell, SheetSpec, xlsx};

/// The catalogue as a workbook: one plain sheet, its head in view, with filters.
pub(super) struct CatalogueXlsx;

impl Export for CatalogueXlsx {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let numbers = COLUMNS.iter().position(|&name| name == ATTACHMENTS);
        let row = |words: Vec<String>| {
            let cells = words.into_iter().enumerate();
            // An index number or a date is a text, however much it looks like a number.
            cells.map(|(at, words)| if Some(at) == numbers { Cell::of(&words) } else { Cell::from(words) }).collect()
        };
        let spec = SheetSpec {
            name: "公开目录".to_owned(),
            header: header(),
            rows: cells(board).map(row).collect(),
            autofilter: true,
            freeze: true,
        };
        // A workbook holds a million rows, which no office reaches; the CSV says the same.
        let workbook = xlsx(&[spec]).ok();
        workbook.into_iter().map(|bytes| Artifact { path: "catalogue.xlsx".to_owned(), bytes }).collect()
    }
}
