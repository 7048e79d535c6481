use crate::board::{Board, Hold, Item, Owed};
use crate::config::UnitId;
use std::collections::BTreeMap;

/// What waits to be done: what is held, due soon, overdue, and waiting for a signature.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    /// The board as everybody sees it.
    pub board: &'a Board,
    /// Items that are held, with the reasons, in the order of their paths.
    pub held: Vec<(&'a Item, &'a [Hold])>,
    /// Periods that fall due within the board's `due_soon_days`, the next first.
    pub due: Vec<Owed<'a>>,
    /// Periods that are overdue, the longest first.
    pub overdue: Vec<Owed<'a>>,
    /// Items by the step of approval that they wait for, in the order of the steps.
    pub waiting: Vec<Waiting<'a>>,
}

/// The items that wait for one step of approval.
#[derive(Clone, Debug)]
pub struct Waiting<'a> {
    /// The step's id.
    pub step: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What waits for it.
    pub items: Vec<&'a Item>,
}

/// What one unit has to do, in items or periods.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Overdue periods.
    pub overdue: usize,
    /// Periods due soon.
    pub due: usize,
    /// Items that wait for a signature.
    pub waiting: usize,
    /// Items that are held, those that wait for a signature among them.
    pub held: usize,
}

impl<'a> Work<'a> {
    /// What waits on a board.
    pub fn of(board: &'a Board) -> Self {
        let held: Vec<(&Item, &[Hold])> = board.held().map(|(_, item, holds)| (item, holds)).collect();
        let mut waiting: Vec<Waiting<'_>> = Vec::new();
        for (item, _) in &held {
            let Some(step) = board.awaited_step(item) else { continue };
            match waiting.iter_mut().find(|one| one.step == step.id) {
                Some(one) => one.items.push(item),
                None => waiting.push(Waiting { step: &step.id, name: &step.name, items: vec![item] }),
            }
        }
        let order = |id: &str| board.config.approvals.iter().position(|step| step.id == id);
        waiting.sort_by_key(|one| (order(one.step).unwrap_or(usize::MAX), one.step));
        let due = board.due_within(board.config.policies.due_soon_days);
        Self { held, due, overdue: board.overdue(), waiting, board }
    }

    /// What each unit has to do, in the order of the board's units; what belongs to none comes last.
    pub fn loads(&self) -> Vec<(Option<UnitId>, Load)> {
        let mut loads: BTreeMap<(bool, Option<UnitId>), Load> = BTreeMap::new();
        let key = |unit: Option<UnitId>| (unit.is_none(), unit);
        for owed in &self.overdue {
            loads.entry(key(self.board.unit_of(owed.series))).or_default().overdue += 1;
        }
        for owed in &self.due {
            loads.entry(key(self.board.unit_of(owed.series))).or_default().due += 1;
        }
        for item in self.waiting.iter().flat_map(|one| &one.items) {
            loads.entry(key(item.unit)).or_default().waiting += 1;
        }
        for (item, _) in &self.held {
            loads.entry(key(item.unit)).or_default().held += 1;
        }
        loads.into_iter().map(|((_, unit), load)| (unit, load)).collect()
    }
}
