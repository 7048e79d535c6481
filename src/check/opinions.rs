//! What the gate saw in the register of opinions. It hangs on no item, so that no check of one speaks of it.

use super::registry::find;
use crate::board::Board;
use crate::diag::Diagnostic;
use crate::say;

/// One finding for everything that was seen.
pub(super) fn in_opinions(board: &Board) -> impl Iterator<Item = Diagnostic> + '_ {
    board.seen_in_opinions().filter_map(|(place, seen)| {
        let meta = find(seen.check)?.meta();
        let mut finding = Diagnostic::new(meta.id, seen.severity, Some(place), seen.message.clone());
        finding.basis = meta.basis;
        finding.remedy = Some(match seen.instead.as_deref().filter(|instead| !instead.trim().is_empty()) {
            Some(instead) => say!(
                "渠道、转办、改进会公开：改写这几个字，如 {instead}",
                "channel, passed_to and changed are published: rewrite these words, such as {instead}"
            ),
            None => say!(
                "渠道、转办、改进会公开：改写这几个字；只供办理的写在“内容”里，不会公开",
                "channel, passed_to and changed are published: rewrite these words; what is for the office only stands in text, which is not"
            ),
        });
        Some(finding)
    })
}
