use crate::board::{Board, Item, ItemId};
use crate::term::{Register, Term, Validity};

/// One of the official lists of an office (权责清单 and the like), as it stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterCount {
    /// Which list.
    pub register: Register,
    /// How many entries it has; rows of sums are none.
    pub entries: usize,
    /// The tables that make it up: the item, and which of its tables from 0.
    pub tables: Vec<(ItemId, usize)>,
}

/// The lists that a board shows. Of several years' lists of one duty the newest counts; one that is no longer in force
/// does not.
pub fn registers(board: &Board) -> Vec<RegisterCount> {
    let all = Register::ALL.iter().map(|&register| count(board, register));
    all.filter(|count| !count.tables.is_empty()).collect()
}

fn count(board: &Board, register: Register) -> RegisterCount {
    let mut count = RegisterCount { register, entries: 0, tables: Vec::new() };
    let mut counted: Vec<ItemId> = Vec::new();
    for &id in &board.listed {
        let item = board.item(id);
        let is_older = |&newer: &ItemId| {
            let newer = board.item(newer);
            newer.duty == item.duty && newer.unit == item.unit && newer.category == item.category
        };
        if !is_current(board, item) || counted.iter().any(is_older) {
            continue;
        }
        for shown in &item.tables {
            let field = item.front().tables.get(shown.number);
            let own = field.and_then(|field| field.register.as_ref()).and_then(|word| Register::read(word.trim()));
            if let Some(table) = shown.table().filter(|_| own == Some(register)) {
                count.entries += table.rows.len() - table.total_rows.len();
                count.tables.push((id, shown.number));
                counted.push(id);
            }
        }
    }
    count
}

fn is_current(board: &Board, item: &Item) -> bool {
    let ended = matches!(item.validity(), Some(Validity::Repealed | Validity::Expired));
    item.shows_content() && !ended && !item.is_expired(board.today)
}
