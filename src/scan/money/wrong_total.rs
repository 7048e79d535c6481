//! Sums that do not add up. A sum is wrong only where no sensible reading of its table makes it right.

use super::amount::written;
use super::ledger::{Entry, Role, columns, entries, lines, sides};
use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// A sum may be off by 0.01, which rounding makes.
const TOLERANCE: i64 = 1;

/// Finds 小计 and 合计 that are not the sum of what they stand for. `named` are the columns that the item says are
/// added; without them every column of amounts is judged.
pub fn find_in_table(grid: &Grid, named: &[&str]) -> Vec<CellFind> {
    sides(grid).iter().flat_map(|side| on_side(grid, side, named)).collect()
}

fn on_side(grid: &Grid, side: &Range<usize>, named: &[&str]) -> Vec<CellFind> {
    let lines = lines(grid, side);
    let mut found = Vec::new();
    if !lines.iter().any(|line| matches!(line.role, Role::Subtotal | Role::Total)) {
        return found;
    }
    for column in columns(grid, side, named) {
        let entries = entries(grid, &lines, column);
        let mut above = Above::default();
        for (at, entry) in entries.iter().enumerate() {
            let readings = match entry.line.role {
                Role::Subtotal => subtotal_readings(&entries, at),
                Role::Total => total_readings(&entries, at, &above),
                Role::Entry | Role::Part => Vec::new(),
            };
            above.add(entry);
            if readings.is_empty() {
                continue;
            }
            let fits = readings.iter().any(|sum| (sum - entry.value).abs() <= TOLERANCE);
            if let Some(&sum) = readings.first().filter(|_| !fits) {
                found.push(told(grid, entry, column, sum));
            }
        }
    }
    found
}

fn told(grid: &Grid, entry: &Entry, column: usize, sum: i64) -> CellFind {
    let cell = grid.rows[entry.line.row][column];
    let message = say!(
        "“{name}”写的是 {value}，各行相加是 {sum}",
        "“{name}” says {value}, the rows add up to {sum}",
        name = &entry.line.label,
        value = written(entry.value),
        sum = written(sum)
    );
    let find = Find::new(Span::new(0, cell.len()), Severity::Error, message);
    CellFind { row: Some(entry.line.row), column: Some(column), find }
}

/// The sums that a 小计 may stand for: the rows since the last sum, or, where it heads its block, the rows up to the
/// next one.
fn subtotal_readings(entries: &[Entry], at: usize) -> Vec<i64> {
    let is_sum = |entry: &Entry| matches!(entry.line.role, Role::Subtotal | Role::Total);
    let start = entries[..at].iter().rposition(is_sum).map_or(0, |sum| sum + 1);
    let end = entries[at + 1..].iter().position(is_sum).map_or(entries.len(), |sum| at + 1 + sum);
    let mut readings = block_sums(&entries[start..at]);
    readings.extend(block_sums(&entries[at + 1..end]));
    readings
}

/// The sums that a 合计 may stand for: blocks, blocks and the rows outside them, rows alone, or other totals; above it
/// or below it.
fn total_readings(entries: &[Entry], at: usize, all_above: &Above) -> Vec<i64> {
    let is_total = |entry: &Entry| entry.line.role == Role::Total;
    let start = entries[..at].iter().rposition(is_total).map_or(0, |total| total + 1);
    let end = entries[at + 1..].iter().position(is_total).map_or(entries.len(), |total| at + 1 + total);
    let above = &entries[start..at];
    let mut readings = part_sums(above);
    // （七）总计 under 三、 sums what stands under 三、, that row's own first figure among it.
    let level = entries[at].line.level;
    let chapter = above.iter().rposition(|entry| (1..level).contains(&entry.line.level));
    readings.extend(chapter.map(|chapter| above[chapter..].iter().map(|entry| entry.value).sum::<i64>()));
    readings.extend(part_sums(&entries[at + 1..end]));
    if let Some(totals) = all_above.totals {
        // 收入合计, 支出合计, 总计; and a 总计 of one total and the rows after it.
        let rows = block_sums(above).first().copied().unwrap_or(0);
        readings.extend([totals, totals + rows]);
        readings.extend(all_above.rows.sums());
    }
    readings
}

/// Everything above a row, added up as one goes down: a table may have thousands of totals.
#[derive(Default)]
struct Above {
    rows: Rows,
    /// The sum of the totals; none where there is none yet.
    totals: Option<i64>,
}

