use crate::board::{Board, Item, ItemId};
use crate::calendar::Date;

/// An exception that an item claims (例外): which check, why, who allows it, until when.
#[derive(Clone, Debug)]
pub struct Excepted<'a> {
    /// Whose it is.
    pub item: &'a Item,
    /// The item's id.
    pub id: ItemId,
    /// The check that it silences.
    pub check: &'a str,
    /// Why.
    pub reason: &'a str,
    /// The role of the person who allows it.
    pub by: &'a str,
    /// Its last day.
    pub until: Option<Date>,
    /// Whether it still holds.
    pub state: ExceptionState,
}

/// Whether an exception holds today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExceptionState {
    /// Its last day is over: it silences nothing any more.
    Expired,
    /// It has no last day, and so never held.
    Endless,
    /// It holds.
    Holding,
}

/// All exceptions, those that have ended first, then by their last day.
pub(super) fn exceptions(board: &Board) -> Vec<Excepted<'_>> {
    let mut all: Vec<Excepted<'_>> = board
        .iter()
        .flat_map(|(id, item)| item.front().exceptions.iter().map(move |exception| (id, item, exception)))
        .map(|(id, item, exception)| {
            let until = exception.until.as_ref().map(|until| until.value);
            let state = match until {
                None => ExceptionState::Endless,
                Some(until) if until < board.today => ExceptionState::Expired,
                Some(_) => ExceptionState::Holding,
            };
            Excepted {
                item,
                id,
                check: exception.check.trim(),
                reason: exception.reason.as_ref().map_or("", |reason| reason.trim()),
                by: exception.by.as_ref().map_or("", |by| by.trim()),
                until,
                state,
            }
        })
        .collect();
    all.sort_by_key(|one| (one.state, one.until, one.id));
    all
}
