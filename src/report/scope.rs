//! What happened on the board in one year, for the words of both reports.

use crate::board::{Board, Item};
use crate::calendar::{Date, Stamp};
use crate::tally::is_counted;
use crate::term::Validity;

/// Counts of a year that the tally does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    /// 政策解读.
    pub(super) interpretations: usize,
    /// 征求意见.
    pub(super) consultations: usize,
    /// 公示.
    pub(super) publicities: usize,
    /// 答复公众.
    pub(super) replies: usize,
    /// 更正.
    pub(super) corrections: usize,
    /// 撤下.
    pub(super) withdrawn: usize,
    /// 长期公开信息核对.
    pub(super) verified: usize,
    /// 标注废止、失效.
    pub(super) closed: usize,
}

/// Looks over the items of a board.
pub(super) fn scope(board: &Board, year: i16) -> Scope {
    let mut scope = Scope::default();
    let within = |date: Option<Date>| date.is_some_and(|date| date.year() == year);
    for item in &board.items {
        let front = item.front();
        let withdrawn = front.withdrawn.as_ref().and_then(|withdrawn| withdrawn.on.as_ref()).map(|on| on.value);
        scope.withdrawn += usize::from(within(withdrawn) && !front.draft);
        if !is_counted(item) {
            continue;
        }
        scope.corrections += front.corrections.iter().filter(|one| within(one.on.as_ref().map(|on| on.value))).count();
        scope.verified += usize::from(within(front.verified.as_ref().map(|date| date.value)));
        let repealed = front.document.as_ref().and_then(|document| document.repealed.as_ref()).map(|date| date.value);
        let closed = matches!(item.validity(), Some(Validity::Repealed | Validity::Expired));
        scope.closed += usize::from(closed && within(repealed));
        if !within(published(item)) {
            continue;
        }
        scope.interpretations += usize::from(front.interprets.is_some());
        scope.consultations += usize::from(front.consultation.is_some());
        scope.publicities += usize::from(front.publicity.is_some());
        scope.replies += usize::from(front.reply.is_some());
    }
    scope
}

fn published(item: &Item) -> Option<Date> {
    item.published().map(Stamp::date)
}
