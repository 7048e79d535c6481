use super::contract::Export;
use super::row::rows;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use serde_json::Value;

/// The catalogue as JSON, one item a line, so that two versions can be compared.
pub(super) struct CatalogueJson;

impl Export for CatalogueJson {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let rows: Vec<String> = rows(board).map(|row| serde_json::to_string(&row).unwrap_or_default()).collect();
        let name = Value::from(board.config.title.as_str());
        let (date, rows) = (board.today, rows.join(",\n"));
        let text = format!("{{\"board\":{name},\"date\":\"{date}\",\"items\":[\n{rows}\n]}}\n");
        vec![Artifact { path: "catalogue.json".to_owned(), bytes: text.into_bytes() }]
    }
}
