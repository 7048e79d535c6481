use super::amount::amount;
use crate::scan::grid::Grid;

/// What a row is in the sums of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// An entry that adds.
    Entry,
    /// A part of the entry above it (其中): does not add.
    Part,
    /// 小计: the sum of its block.
    Subtotal,
    /// 合计, 总计: the sum of blocks or rows.
    Total,
}

/// One row of a table of money.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The row in the table, from 0.
    pub row: usize,
    /// What it is.
    pub role: Role,
    /// How deep its number stands: 一、 is 1, （一） is 2, 1. is 3, none is 0.
    pub level: u8,
    /// What it is called.
    pub label: String,
}

const TOTALS: [&str; 9] = ["合计", "总计", "共计", "合计数", "总合计", "总额", "收入合计", "支出合计", "总和"];

/// Columns that hold numbers which nobody adds.
const NOT_ADDED: [&str; 19] = [
    "序号", "编号", "单价", "标准", "比例", "占比", "比重", "%", "％", "率", "年度", "年份", "日期", "时间", "电话",
    "增长", "增减", "人均", "均价",
];

/// The rows of a table with what they are in its sums.
pub(super) fn lines(grid: &Grid) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate() {
        let label = label(cells);
        let name: String = label.chars().filter(|character| !character.is_whitespace()).collect();
        let (level, bare) = numbered(&name);
        let is_after_part = found.last().is_some_and(|line| line.role == Role::Part);
        let role = if bare.starts_with("其中") || name.starts_with("其中") {
            Role::Part
        } else if is_subtotal(bare) {
            Role::Subtotal
        } else if is_total(bare) {
            Role::Total
        } else if is_after_part && is_indented(cells) {
            // The parts go on below 其中 as long as they are written further in.
            Role::Part
        } else {
            Role::Entry
        };
        found.push(Line { row, role, level, label: bare.to_owned() });
    }
    found
}

/// The columns that hold amounts: `named` alone where the table names them, else every column of figures that may be
/// added.
pub(super) fn columns(grid: &Grid, named: &[&str]) -> Vec<usize> {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    (0..width)
        .filter(|&column| {
            let label = grid.label(column);
            if !named.is_empty() {
                return named.iter().any(|name| name.trim() == label);
            }
            !NOT_ADDED.iter().any(|word| label.contains(word))
                && grid.column(column).any(|(_, cell)| amount(cell).is_some())
        })
        .collect()
}

/// One amount of a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// Its row.
    pub line: &'a Line,
    /// The amount in hundredths.
    pub value: i64,
}

/// The amounts of a column, from the top; cells without one are left out.
pub(super) fn entries<'a>(grid: &Grid, lines: &'a [Line], column: usize) -> Vec<Entry<'a>> {
    let found = lines.iter().filter_map(|line| {
        let value = amount(grid.rows.get(line.row)?.get(column)?)?;
        Some(Entry { line, value })
    });
    found.collect()
}

/// The first cell of a row that is words; the number of the row before it is none.
fn label(cells: &[&str]) -> String {
    let is_word = |cell: &str| cell.chars().any(char::is_alphabetic);
    let first = cells.iter().position(|cell| is_word(cell));
    first.map_or_else(String::new, |first| {
        let before = cells[..first].concat();
        let number = before.trim();
        let is_numeral = number.chars().all(|character| "一二三四五六七八九十（）()、.".contains(character));
        // 一 | 收入 in two cells is 一、收入.
        let lone = cells[first].trim();
        match cells.get(first + 1) {
            Some(next) if is_numeral && number.is_empty() && is_numeral_word(lone) && is_word(next) => {
                format!("{lone}、{}", next.trim())
            }
            _ => lone.to_owned(),
        }
    })
}

fn is_numeral_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|character| "一二三四五六七八九十（）()".contains(character))
}

/// The level of a label's number, and the label without it.
fn numbered(name: &str) -> (u8, &str) {
    let bracketed = name.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    if let Some((number, rest)) = bracketed {
        let chinese = !number.is_empty() && number.chars().all(|character| "一二三四五六七八九十".contains(character));
        let arabic = !number.is_empty() && number.chars().all(|character| character.is_ascii_digit());
        if chinese || arabic {
            return (if chinese { 2 } else { 4 }, rest.trim_start_matches(['、', '.', '．']));
        }
    }
    let end = name.find(|character: char| !"一二三四五六七八九十".contains(character)).unwrap_or(0);
    if end > 0
        && let Some(rest) = name[end..].strip_prefix(['、', '.', '．'])
    {
        return (1, rest);
    }
    let end = name.find(|character: char| !character.is_ascii_digit()).unwrap_or(0);
    if end > 0
        && let Some(rest) = name[end..].strip_prefix(['、', '.', '．', '）', ')'])
    {
        return (3, rest);
    }
    (0, name)
}

fn is_subtotal(name: &str) -> bool {
    name.starts_with("小计") || name.ends_with("小计")
}

fn is_total(name: &str) -> bool {
    let bare = name.split(['（', '(', '：', ':']).next().unwrap_or(name);
    TOTALS.contains(&bare) || bare.ends_with("合计") || bare.ends_with("总计")
}

fn is_indented(cells: &[&str]) -> bool {
    let first = cells.iter().find(|cell| !cell.trim().is_empty());
    first.is_some_and(|cell| cell.starts_with([' ', '\u{3000}', '\u{A0}', '-', '·']))
}
