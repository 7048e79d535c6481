//! 公开统计: charts and tables of a year, and the items behind each figure.

use super::group::by_month;
use super::item::column_tags;
use super::line::lines;
use super::trail::{numbered_title, pager, part, trail, word};
use crate::annual::Tallied;
use crate::board::{Board, ItemId, SlotState};
use crate::diag::Diagnostic;
use crate::page::{Page, TRACED_LENGTH, has_feedback, statistics_path, trace_path};
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    Bars, Columns, CountRow, CounterRow, Figure, Link, ListView, MenuLink, MonthRow, RegisterRow, RunningRow, ShareRow,
    StackedBars, StatisticsView, YearRow,
};
use crate::report::is_report_on;
use crate::tally::{Count, Dimension, RegisterCount, Tally, Total, YearTally, registers};
use crate::term::{Cadence, Channel, Method, Term};
use std::collections::BTreeSet;

/// The sections in the order in which the chart stacks them.
const SECTIONS: [&str; 4] = ["periodic", "permanent", "staged", "timely"];
/// How many years stand in the chart.
const YEARS: usize = 8;
/// How many categories have a bar of their own.
const BARS: usize = 12;

/// Where the statistics of a year stand.
pub(super) fn path(board: &Board, year: Option<i16>) -> String {
    statistics_path(board, year)
}

/// The statistics of a year, or of all years together.
pub(super) fn page(setting: &Setting, page: &Page, year: Option<i16>) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let tally = setting.tally();
    let known = tally.years.keys().copied().chain([board.today.year()]).collect::<BTreeSet<i16>>();
    let menu = known.iter().rev().map(|&other| {
        MenuLink::to(hrefs.page(&path(board, Some(other))), other.to_string()).current(year == Some(other))
    });
    let all =
        MenuLink::to(hrefs.page(&path(board, None)), word(setting, "statistics_together")).current(year.is_none());
    let mut view = StatisticsView {
        year: year.map(|year| year.to_string().into()),
        date: board.today.to_string().into(),
        years: menu.chain([all]).collect(),
        figures: figures(board, hrefs, tally, year),
        files: vec![Link::to(hrefs.to(&crate::board::Address::file("statistics.json")), "JSON")],
        ..StatisticsView::default()
    };
    years(board, hrefs, tally, &mut view);
    if let Some(tallied) = year.and_then(|year| tally.years.get(&year)) {
        of_year(board, hrefs, tallied, &mut view);
    }
    if let Some(figures) = year.and_then(|year| board.annual.years.get(&year)) {
        let rows = Tallied::ALL
            .into_iter()
            .filter_map(|of| Some(CounterRow { id: of.key().0, count: figures.tallied[of as usize]? }));
        view.counter_rows = rows.collect();
        view.counter_file = Some(format!("annual/{}.yaml", figures.year).into());
    }
    if year.is_none() {
        view.running_rows = running(board, hrefs, tally);
    }
    if year == Some(board.today.year()) {
        view.register_rows = lists(board, hrefs);
    }
    view.feedback = has_feedback(board).then(|| hrefs.page("feedback").into());
    let reports = board.listed.iter().copied().filter(|&id| match year {
        Some(year) => is_report_on(board.item(id), year, board),
        None => known.iter().any(|&year| is_report_on(board.item(id), year, board)),
    });
    view.reports = lines(board, hrefs, reports);
    let title = word(setting, "nav_statistics");
    let words = setting.theme.words();
    let own = match year {
        Some(year) => words.fill("statistics_of_year", &[("year", &year.to_string())]),
        None => word(setting, "statistics_of_all").to_owned(),
    };
    let head = column_tags(setting.head(page, own.clone()), title, "");
    let crumbs = if year == Some(board.today.year()) {
        trail(setting, hrefs, Vec::new(), title)
    } else {
        trail(setting, hrefs, vec![Link::to(hrefs.page("statistics"), title)], own)
    };
    setting.finish(page, "statistics.html", Made { head, crumbs, view })
}

