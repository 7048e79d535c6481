use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use crate::tally::{Count, Dimension, Tally, YearTally};
use serde::Serialize;
use std::collections::BTreeMap;

/// 公开统计 as data: what every figure of the statistics pages rests on.
pub(super) struct StatisticsJson;

#[derive(Serialize)]
struct Statistics<'a> {
    board: &'a str,
    date: String,
    years: BTreeMap<String, Year<'a>>,
    running: BTreeMap<String, Sums>,
}

#[derive(Serialize)]
struct Year<'a> {
    all: usize,
    internet: usize,
    categories: Vec<Row<'a>>,
    channels: Vec<Row<'a>>,
    units: Vec<Row<'a>>,
    sections: Vec<Row<'a>>,
    cadences: Vec<Row<'a>>,
    methods: Vec<Row<'a>>,
    genres: Vec<Row<'a>>,
    months: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    count: usize,
    /// In per cent; the shares of one list add up to 100.00.
    share: f64,
}

#[derive(Serialize)]
struct Sums {
    all: u64,
    internet: u64,
}

impl Export for StatisticsJson {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let tally = Tally::of(board);
        let statistics = Statistics {
            board: &board.config.title,
            date: board.today.to_string(),
            years: tally.years.iter().map(|(year, tally)| (year.to_string(), self::year(tally))).collect(),
            running: tally
                .running
                .iter()
                .map(|(year, total)| (year.to_string(), Sums { all: total.all, internet: total.internet }))
                .collect(),
        };
        let text = serde_json::to_string_pretty(&statistics).unwrap_or_default();
        vec![Artifact { path: "statistics.json".to_owned(), bytes: format!("{text}\n").into_bytes() }]
    }
}

fn year(tally: &YearTally) -> Year<'_> {
    let rows = |dimension| tally.by(dimension).iter().map(row).collect();
    Year {
        all: tally.items.len(),
        internet: tally.internet,
        categories: rows(Dimension::Category),
        channels: rows(Dimension::Channel),
        units: rows(Dimension::Unit),
        sections: rows(Dimension::Section),
        cadences: rows(Dimension::Cadence),
        methods: rows(Dimension::Method),
        genres: rows(Dimension::Genre),
        months: rows(Dimension::Month),
    }
}

fn row(count: &Count) -> Row<'_> {
    Row { id: &count.id, name: &count.name, count: count.items.len(), share: count.share.percent() }
}
