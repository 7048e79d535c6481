//! Which column of a sheet is which of the official ones (基层政务公开标准目录, 国办发〔2019〕54号).

use super::cell::letters;
use crate::attachment::Sheet;
use crate::term::{Channel, Level, Term};
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// 一级事项.
    First,
    /// 二级事项; 公开事项 where there is no other.
    Second,
    /// 三级事项.
    Third,
    /// 公开内容（要素）.
    Content,
    /// 公开依据.
    Basis,
    /// 公开时限.
    Limit,
    /// 公开主体.
    Body,
    /// 公开渠道和载体, with marks.
    Channels,
    /// One carrier, ticked.
    Channel(Channel),
    /// 全社会.
    Everyone,
    /// 特定群体（请写明）.
    Groups,
    /// 主动.
    Proactive,
    /// 依申请.
    OnRequest,
    /// 县级, 乡级, 村级: one, or several in one column.
    Levels(Vec<Level>),
    /// 领域.
    Area,
}

/// The head of a sheet.
pub(super) struct Head {
    /// The columns that are known, by where they stand.
    pub(super) columns: BTreeMap<usize, Column>,
    /// The names of those that are not.
    pub(super) unknown: Vec<String>,
    /// The words above it.
    pub(super) title: String,
    /// Its last row.
    pub(super) last: u32,
}

/// Headings that only gather others, and the number of the row.
const GATHER: [&str; 5] = ["序号", "公开对象", "公开方式", "公开层级", "公开事项"];

/// How far down the head may begin.
const SEARCHED: usize = 15;

/// Finds the head: the rows, one to three, that hold official headings. None where the sheet is no such catalogue.
pub(super) fn head(sheet: &Sheet) -> Option<Head> {
    let known = |cell: &str| GATHER.contains(&letters(cell).as_str()) || column(cell).is_some();
    let is_heading = |cells: &[String]| {
        let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let hits = cells.iter().filter(|cell| known(cell)).count();
        hits >= 2 && hits * 2 >= filled
    };
    let first = sheet.rows.iter().take(SEARCHED).position(|row| is_heading(&row.cells))?;
    let rows: Vec<_> = sheet.rows[first..].iter().take(3).take_while(|row| is_heading(&row.cells)).collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let (mut columns, mut unknown) = (BTreeMap::new(), Vec::new());
    for at in 0..width {
        let words: Vec<&str> = rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim()).collect();
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        if let Some(column) = words.iter().rev().find_map(|word| column(word)) {
            columns.insert(at, column);
        } else if let Some(word) = words.last().filter(|word| !GATHER.contains(&letters(word).as_str())) {
            unknown.push((*word).to_owned());
        }
    }
    let has_second = columns.values().any(|column| *column == Column::Second);
    let whole = |at: &usize| rows.iter().any(|row| row.cells.get(*at).is_some_and(|cell| letters(cell) == "公开事项"));
    if let Some(at) = (0..width).filter(|_| !has_second).find(whole) {
        columns.insert(at, Column::Second);
    }
    let title = sheet.rows[..first].iter().flat_map(|row| &row.cells).map(|cell| cell.trim()).collect::<Vec<_>>();
    let names = columns.values().any(|column| *column == Column::Second);
    names.then(|| Head { columns, unknown, title: title.join(""), last: rows.last().map_or(0, |row| row.number) })
}

fn column(words: &str) -> Option<Column> {
    let bare = letters(words);
    Some(match bare.as_str() {
        "一级事项" => Column::First,
        "二级事项" | "事项名称" => Column::Second,
        "三级事项" => Column::Third,
        "公开内容要素" | "公开内容" => Column::Content,
        "公开依据" => Column::Basis,
        "公开时限" => Column::Limit,
        "公开主体" | "责任科室" | "责任单位" => Column::Body,
        "公开渠道和载体" | "公开渠道" | "公开渠道及载体" => Column::Channels,
        "全社会" => Column::Everyone,
        "特定群体" | "特定群众" | "特定群体请写明" | "特定群众请写明" => Column::Groups,
        "主动" | "主动公开" => Column::Proactive,
        "依申请" | "依申请公开" => Column::OnRequest,
        "领域" | "试点领域" => Column::Area,
        _ => return channel(&bare).map(Column::Channel).or_else(|| levels(words).map(Column::Levels)),
    })
}

fn channel(bare: &str) -> Option<Channel> {
    Channel::ALL.iter().copied().find(|channel| letters(channel.chinese()) == bare)
}

/// `乡、村级` means both.
fn levels(words: &str) -> Option<Vec<Level>> {
    let parts = words.split(['、', '/', '／', ',']).map(str::trim);
    parts.map(|part| Level::read(part).or_else(|| Level::read(&format!("{part}级")))).collect()
}
