use crate::board::{Board, Item, ItemId};
use crate::calendar::{Date, Stamp};

/// When something last appeared, changed or was taken down among these items. A date that lies ahead is none.
pub(super) fn last_change(board: &Board, items: impl IntoIterator<Item = ItemId>) -> Option<Date> {
    let dates = items.into_iter().flat_map(|id| changes(board.item(id)));
    dates.filter(|&date| date <= board.today).max()
}

fn changes(item: &Item) -> impl Iterator<Item = Date> {
    let front = item.front();
    let stamps = [item.published(), front.updated.as_ref().map(|updated| updated.value)];
    let corrections = front.corrections.iter().filter_map(|correction| correction.on.as_ref());
    let withdrawn = front.withdrawn.as_ref().and_then(|withdrawn| withdrawn.on.as_ref());
    let days = corrections.chain(withdrawn).map(|day| day.value);
    stamps.into_iter().flatten().map(Stamp::date).chain(days)
}