impl Above {
    fn add(&mut self, entry: &Entry) {
        self.rows.add(entry);
        if entry.line.role == Role::Total {
            self.totals = Some(self.totals.unwrap_or(0) + entry.value);
        }
    }
}

/// The sums of rows in blocks: the blocks' 小计, these and the rows after the last, all rows.
fn part_sums(part: &[Entry]) -> Vec<i64> {
    let mut sums = Vec::new();
    if let Some(last) = part.iter().rposition(|entry| entry.line.role == Role::Subtotal) {
        let blocks: i64 = part.iter().filter(|entry| entry.line.role == Role::Subtotal).map(|entry| entry.value).sum();
        let outside = block_sums(&part[last + 1..]).first().copied().unwrap_or(0);
        sums.extend([blocks + outside, blocks]);
    }
    sums.extend(block_sums(part));
    sums
}

/// The sums of rows: where they are numbered, those of the highest level alone; all of them; all but those that the
/// row above 其中 already holds.
fn block_sums(block: &[Entry]) -> Vec<i64> {
    let mut rows = Rows::default();
    for entry in block {
        rows.add(entry);
    }
    rows.sums()
}

/// Rows added up.
#[derive(Default)]
struct Rows {
    /// The sum of the rows of each level; a level without rows is not there.
    by_level: BTreeMap<u8, i64>,
    /// The sum without the rows that go on after 其中 until they make up the row above it.
    without_parts: i64,
    /// The last row that parts may follow, and what of it they have not made up yet.
    whole: i64,
    left: i64,
}

impl Rows {
    fn add(&mut self, entry: &Entry) {
        match entry.line.role {
            Role::Part => self.left = if self.left == 0 { self.whole } else { self.left } - entry.value,
            Role::Entry if self.left >= entry.value && self.left > 0 => self.left -= entry.value,
            Role::Entry => {
                self.without_parts += entry.value;
                (self.whole, self.left) = (entry.value, 0);
            }
            Role::Subtotal | Role::Total => {}
        }
        if entry.line.role == Role::Entry {
            *self.by_level.entry(entry.line.level).or_default() += entry.value;
        }
    }

