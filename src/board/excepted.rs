use super::item::ItemId;
use super::model::Board;
use crate::calendar::Date;
use crate::parse::Exception;

/// An exception (例外) that an item claims, for the office's own view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excepted<'a> {
    /// The item.
    pub item: ItemId,
    /// The id of the check that it silences.
    pub check: &'a str,
    /// Why.
    pub reason: &'a str,
    /// The role of the person who allowed it.
    pub by: &'a str,
    /// The last day on which it holds.
    pub until: Date,
    /// Whether that day is over.
    pub is_expired: bool,
}

impl Board {
    /// All exceptions that items claim, those that end first before the others. One without reason, person or last day
    /// silences nothing and is no exception.
    pub fn exceptions(&self) -> Vec<Excepted<'_>> {
        let each = |(id, exception)| excepted(id, exception, self.today);
        let all = self.iter().flat_map(|(id, item)| item.front().exceptions.iter().map(move |one| (id, one)));
        let mut all: Vec<Excepted<'_>> = all.filter_map(each).collect();
        all.sort_by_key(|exception| (exception.until, exception.item));
        all
    }

    /// Whether an item has an exception that silences a check today.
    pub fn is_excepted(&self, id: ItemId, check: &str) -> bool {
        let claimed = self.item(id).front().exceptions.iter().filter(|exception| exception.check.trim() == check);
        claimed.filter_map(|exception| excepted(id, exception, self.today)).any(|exception| !exception.is_expired)
    }
}

fn excepted(item: ItemId, exception: &Exception, today: Date) -> Option<Excepted<'_>> {
    let reason = exception.reason.as_ref().map(|reason| reason.trim()).filter(|reason| !reason.is_empty())?;
    let by = exception.by.as_ref().map(|by| by.trim()).filter(|by| !by.is_empty())?;
    let until = exception.until.as_ref()?.value;
    Some(Excepted { item, check: exception.check.trim(), reason, by, until, is_expired: until < today })
}
