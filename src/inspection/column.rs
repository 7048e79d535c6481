use super::fault::Fault;
use crate::board::Board;
use crate::calendar::Date;
use crate::config::{Category, CategoryId};
use crate::diag::{Severity, Spot};

/// A column of the board (栏目), as an inspector looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its id.
    pub id: CategoryId,
    /// The category.
    pub category: &'a Category,
    /// Items that stand in it and in those below it.
    pub count: usize,
    /// When something last appeared, changed or was taken down in it.
    pub changed: Option<Date>,
    /// What the checks say of it.
    pub state: ColumnState,
}

/// Whether a column is kept up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnState {
    /// Nothing was found.
    Kept,
    /// The limit comes near, or is over where the board set its own.
    Ageing,
    /// Not updated for so long that an inspection counts it.
    Stale,
    /// 空栏目.
    Empty,
}

/// The columns in which items stand or should stand, in the order of the tree.
pub(super) fn columns<'a>(board: &'a Board, faults: &[Fault<'_>]) -> Vec<Column<'a>> {
    // What only gathers other categories is as fresh as they are.
    let holds =
        |id: CategoryId, node: &Category| node.children.is_empty() || !board.by_category[id.0 as usize].is_empty();
    let column = |(id, category): (CategoryId, &'a Category)| Column {
        id,
        category,
        count: board.in_category(id).len(),
        changed: board.last_change(board.in_category(id).iter().copied()),
        state: state(category, faults),
    };
    board.config.categories.iter().filter(|(id, node)| holds(*id, node)).map(column).collect()
}

fn state(category: &Category, faults: &[Fault<'_>]) -> ColumnState {
    let speaks = |fault: &&Fault<'_>| {
        let finding = &fault.located.finding;
        let here = finding.place.as_ref().is_some_and(|place| place.spot == Spot::Text(category.span));
        here && matches!(finding.check, "stale-category" | "empty-category")
    };
    match faults.iter().find(speaks).map(|fault| &fault.located.finding) {
        None => ColumnState::Kept,
        Some(finding) if finding.check == "empty-category" => ColumnState::Empty,
        Some(finding) if finding.severity == Severity::Error => ColumnState::Stale,
        Some(_) => ColumnState::Ageing,
    }
}
