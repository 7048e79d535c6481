use super::chart::{Bars, Columns, StackedBars};
use super::fact::Figure;
use super::line::ItemLine;
use super::link::{Link, MenuLink};
use serde::Serialize;
use std::borrow::Cow;

/// 公开统计 of a year (`statistics.html`). Every number of a drawing stands in a table as well.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StatisticsView<'a> {
    /// The year; none on the page of all years together.
    pub year: Option<Cow<'a, str>>,
    /// Today.
    pub date: Cow<'a, str>,
    /// The years to choose from, and all together.
    pub years: Vec<MenuLink<'a>>,
    /// `this_year internet running punctual coverage`, in large type.
    pub figures: Vec<Figure<'a>>,
    /// The last years by section, in the order `periodic permanent staged timely`.
    pub by_year: StackedBars<'a>,
    /// The same as a table, newest first.
    pub year_rows: Vec<YearRow<'a>>,
    /// The year by category.
    pub by_category: Bars<'a>,
    /// The same as a table.
    pub category_rows: Vec<ShareRow<'a>>,
    /// The year by month.
    pub by_month: Columns,
    /// The same as a table.
    pub month_rows: Vec<MonthRow<'a>>,
    /// By unit.
    pub unit_rows: Vec<ShareRow<'a>>,
    /// By channel, by the channels' ids; an item may have several.
    pub channel_rows: Vec<CountRow<'a>>,
    /// By method, by the methods' ids.
    pub method_rows: Vec<CountRow<'a>>,
    /// By cadence, by the cadences' ids.
    pub cadence_rows: Vec<CountRow<'a>>,
    /// By genre of document.
    pub genre_rows: Vec<ShareRow<'a>>,
    /// Counts kept by hand.
    pub counter_rows: Vec<CounterRow>,
    /// The file in which the office writes them down.
    pub counter_file: Option<Cow<'a, str>>,
    /// The register of opinions.
    pub feedback: Option<Cow<'a, str>>,
    /// Sums up to the end of each year, newest first; on the page of all years.
    pub running_rows: Vec<RunningRow<'a>>,
    /// The official lists as they stand today; on the page of this year.
    pub register_rows: Vec<RegisterRow<'a>>,
    /// All items of the year.
    pub total: usize,
    /// The annual reports.
    pub reports: Vec<ItemLine<'a>>,
    /// The same as data.
    pub files: Vec<Link<'a>>,
}

/// A year and its sections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearRow<'a> {
    /// The year.
    pub year: Cow<'a, str>,
    /// Whether it still goes on.
    pub unfinished: bool,
    /// By section, in the order `periodic permanent staged timely`.
    pub counts: Vec<usize>,
    /// All together.
    pub total: usize,
    /// The page of the year.
    pub href: Option<Cow<'a, str>>,
    /// The items behind each section's number.
    pub hrefs: Vec<Option<Cow<'a, str>>>,
    /// All items of the year.
    pub all: Option<Cow<'a, str>>,
}

/// A category or unit and its share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareRow<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Items.
    pub count: usize,
    /// In per cent, with two decimals: `20.63`; the shares of a table add up to 100.00.
    pub share: Cow<'a, str>,
    /// The items behind it.
    pub href: Option<Cow<'a, str>>,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MonthRow<'a> {
    /// From 1.
    pub month: usize,
    /// Items.
    pub count: usize,
    /// Of them late.
    pub late: usize,
    /// The items behind it.
    pub href: Option<Cow<'a, str>>,
}

/// A channel or method and its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountRow<'a> {
    /// Names its word.
    pub id: &'static str,
    /// Items.
    pub count: usize,
    /// In per cent, with two decimals.
    pub share: Cow<'a, str>,
    /// The items behind it.
    pub href: Option<Cow<'a, str>>,
}

/// A count kept by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CounterRow {
    /// Names the words `counter_…`, after the keys of `annual/YYYY.yaml`.
    pub id: &'static str,
    /// How many.
    pub count: u64,
}

/// A year and all that was disclosed up to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RunningRow<'a> {
    /// The year.
    pub year: Cow<'a, str>,
    /// Items on this board.
    pub own: usize,
    /// All of them.
    pub href: Option<Cow<'a, str>>,
    /// What was disclosed before this board.
    pub before: u64,
    /// Up to the end of the year.
    pub all: u64,
    /// Of them on the internet.
    pub internet: u64,
}

/// An official list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RegisterRow<'a> {
    /// Names the words `register_…`.
    pub id: &'static str,
    /// How many entries.
    pub count: usize,
    /// The tables that make it up.
    pub links: Vec<Link<'a>>,
}
