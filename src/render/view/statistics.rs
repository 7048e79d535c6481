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
    pub month_rows: Vec<MonthRow>,
    /// By unit.
    pub unit_rows: Vec<ShareRow<'a>>,
    /// By channel, by the channels' ids; an item may have several.
    pub channel_rows: Vec<CountRow>,
    /// By method, by the methods' ids.
    pub method_rows: Vec<CountRow>,
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
}

/// A category or unit and its share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareRow<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Items.
    pub count: usize,
    /// In per cent, with one decimal: `20.6`.
    pub share: Cow<'a, str>,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MonthRow {
    /// From 1.
    pub month: usize,
    /// Items.
    pub count: usize,
    /// Of them late.
    pub late: usize,
}

/// A channel or method and its count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountRow {
    /// Names its word.
    pub id: &'static str,
    /// Items.
    pub count: usize,
}
