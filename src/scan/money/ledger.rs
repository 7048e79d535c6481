use super::amount::amount;
use crate::scan::grid::{Grid, squeeze};
use std::ops::Range;

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

/// The rows of one side of a table with what they are in its sums. A table may have two sides: 收入 | 金额 | 支出 | 金额.
pub(super) fn lines(grid: &Grid, side: &Range<usize>) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for (row, cells) in grid.rows.iter().enumerate() {
        let cells = cells.get(side.start..side.end.min(cells.len())).unwrap_or(&[]);
        let words = words(cells);
        let bare: Vec<(u8, &str)> = words.iter().map(|word| numbered(word)).collect();
        let named = |is: fn(&str) -> bool| bare.iter().find(|(_, word)| is(word));
        let part = named(is_part);
        let total = named(is_subtotal)
            .map(|word| (Role::Subtotal, word))
            .or_else(|| named(is_total).map(|word| (Role::Total, word)));
        let goes_on = found.last().is_some_and(|line| line.role == Role::Part) && is_indented(cells);
        let (role, word) = match (part, total) {
            (Some(part), _) => (Role::Part, Some(part)),
            (None, Some((role, word))) => (role, Some(word)),
            // The parts go on below 其中 as long as they are written further in.
            (None, None) if goes_on => (Role::Part, bare.first()),
            (None, None) => (Role::Entry, named(is_other).or(bare.first())),
        };
        let level = bare.first().map_or(0, |(level, _)| *level);
        let label = word.map_or(String::new(), |(_, word)| (*word).to_owned());
        found.push(Line { row, role, level, label });
    }
    found
}

/// The sides of a table: each begins with a column of words that stands between columns of figures.
pub(super) fn sides(grid: &Grid) -> Vec<Range<usize>> {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    // Counted once a column: a sheet may have thousands.
    let count = |column: usize| {
        let figures = grid.column(column).filter(|(_, cell)| amount(cell).is_some()).count();
        (figures, grid.column(column).filter(|(_, cell)| is_word(cell)).count())
    };
    let counts: Vec<(usize, usize)> = (0..width).map(count).collect();
    let is_figures = |column: usize| counts[column].0 > counts[column].1;
    let is_words = |column: usize| counts[column].1 > counts[column].0;
    let mut starts = vec![0];
    for column in 2..width.saturating_sub(1) {
        let opens = is_words(column) && is_figures(column - 1) && is_figures(column + 1);
        let is_remark = ["备注", "说明", "用途", "来源", "单位", "依据", "凭证"]
            .iter()
            .any(|word| grid.label(column).contains(word));
        // A first column of mere numbers opens no side before the words have come.
        let has_words = || (starts[starts.len() - 1]..column).any(is_words);
        if opens && !is_remark && has_words() {
            starts.push(column);
        }
    }
    let ends = starts.iter().copied().skip(1).chain([width]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The columns of one side that hold amounts: `named` alone where the item names them, else every column of figures
/// that may be added.
pub(super) fn columns(grid: &Grid, side: &Range<usize>, named: &[&str]) -> Vec<usize> {
    side.clone()
        .filter(|&column| {
            let label = grid.label(column);
            if !named.is_empty() {
                return named.iter().any(|name| squeeze(name) == label);
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

/// The words of a row that stand before its first amount: what the row is called. A number before all words is the
/// row's own; 一 | 收入 in two cells is 一、收入.
fn words(cells: &[&str]) -> Vec<String> {
    let first = cells.iter().position(|cell| is_word(cell)).unwrap_or(cells.len());
    let named = cells[first..].iter().take_while(|cell| amount(cell).is_none());
    let mut words: Vec<String> = named.filter(|cell| is_word(cell)).map(|cell| squeeze(cell)).collect();
    if words.len() >= 2 && is_numeral_word(&words[0]) {
        let number = words.remove(0);
        words[0].insert_str(0, &format!("{number}、"));
    }
    words
}

fn is_word(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && amount(cell).is_none()
}

fn is_part(name: &str) -> bool {
    name.starts_with("其中")
}

/// Whether a row is called 其他.
pub(super) fn is_other(name: &str) -> bool {
    name.starts_with("其他") || name.starts_with("其它")
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
