use super::item::{Item, ItemId};
use super::model::Board;
use crate::calendar::{Date, Stamp};

impl Board {
    /// When something last appeared, changed or was taken down among these items. A date that lies ahead is none.
    pub fn last_change(&self, items: impl IntoIterator<Item = ItemId>) -> Option<Date> {
        let dates = items.into_iter().flat_map(|id| changes(self.item(id)));
        dates.filter(|&date| date <= self.today).max()
    }
}

fn changes(item: &Item) -> impl Iterator<Item = Date> {
    let front = item.front();
    let stamps = [item.published(), front.updated.as_ref().map(|updated| updated.value)];
    let corrections = front.corrections.iter().filter_map(|correction| correction.on.as_ref());
    let withdrawn = front.withdrawn.as_ref().and_then(|withdrawn| withdrawn.on.as_ref());
    let days = corrections.chain(withdrawn).map(|day| day.value);
    stamps.into_iter().flatten().map(Stamp::date).chain(days)
}
