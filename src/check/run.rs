use super::contract::{Check, Context, Family, is_judged, is_meant};
use super::opinions::in_opinions;
use super::registry::{find, registered};
use crate::board::{Board, ItemId};
use crate::diag::{Diagnostic, Report, Severity};

/// Runs every check over one item. Of one with fields that cannot be read, its words and files are judged all the same:
/// nobody shall mend a field only to be told of the next fault.
pub fn check_item(board: &Board, id: ItemId) -> Vec<Diagnostic> {
    let item = board.item(id);
    if !is_meant(item, board) {
        return Vec::new();
    }
    let whole = is_judged(item, board);
    let mut findings = Vec::new();
    for check in registered().iter().filter(|check| whole || check.judges_in_part()) {
        let mut cx = Context { board, id: Some(id), meta: check.meta(), registered: registered(), findings };
        check.item(item, &mut cx);
        findings = cx.findings;
    }
    findings.retain(|finding| !is_excepted(id, finding, board));
    findings
}

/// Runs every check over the board as a whole.
pub fn check_board(board: &Board) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for check in registered() {
        let mut cx = Context { board, id: None, meta: check.meta(), registered: registered(), findings };
        check.board(&mut cx);
        findings = cx.findings;
    }
    findings.extend(in_opinions(board));
    findings.retain(|finding| item_of(board, finding).is_none_or(|id| !is_excepted(id, finding, board)));
    findings
}

/// Gives every finding the weight the board wants, sorts them, and cuts long rows of the same.
pub fn settle(board: &Board, report: &mut Report) {
    report.retain(|finding| board.config.severities.apply(finding));
    report.sort();
    report.shorten();
}

/// Whether a report holds an error of the kind that stops a build: something that would be published is wrong.
pub fn stops_build(report: &Report) -> bool {
    let reminds = |id| find(id).is_some_and(Check::only_reminds);
    let stops = |finding: &Diagnostic| finding.severity == Severity::Error && !reminds(finding.check);
    report.findings().iter().any(stops)
}

/// The item in whose file a finding stands.
fn item_of(board: &Board, finding: &Diagnostic) -> Option<ItemId> {
    let place = finding.place.as_ref()?;
    board.at_path(&place.path)
}

/// Whether the item has an exception that silences this check today. The form of a file cannot be excepted.
fn is_excepted(id: ItemId, finding: &Diagnostic, board: &Board) -> bool {
    let fixed = || find(finding.check).is_some_and(|check| check.meta().family == Family::Form);
    board.is_excepted(id, finding.check) && !fixed()
}