/// The items behind a figure.
pub(super) fn traced(
    setting: &Setting,
    page: &Page,
    year: i16,
    of: Option<(Dimension, usize)>,
    number: usize,
) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let tallied = setting.tally().years.get(&year);
    let count = of.and_then(|(dimension, at)| tallied?.by(dimension).get(at).map(|count| (dimension, count)));
    let items: &[ItemId] = match (count, tallied) {
        (Some((_, count)), _) => &count.items,
        (None, Some(tallied)) => &tallied.items,
        (None, None) => &[],
    };
    let of_year = setting.theme.words().fill("statistics_of_year", &[("year", &year.to_string())]);
    let name =
        count.map_or_else(|| word(setting, "all").to_owned(), |(dimension, count)| named(setting, dimension, count));
    let title = format!("{of_year}{}{name}", word(setting, "colon"));
    let path = count.zip(tallied).and_then(|((dimension, count), tallied)| trace_path(tallied, dimension, count));
    let path = path.unwrap_or_else(|| format!("statistics/{year}/items"));
    let view = ListView {
        title: title.clone().into(),
        groups: by_month(board, hrefs, part(items, number, TRACED_LENGTH)),
        pager: pager(hrefs, &path, number, items.len(), TRACED_LENGTH),
        mixed: true,
        ..ListView::default()
    };
    let mut head = setting.head(page, numbered_title(&title, number).into_owned());
    head.noindex = true;
    let between = vec![
        Link::to(hrefs.page("statistics"), word(setting, "nav_statistics")),
        Link::to(hrefs.page(&statistics_path(board, Some(year))), of_year),
    ];
    let crumbs = trail(setting, hrefs, between, name);
    setting.finish(page, "list.html", Made { head, crumbs, view })
}

/// What a count is called in the interface's language; categories, units and genres bear their own names.
fn named(setting: &Setting, dimension: Dimension, count: &Count) -> String {
    let family = match dimension {
        Dimension::Section => "section_",
        Dimension::Cadence => "cadence_",
        Dimension::Channel => "channel_",
        Dimension::Method => "method_",
        Dimension::Month => "month_",
        Dimension::Category | Dimension::Unit | Dimension::Genre => return count.name.clone(),
    };
    word(setting, &format!("{family}{}", count.id)).to_owned()
}

fn figures(board: &Board, hrefs: Hrefs<'_>, tally: &Tally, year: Option<i16>) -> Vec<Figure<'static>> {
    let today = board.today.year();
    let running = tally.running_at(year.unwrap_or(today));
    let mut figures = Vec::new();
    if let Some(year) = year {
        let total = tally.whole_year(board, year);
        let own = tally.years.get(&year).filter(|own| !own.items.is_empty());
        let items = own.map(|_| hrefs.page(&format!("statistics/{year}/items")));
        let online = own.and_then(|own| trace_path(own, Dimension::Channel, own.find(Dimension::Channel, "website")?));
        let leading = |figure: Figure<'static>, href: Option<String>| match href {
            Some(href) => figure.to(href),
            None => figure,
        };
        figures.push(leading(Figure::new("disclosed", total.all.to_string(), "items"), items));
        let online = online.map(|path| hrefs.page(&path));
        figures.push(leading(Figure::new("internet", total.internet.to_string(), "items"), online));
    }
    let all = || format!("{}#running", hrefs.page(&path(board, None)));
    figures.push(Figure::new("running", running.all.to_string(), "items").to(all()));
    figures.push(Figure::new("running_internet", running.internet.to_string(), "items").to(all()));
    if let Some((year, percent)) = year.and_then(|year| Some((year, board.timeliness(year, |_| true).percent()?))) {
        let grid = if year == today { "periodic".to_owned() } else { format!("periodic/{year}") };
        figures.push(Figure::new("punctual", format!("{percent:.1}"), "percent").to(hrefs.page(&grid)));
    }
    if let Some(percent) = board.share(|_| true).percent().filter(|_| year == Some(today)) {
        figures.push(Figure::new("coverage", format!("{percent:.1}"), "percent").to(hrefs.page("standard")));
    }
    figures
}

/// 历年累计: what was disclosed before the board, its items, and the sum up to the end of each year.
fn running<'a>(board: &'a Board, hrefs: Hrefs<'_>, tally: &Tally) -> Vec<RunningRow<'a>> {
    let row = |(&year, total): (&i16, &Total)| {
        let own = tally.years.get(&year).map_or(0, |own| own.items.len());
        let before = board.annual.before.get(&year).copied().unwrap_or_default();
        RunningRow {
            year: year.to_string().into(),
            own,
            href: (own > 0).then(|| hrefs.page(&format!("statistics/{year}/items")).into()),
            before: before.all,
            all: total.all,
            internet: total.internet,
        }
    };
    tally.running.iter().rev().map(row).collect()
}