    fn sums(&self) -> Vec<i64> {
        let Some((_, &lowest)) = self.by_level.last_key_value() else { return Vec::new() };
        let all = self.by_level.values().sum();
        let top = self.by_level.range(1..).next();
        let mut sums = match top {
            Some((_, &top)) => vec![top, all, lowest, self.by_level.get(&0).copied().unwrap_or(0)],
            None => vec![all],
        };
        sums.push(self.without_parts);
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels at fault in a table of a label and an amount a row.
    fn faults(rows: &[(&str, &str)]) -> Vec<String> {
        let grid = Grid::new("", &["项目", "金额"], rows.iter().map(|(label, value)| vec![*label, *value]).collect());
        let found = find_in_table(&grid, &[]);
        found.into_iter().map(|cell| rows[cell.row.unwrap()].0.to_owned()).collect()
    }

    #[test]
    fn a_total_is_the_sum_of_its_rows() {
        let right = [("办公费", "1,200.50"), ("差旅费", "800"), ("合计", "2,000.50")];
        assert!(faults(&right).is_empty());
        let wrong = [("办公费", "1,200.50"), ("差旅费", "800"), ("合 计", "2,100.50")];
        assert_eq!(faults(&wrong), ["合 计"]);
        let rounded = [("办公费", "0.335"), ("差旅费", "0.33"), ("合计", "0.66")];
        assert!(faults(&rounded).is_empty(), "0.01 is let pass");
    }

    /// Looking back over the whole table at each total, or over the whole side at each column, would take minutes.
    #[test]
    fn a_table_of_thousands_of_totals_or_columns_is_judged_at_once() {
        let mut totals: Vec<(&str, &str)> = (0..60_000).map(|_| ("合计", "0")).collect();
        totals[0] = ("办公费", "0");
        assert!(faults(&totals).is_empty());
        let wide = Grid::new("", &vec!["金额"; 4_000], vec![vec!["1"; 4_000], vec!["合计"; 4_000]]);
        assert!(find_in_table(&wide, &[]).is_empty());
    }

    #[test]
    fn subtotals_sum_their_block_and_a_total_sums_the_blocks() {
        let right = [
            ("工资", "100"),
            ("补贴", "50"),
            ("小计", "150"),
            ("水费", "20"),
            ("电费", "30"),
            ("小计", "50"),
            ("合计", "200"),
        ];
        assert!(faults(&right).is_empty());
        let mut wrong = right;
        wrong[2].1 = "160";
        assert_eq!(faults(&wrong), ["小计"], "the rows still make the total");
        let mut wrong = right;
        wrong[6].1 = "250";
        assert_eq!(faults(&wrong), ["合计"]);
    }

    #[test]
    fn a_total_may_head_its_rows() {
        assert!(faults(&[("合计", "30"), ("甲", "10"), ("乙", "20")]).is_empty());
        assert_eq!(faults(&[("合计", "31"), ("甲", "10"), ("乙", "20")]), ["合计"]);
    }

    #[test]
    fn rows_of_which_do_not_add() {
        let right =
            [("一般支出", "100"), ("其中：办公费", "40"), ("其中：印刷费", "30"), ("专项", "50"), ("合计", "150")];
        assert!(faults(&right).is_empty());
        let going_on = [("一般支出", "100"), ("其中：办公费", "40"), ("印刷费", "60"), ("专项", "50"), ("合计", "150")];
        assert!(faults(&going_on).is_empty());
        let wrong = [("一般支出", "100"), ("其中：办公费", "40"), ("专项", "50"), ("合计", "190")];
        assert_eq!(faults(&wrong), ["合计"]);
    }

    #[test]
    fn numbered_levels_are_not_added_twice() {
        let right =
            [("一、收入", "300"), ("（一）拨款", "200"), ("（二）其他", "100"), ("二、结转", "50"), ("合计", "350")];
        assert!(faults(&right).is_empty());
    }

    #[test]
    fn a_grand_total_sums_totals() {
        let right = [("甲", "1"), ("乙", "2"), ("收入合计", "3"), ("丙", "4"), ("支出合计", "4"), ("总计", "7")];
        assert!(faults(&right).is_empty());
    }

    #[test]
    fn the_total_of_a_chapter_sums_the_chapter() {
        let mut rows = [
            ("一、本年新收", "6"),
            ("二、上年结转", "1"),
            ("三、办理结果（一）予以公开", "4"),
            ("（二）部分公开", "2"),
            ("（七）总计", "6"),
            ("四、结转下年", "1"),
        ];
        assert!(faults(&rows).is_empty());
        rows[4].1 = "8";
        assert_eq!(faults(&rows), ["（七）总计"]);
    }

    #[test]
    fn a_sum_is_known_in_any_cell_before_the_amount() {
        let rows = |sum| {
            vec![
                vec!["人员", "工资", "100"],
                vec!["", "补贴", "50"],
                vec!["人员", "小计", sum],
                vec!["合计", "", "150"],
            ]
        };
        let header = ["类别", "项目", "金额"];
        assert!(find_in_table(&Grid::new("", &header, rows("150")), &[]).is_empty());
        assert_eq!(find_in_table(&Grid::new("", &header, rows("140")), &[])[0].row, Some(2));
    }

    #[test]
    fn both_sides_of_an_account_are_added() {
        let rows = |income, cost| {
            vec![
                vec!["拨款", "100", "办公费", "60"],
                vec!["利息", "5", "差旅费", "20"],
                vec!["合计", income, "合计", cost],
            ]
        };
        let header = ["收入", "金额", "支出", "金额"];
        assert!(find_in_table(&Grid::new("", &header, rows("105", "80")), &[]).is_empty());
        let found = find_in_table(&Grid::new("", &header, rows("105", "90")), &[]);
        assert_eq!((found.len(), found[0].column), (1, Some(3)));
    }

    #[test]
    fn columns_that_nobody_adds_are_left_alone() {
        let rows = vec![
            vec!["1", "椅子", "80", "2", "160"],
            vec!["2", "桌子", "300", "1", "300"],
            vec!["", "合计", "90", "3", "460"],
        ];
        let grid = Grid::new("", &["序号", "品名", "单价", "数量", "金额"], rows.clone());
        assert!(find_in_table(&grid, &[]).is_empty());
        let grid = Grid::new("", &["序号", "品名", "单价", "数量", "金额"], rows);
        assert_eq!(find_in_table(&grid, &["单价"]).len(), 1, "a column that the item names is judged");
    }
}
