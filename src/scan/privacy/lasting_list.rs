//! Lists of persons (人员名单), which must not stay online for ever.

use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::scan::person::begins_with_name;
use crate::text::Span;

/// Finds a table of persons. Holders of an office (职务) may stay; whether the item expires is for the caller to know.
pub fn find_in_table(grid: &Grid) -> Option<CellFind> {
    let column = *grid.person_columns().first()?;
    if !grid.columns_with(&["职务", "职称", "岗位", "分工"]).is_empty() {
        return None;
    }
    // A form with its cells still empty is no list of anybody. Beside 申请人 it leaves room for the name, and below
    // stand more words that ask for something.
    let is_form = grid.label(column + 1).is_empty() && column + 1 < grid.header.len();
    let named = |row: usize| {
        let name = grid.rows[row].get(column);
        let clear = if is_form { name.is_some_and(|name| begins_with_name(name)) } else { grid.names_person(row) };
        clear || name.is_some_and(|name| is_masked(name))
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_form_is_no_list_of_persons() {
        let form = |rows| find_in_table(&Grid::new("", &["申请人", "", "性别", ""], rows)).is_some();
        assert!(!form(vec![
            vec!["所在村（社区）", "", "家庭人口", "人"],
            vec!["联系电话", "", "申请日期", "年  月  日"]
        ]));
        assert!(form(vec![vec!["张三", "", "男", ""]]), "a list with a merged head");
        let list = |name| find_in_table(&Grid::new("", &["序号", "申请人"], vec![vec!["1", name]])).is_some();
        assert!(list("阿依古丽") && list("张*三") && !list(""));
    }
}
