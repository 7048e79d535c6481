use super::columns::{cells, header};
use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use crate::sheet;

/// The catalogue as a table that spreadsheet programs open: UTF-8 with a byte-order mark.
pub(super) struct CatalogueCsv;

impl Export for CatalogueCsv {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let rows: Vec<Vec<String>> = cells(board).collect();
        vec![Artifact { path: "catalogue.csv".to_owned(), bytes: sheet::csv(&header(), &rows) }]
    }
}
