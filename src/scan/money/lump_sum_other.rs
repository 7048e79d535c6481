//! Money hidden under 其他: more than a share of the total, and not told in its parts.

use super::amount::written;
use super::ledger::{Entry, Role, columns, entries, is_other, lines, sides};
use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::text::Span;
use std::ops::Range;

/// Finds rows 其他 that hold more than `percent` of the 合计, or of all rows where there is none. A row whose parts
/// (其中) follow is told. `named` are the columns that the item says are added.
pub fn find_in_table(grid: &Grid, named: &[&str], percent: u32) -> Vec<CellFind> {
    sides(grid).iter().flat_map(|side| on_side(grid, side, named, percent)).collect()
}

fn on_side(grid: &Grid, side: &Range<usize>, named: &[&str], percent: u32) -> Vec<CellFind> {
    let lines = lines(grid, side);
    let mut found = Vec::new();
    if !lines.iter().any(|line| line.role == Role::Entry && is_other(&line.label)) {
        return found;
    }
    for column in columns(grid, side, named) {
        let entries = entries(grid, &lines, column);
        for (at, entry) in entries.iter().enumerate() {
            if entry.line.role != Role::Entry || !is_other(&entry.line.label) || is_told(&entries[at + 1..], entry) {
                continue;
            }
            let total = total(&entries, at);
            if total > 0 && entry.value > 0 && entry.value * 100 > total * i64::from(percent) {
                found.push(told(grid, entry, column, total, percent));
            }
        }
    }
    found
}

fn told(grid: &Grid, entry: &Entry, column: usize, total: i64, percent: u32) -> CellFind {
    let cell = grid.rows[entry.line.row][column];
    // In tenths of a per cent.
    let share = (i128::from(entry.value) * 1000 / i128::from(total)) as i64;
    let message = say!(
        "“{name}”{value} 占合计的 {whole}.{tenth}%，超过 {percent}%，没有列明细",
        "“{name}” {value} is {whole}.{tenth}% of the total, more than {percent}%, and not itemised",
        name = &entry.line.label,
        value = written(entry.value),
        whole = share / 10,
        tenth = share % 10
    );
    let find = Find::new(Span::new(0, cell.len()), Severity::Warning, message);
    CellFind { row: Some(entry.line.row), column: Some(column), find }
}

/// Whether the rows 其中 right after it make up nine tenths of it.
fn is_told(after: &[Entry], entry: &Entry) -> bool {
    let parts = after.iter().take_while(|part| part.line.role == Role::Part);
    parts.map(|part| part.value).sum::<i64>() * 10 >= entry.value * 9
}

/// The total that a row counts in: the next 合计 below it, or the last above it, or the sum of all rows.
fn total(entries: &[Entry], at: usize) -> i64 {
    let is_total = |entry: &&Entry| entry.line.role == Role::Total;
    let below = entries[at + 1..].iter().find(is_total);
    let total = below.or_else(|| entries[..at].iter().rev().find(is_total)).map(|total| total.value);
    total
        .unwrap_or_else(|| entries.iter().filter(|entry| entry.line.role == Role::Entry).map(|entry| entry.value).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(rows: &[(&str, &str)]) -> usize {
        let grid = Grid::new("", &["项目", "金额"], rows.iter().map(|(label, value)| vec![*label, *value]).collect());
        find_in_table(&grid, &[], 10).len()
    }

    #[test]
    fn more_than_a_tenth_under_other_is_found() {
        assert_eq!(faults(&[("办公费", "800"), ("其他支出", "200"), ("合计", "1,000")]), 1);
        assert_eq!(faults(&[("办公费", "900"), ("7.其它", "100"), ("合计", "1,000")]), 0, "a tenth is allowed");
        assert_eq!(faults(&[("办公费", "800"), ("（四）其他", "200")]), 1, "no total: of all rows");
        assert_eq!(faults(&[("办公费", "800"), ("办公其他", "200"), ("合计", "1000")]), 0);
    }

    #[test]
    fn what_is_told_in_its_parts_is_no_lump_sum() {
        let rows = [("办公费", "800"), ("其他", "200"), ("其中：印刷", "120"), ("其中：邮寄", "80"), ("合计", "1000")];
        assert_eq!(faults(&rows), 0);
    }
}
