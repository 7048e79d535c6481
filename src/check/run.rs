use super::contract::Context;
use super::registry::registered;
use crate::board::{Board, Item, ItemId};
use crate::diag::{Diagnostic, Report};

/// Runs every check over one item.
pub fn check_item(board: &Board, id: ItemId) -> Vec<Diagnostic> {
    let item = board.item(id);
    if item.front().draft && !board.edition.drafts || item.draft.report.has_errors() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for check in registered() {
        let mut cx = Context { board, id: Some(id), meta: check.meta(), findings };
        check.item(item, &mut cx);
        findings = cx.findings;
    }
    findings.retain(|finding| !is_excepted(item, finding, board));
    findings
}

/// Runs every check over the board as a whole.
pub fn check_board(board: &Board) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for check in registered() {
        let mut cx = Context { board, id: None, meta: check.meta(), findings };
        check.board(&mut cx);
        findings = cx.findings;
    }
    findings
}

/// Gives every finding the weight the board wants, and sorts them.
pub fn settle(board: &Board, report: &mut Report) {
    report.retain(|finding| board.config.severities.apply(finding));
    report.sort();
}

/// Whether the item has an exception that silences this check today.
fn is_excepted(item: &Item, finding: &Diagnostic, board: &Board) -> bool {
    item.front().exceptions.iter().any(|exception| {
        exception.check.trim() == finding.check
            && exception.until.as_ref().is_some_and(|until| until.value >= board.today)
    })
}
