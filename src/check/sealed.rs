//! What checks of the ledger share.

use crate::board::{Address, Board, Hold, Item, Standing};
use std::collections::HashMap;

/// Items by what the ledger knows them by.
pub(super) struct Places<'a> {
    pub(super) by_index: HashMap<&'a str, &'a Item>,
    pub(super) by_address: HashMap<&'a str, &'a Item>,
    redirected: HashMap<String, &'a Item>,
}

impl<'a> Places<'a> {
    /// All items; of two with one number or address the first counts, and another check speaks of it.
    pub(super) fn of(board: &'a Board) -> Self {
        let mut places = Self { by_index: HashMap::new(), by_address: HashMap::new(), redirected: HashMap::new() };
        for item in &board.items {
            if let Some(index) = item.index() {
                places.by_index.entry(index).or_insert(item);
            }
            places.by_address.entry(item.address.as_str()).or_insert(item);
            for old in &item.front().redirects {
                places.redirected.entry(Address::page(old.trim()).as_str().to_owned()).or_insert(item);
            }
        }
        places
    }

    /// Whether an old address leads on to some item.
    pub(super) fn leads_on(&self, address: &str) -> bool {
        self.redirected.contains_key(address)
    }
}

/// Whether an item is held only because something in it is wrong: other findings speak of it.
pub(super) fn is_faulty(item: &Item) -> bool {
    let held = matches!(&item.standing, Standing::Held(holds) if holds.contains(&Hold::Faulty));
    held || item.draft.report.has_errors()
}
