use super::joined::Portal;
use super::published::Entry;
use super::standing::Standing;
use crate::output::Artifact;
use crate::sheet;
use crate::term::{Method, Term};
use serde::Serialize;

#[derive(Serialize)]
struct Catalogue<'a> {
    title: &'a str,
    date: String,
    boards: Vec<Row<'a>>,
    items: Vec<Joined<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    rank: usize,
    name: &'a str,
    board: &'a str,
    address: Option<&'a str>,
    read: bool,
    built: Option<String>,
    items: usize,
    this_year: usize,
    newest: Option<String>,
    /// In per cent, with two decimals.
    coverage: Option<f64>,
    overdue: Option<usize>,
    /// In per cent, with two decimals.
    in_time: Option<f64>,
}

#[derive(Serialize)]
struct Joined<'a> {
    board: &'a str,
    #[serde(flatten)]
    entry: &'a Entry,
}

/// The portal for other programs: `catalogue.json` with boards and items, `catalogue.csv` with the items, `ranking.csv`
/// with the boards.
pub fn data(portal: &Portal) -> Vec<Artifact> {
    let rows: Vec<Row<'_>> = portal.boards.iter().enumerate().map(|(at, standing)| row(at + 1, standing)).collect();
    let mut ranking = Vec::new();
    for row in &rows {
        let number = |value: Option<f64>| value.map(|value| format!("{value:.2}")).unwrap_or_default();
        ranking.push(vec![
            row.rank.to_string(),
            row.name.to_owned(),
            row.address.unwrap_or_default().to_owned(),
            (if row.read { "是" } else { "否" }).to_owned(),
            number(row.coverage),
            row.overdue.map(|overdue| overdue.to_string()).unwrap_or_default(),
            number(row.in_time),
            row.items.to_string(),
            row.this_year.to_string(),
            row.newest.clone().unwrap_or_default(),
            row.built.clone().unwrap_or_default(),
        ]);
    }
    let items = portal.items.iter().map(|item| Joined { board: &item.board, entry: &item.entry }).collect();
    let catalogue = Catalogue { title: &portal.title, date: portal.today.to_string(), boards: rows, items };
    let text = serde_json::to_string(&catalogue).unwrap_or_default() + "\n";
    vec![
        Artifact { path: "catalogue.json".to_owned(), bytes: text.into_bytes() },
        Artifact { path: "catalogue.csv".to_owned(), bytes: sheet::csv(&header(&COLUMNS), &lines(portal)) },
        Artifact { path: "ranking.csv".to_owned(), bytes: sheet::csv(&header(&RANKING), &ranking) },
    ]
}

const COLUMNS: [&str; 10] =
    ["公开栏", "索引号", "名称", "内容概述", "生成日期", "发布日期", "所属期", "发文字号", "公开方式", "网址"];

const RANKING: [&str; 11] = [
    "名次",
    "公开栏",
    "网址",
    "目录可读",
    "覆盖率%",
    "逾期期数",
    "按时公开率%",
    "事项数",
    "本年事项数",
    "最近公开",
    "生成日期",
];

/// 公开方式 in its own word; a word of another program stays as it is.
fn method(entry: &Entry) -> String {
    let written = entry.method.as_deref().unwrap_or_default();
    Method::ALL.iter().find(|method| method.id() == written).map_or(written, |method| method.chinese()).to_owned()
}

fn header(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|&column| column.to_owned()).collect()
}

fn lines(portal: &Portal) -> Vec<Vec<String>> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let line = |board: &str, entry: &Entry| {
        vec![
            board.to_owned(),
            text(&entry.index),
            entry.title.clone(),
            text(&entry.summary),
            text(&entry.formed),
            text(&entry.published),
            text(&entry.period),
            text(&entry.doc_number),
            method(entry),
            text(&entry.address),
        ]
    };
    portal.items.iter().map(|item| line(&item.board, &item.entry)).collect()
}

fn row(rank: usize, standing: &Standing) -> Row<'_> {
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    Row {
        rank,
        name: &standing.name,
        board: &standing.board,
        address: standing.address.as_ref().map(crate::config::BaseUrl::as_str),
        read: standing.read,
        built: standing.built.map(|built| built.to_string()),
        items: standing.items,
        this_year: standing.this_year,
        newest: standing.newest.map(|newest| newest.to_string()),
        coverage: standing.coverage().map(rounded),
        overdue: standing.duties.map(|duties| duties.overdue_periods),
        in_time: standing.timeliness().map(rounded),
    }
}
