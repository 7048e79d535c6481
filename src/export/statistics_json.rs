use super::contract::Export;
use crate::annual::{Tallied, YearFigures};
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use crate::tally::{Count, Dimension, Feedback, RegisterCount, Tally, YearOfOpinions, YearTally, registers};
use crate::term::Term;
use serde::Serialize;
use std::collections::BTreeMap;

/// 公开统计 as data: what every figure of the statistics pages rests on.
pub(super) struct StatisticsJson;

#[derive(Serialize)]
struct Statistics<'a> {
    board: &'a str,
    date: String,
    /// Where the board is published.
    address: &'a str,
    duties: Duties,
    years: BTreeMap<String, Year<'a>>,
    running: BTreeMap<String, Sums>,
    /// What the office wrote down itself, by the keys of `annual/YYYY.yaml`.
    counters: BTreeMap<String, BTreeMap<&'a str, u64>>,
    feedback: BTreeMap<String, Opinions>,
    registers: Vec<List>,
}

/// How far the duties of the office are fulfilled; periods are those that fell due this year.
#[derive(Serialize)]
struct Duties {
    owed: usize,
    covered: usize,
    overdue_periods: usize,
    published_periods: usize,
    in_time_periods: usize,
}

#[derive(Serialize)]
struct Opinions {
    received: usize,
    passed: usize,
    answered: usize,
    changed: usize,
    /// In working days.
    average_days: Option<f64>,
    longest_days: usize,
}

/// An official list.
#[derive(Serialize)]
struct List {
    id: &'static str,
    name: &'static str,
    entries: usize,
    /// The addresses of the items that show it.
    items: Vec<String>,
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
            address: board.config.base_url.as_str(),
            duties: duties(board),
            years: tally.years.iter().map(|(year, tally)| (year.to_string(), self::year(tally))).collect(),
            running: tally
                .running
                .iter()
                .map(|(year, total)| (year.to_string(), Sums { all: total.all, internet: total.internet }))
                .collect(),
            counters: board
                .annual
                .years
                .range(..=board.today.year())
                .map(|(year, figures)| (year.to_string(), counters(figures)))
                .collect(),
            feedback: Feedback::of(board).years.iter().map(|(year, own)| (year.to_string(), opinions(own))).collect(),
            registers: registers(board).iter().map(|count| list(board, count)).collect(),
        };
        let text = serde_json::to_string_pretty(&statistics).unwrap_or_default();
        vec![Artifact { path: "statistics.json".to_owned(), bytes: format!("{text}\n").into_bytes() }]
    }
}

fn duties(board: &Board) -> Duties {
    let share = board.share(|_| true);
    let timeliness = board.timeliness(board.today.year(), |_| true);
    Duties {
        owed: share.owed,
        covered: share.covered,
        overdue_periods: timeliness.overdue,
        published_periods: timeliness.published,
        in_time_periods: timeliness.in_time,
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

fn counters(figures: &YearFigures) -> BTreeMap<&'static str, u64> {
    Tallied::ALL.into_iter().filter_map(|of| Some((of.key().0, figures.tallied[of as usize]?))).collect()
}

fn opinions(year: &YearOfOpinions) -> Opinions {
    let YearOfOpinions { received, passed, answered, changed, days: _, longest } = *year;
    let average_days = year.average_tenths().map(|tenths| tenths as f64 / 10.0);
    Opinions { received, passed, answered, changed, average_days, longest_days: longest }
}

fn list(board: &Board, count: &RegisterCount) -> List {
    let mut items: Vec<String> = count.tables.iter().map(|(id, _)| board.item(*id).address.encoded()).collect();
    items.dedup();
    List { id: count.register.id(), name: count.register.chinese(), entries: count.entries, items }
}
