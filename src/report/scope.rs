//! What happened on the board in one year, for the words of both reports.

use super::trace::Listed;
use crate::board::{Board, Item, ItemId};
use crate::calendar::{Date, Stamp};
use crate::tally::is_counted;
use crate::term::Validity;

/// Items of a year that the tally does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    items: [Vec<ItemId>; Listed::ALL.len()],
    corrections: usize,
}

impl Scope {
    /// How many: items, of corrections each one.
    pub fn count(&self, of: Listed) -> usize {
        if of == Listed::Corrections { self.corrections } else { self.items(of).len() }
    }

    /// The items.
    pub fn items(&self, of: Listed) -> &[ItemId] {
        &self.items[of as usize]
    }
}

/// Looks over the items of a board.
pub fn scope(board: &Board, year: i16) -> Scope {
    let mut scope = Scope::default();
    let within = |date: Option<Date>| date.is_some_and(|date| date.year() == year);
    for (id, item) in board.iter() {
        let front = item.front();
        let mut push = |of: Listed, holds: bool| {
            if holds {
                scope.items[of as usize].push(id);
            }
        };
        let withdrawn = front.withdrawn.as_ref().and_then(|withdrawn| withdrawn.on.as_ref()).map(|on| on.value);
        push(Listed::Withdrawn, within(withdrawn) && !front.draft);
        if !is_counted(item) {
            continue;
        }
        let corrections = front.corrections.iter().filter(|one| within(one.on.as_ref().map(|on| on.value))).count();
        push(Listed::Corrections, corrections > 0);
        push(Listed::Verified, within(front.verified.as_ref().map(|date| date.value)));
        let repealed = front.document.as_ref().and_then(|document| document.repealed.as_ref()).map(|date| date.value);
        let closed = matches!(item.validity(), Some(Validity::Repealed | Validity::Expired));
        push(Listed::Closed, closed && within(repealed));
        if within(published(item)) {
            push(Listed::Interpretations, front.interprets.is_some());
            push(Listed::Consultations, front.consultation.is_some());
            push(Listed::Publicities, front.publicity.is_some());
            push(Listed::Replies, front.reply.is_some());
        }
        scope.corrections += corrections;
    }
    scope
}

fn published(item: &Item) -> Option<Date> {
    item.published().map(Stamp::date)
}
