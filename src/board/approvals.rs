//! 公开审批台账: who did which step of approval of what, month by month.

use super::item::ItemId;
use super::model::Board;
use super::standing::Standing;
use crate::calendar::{Period, PeriodKind, Stamp};
use std::collections::BTreeMap;

/// The months in which something was published, the newest first, with how many items.
pub fn approval_months(board: &Board) -> Vec<(Period, usize)> {
    let mut months: BTreeMap<Period, usize> = BTreeMap::new();
    for (_, month) in recorded(board) {
        *months.entry(month).or_default() += 1;
    }
    months.into_iter().rev().collect()
}

/// What was published in a month, the newest first.
pub fn approved_in(board: &Board, month: Period) -> Vec<ItemId> {
    let mut items: Vec<ItemId> = recorded(board).filter(|(_, own)| *own == month).map(|(id, _)| id).collect();
    items.sort_by(|&a, &b| board.newest_first(a, b));
    items
}

/// What is published or was, in this edition, with its month. What is held is not in the ledger yet.
fn recorded(board: &Board) -> impl Iterator<Item = (ItemId, Period)> {
    let published = board.iter().filter(|(_, item)| !matches!(item.standing, Standing::Held(_)));
    let month = |date| Period::containing(PeriodKind::Month, date);
    published.filter_map(move |(id, item)| Some((id, month(item.published().map(Stamp::date)?))))
}
