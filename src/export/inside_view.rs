use super::contract::Export;
use crate::board::{Board, Reach, approval_months, approved_in};
use crate::calendar::Stamp;
use crate::inspection::{Inspection, json};
use crate::output::Artifact;
use crate::page::Page;
use crate::sheet;

/// What only the office sees, as data: the inspection, and the ledger of approvals.
pub(super) struct InsideView;

impl Export for InsideView {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        if board.edition.reach != Reach::Internal {
            return Vec::new();
        }
        let data = serde_json::to_string_pretty(&json(&Inspection::of(board))).unwrap_or_default();
        vec![
            Artifact { path: "inspection/inspection.json".to_owned(), bytes: format!("{data}\n").into_bytes() },
            Artifact { path: "inspection/ledger.csv".to_owned(), bytes: ledger(board) },
        ]
    }
}

/// One line a step that was done, the newest month first.
fn ledger(board: &Board) -> Vec<u8> {
    let header = ["月份", "索引号", "公开事项", "责任单位", "发布日期", "环节", "经办人（职务）", "日期", "意见"];
    let mut rows = Vec::new();
    for (month, _) in approval_months(board) {
        for item in approved_in(board, month).into_iter().map(|id| board.item(id)) {
            for step in &item.front().approvals {
                rows.push(vec![
                    month.to_string(),
                    item.index().unwrap_or_default().to_owned(),
                    item.title().to_owned(),
                    item.unit.map_or("", |unit| &board.config.unit(unit).name).to_owned(),
                    item.published().map(Stamp::date).map(|on| on.to_string()).unwrap_or_default(),
                    board.config.step_name(&step.step).to_owned(),
                    step.by.as_ref().map_or("", |by| by.trim()).to_owned(),
                    step.on.as_ref().map(|on| on.date().to_string()).unwrap_or_default(),
                    step.opinion.as_ref().map_or("", |opinion| opinion.trim()).to_owned(),
                ]);
            }
        }
    }
    sheet::csv(&header.map(str::to_owned), &rows)
}