/// The official lists as they stand today.
fn lists<'a>(board: &'a Board, hrefs: Hrefs<'_>) -> Vec<RegisterRow<'a>> {
    let row = |count: RegisterCount| RegisterRow {
        id: count.register.id(),
        count: count.entries,
        links: count
            .tables
            .iter()
            .filter_map(|&(id, table)| {
                let href = format!("{}#table-{}", hrefs.of(id)?, table + 1);
                Some(Link::to(href, board.item(id).title()))
            })
            .collect(),
    };
    registers(board).into_iter().map(row).collect()
}

/// The last years by section.
fn years<'a>(board: &'a Board, hrefs: Hrefs<'_>, tally: &Tally, view: &mut StatisticsView<'a>) {
    let sections = |year: &YearTally| {
        SECTIONS.map(|id| year.find(Dimension::Section, id).map_or(0, |count| count.items.len())).to_vec()
    };
    let last: Vec<&YearTally> = tally.years.values().rev().take(YEARS).collect();
    view.by_year = StackedBars::new(last.iter().rev().map(|year| (year.year.to_string().into(), sections(year))));
    view.year_rows = last
        .iter()
        .map(|year| YearRow {
            year: year.year.to_string().into(),
            unfinished: year.year == board.today.year(),
            counts: sections(year),
            total: year.items.len(),
            href: Some(hrefs.page(&path(board, Some(year.year))).into()),
            hrefs: SECTIONS
                .iter()
                .map(|id| {
                    let count = year.find(Dimension::Section, id)?;
                    trace_path(year, Dimension::Section, count).map(|path| hrefs.page(&path).into())
                })
                .collect(),
            all: (!year.items.is_empty()).then(|| hrefs.page(&format!("statistics/{}/items", year.year)).into()),
        })
        .collect();
}

fn of_year<'a>(board: &'a Board, hrefs: Hrefs<'_>, year: &YearTally, view: &mut StatisticsView<'a>) {
    let href = |dimension, count: &Count| trace_path(year, dimension, count).map(|path| hrefs.page(&path).into());
    let shares = |dimension| {
        let mut counts: Vec<&Count> = year.by(dimension).iter().filter(|count| !count.items.is_empty()).collect();
        counts.sort_by_key(|count| std::cmp::Reverse(count.items.len()));
        let rows = counts.into_iter().map(|count| ShareRow {
            name: count.name.clone().into(),
            count: count.items.len(),
            share: count.share.to_string().into(),
            href: href(dimension, count),
        });
        rows.collect::<Vec<_>>()
    };
    let counts = |dimension, id: &'static str| {
        let count = year.find(dimension, id)?;
        let share = count.share.to_string().into();
        Some(CountRow { id, count: count.items.len(), share, href: href(dimension, count) })
    };
    view.total = year.items.len();
    view.category_rows = shares(Dimension::Category);
    view.by_category = Bars::new(view.category_rows.iter().take(BARS).map(|row| (row.name.clone(), row.count)));
    view.unit_rows = shares(Dimension::Unit);
    view.genre_rows = shares(Dimension::Genre);
    let used = |row: &CountRow<'_>| row.count > 0;
    view.cadence_rows =
        Cadence::ALL.iter().filter_map(|term| counts(Dimension::Cadence, term.id())).filter(used).collect();
    view.channel_rows =
        Channel::ALL.iter().filter_map(|term| counts(Dimension::Channel, term.id())).filter(used).collect();
    view.method_rows = Method::ALL.iter().filter_map(|term| counts(Dimension::Method, term.id())).collect();
    let late: BTreeSet<ItemId> = board
        .series
        .iter()
        .flat_map(|series| &series.slots)
        .filter(|slot| matches!(slot.state, SlotState::Late { .. }))
        .filter_map(|slot| slot.item)
        .collect();
    let months = year.by(Dimension::Month).iter().enumerate().map(|(at, count)| MonthRow {
        month: at + 1,
        count: count.items.len(),
        late: count.items.iter().filter(|id| late.contains(id)).count(),
        href: href(Dimension::Month, count),
    });
    let running = year.year == board.today.year();
    let last = if running { usize::from(board.today.month().unsigned_abs()) } else { 12 };
    view.month_rows = months.take(last).collect();
    view.by_month = Columns::new(&view.month_rows.iter().map(|row| (row.count, row.late)).collect::<Vec<_>>());
}
