//! Lists of persons (人员名单), which must not stay online for ever.

use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::text::Span;

/// Finds a table of persons. Holders of an office (职务) may stay; whether the item expires is for the caller to know.
pub fn find_in_table(grid: &Grid) -> Option<CellFind> {
    let column = *grid.person_columns().first()?;
    if !grid.columns_with(&["职务", "职称", "岗位", "分工"]).is_empty() {
        return None;
    }
    // A form with its cells still empty is no list of anybody.
    let named = |row: usize| grid.names_person(row) || grid.rows[row].get(column).is_some_and(|name| is_masked(name));
    if !(0..grid.rows.len()).any(named) {
        return None;
    }
    let message = say!(
        "人员名单（{rows} 行）没有写明有效期",
        "a list of persons ({rows} rows) without a day on which it goes offline",
        rows = grid.rows.len()
    );
    let span = Span::new(0, grid.label(column).len());
    Some(CellFind { row: None, column: Some(column), find: Find::new(span, Severity::Warning, message) })
}

/// A name of which a part is hidden: 张*三, 李某某, 王××.
fn is_masked(name: &str) -> bool {
    name.contains(['*', '＊', '某', '×', 'X', '○'])
}
