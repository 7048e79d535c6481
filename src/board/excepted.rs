use super::item::ItemId;
use super::model::Board;
use crate::calendar::Date;
use crate::parse::Exception;

/// An exception that an item claims (例外): which check, why, who allows it, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excepted<'a> {
    /// Whose it is.
    pub item: ItemId,
    /// The id of the check that it is to silence.
    pub check: &'a str,
    /// Why; empty where it does not say.
    pub reason: &'a str,
    /// The role of the person who allows it; empty where it does not say.
    pub by: &'a str,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Whether it holds today, and why not.
    pub state: ExceptionState,
}

/// Whether an exception holds today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExceptionState {
    /// Its last day is over: it silences nothing any more.
    Expired,
    /// It has no last day, and so never held.
    Endless,
    /// It names no reason, or nobody who allows it, and so never held.
    Incomplete,
    /// It holds.
    Holding,
}

impl Board {
    /// All exceptions that items claim: those that have ended first, those that hold last, by their last day.
    pub fn exceptions(&self) -> Vec<Excepted<'_>> {
        let all = self.iter().flat_map(|(id, item)| item.front().exceptions.iter().map(move |one| (id, one)));
        let mut all: Vec<Excepted<'_>> = all.map(|(id, exception)| excepted(id, exception, self.today)).collect();
        all.sort_by_key(|exception| (exception.state, exception.until, exception.item));
        all
    }

    /// Whether an item has an exception that silences a check today.
    pub fn is_excepted(&self, id: ItemId, check: &str) -> bool {
        let claimed = self.item(id).front().exceptions.iter().filter(|exception| exception.check.trim() == check);
        claimed.map(|exception| excepted(id, exception, self.today).state).any(|state| state == ExceptionState::Holding)
    }
}

fn excepted(item: ItemId, exception: &Exception, today: Date) -> Excepted<'_> {
    let reason = exception.reason.as_ref().map_or("", |reason| reason.trim());
    let by = exception.by.as_ref().map_or("", |by| by.trim());
    let until = exception.until.as_ref().map(|until| until.value);
    let state = match until {
        Some(until) if until < today => ExceptionState::Expired,
        None => ExceptionState::Endless,
        Some(_) if reason.is_empty() || by.is_empty() => ExceptionState::Incomplete,
        Some(_) => ExceptionState::Holding,
    };
    Excepted { item, check: exception.check.trim(), reason, by, until, state }
}
