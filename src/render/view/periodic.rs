use super::fact::Figure;
use super::line::ItemLine;
use super::link::{MenuLink, Pager};
use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// The section 定期公开 (`periodic.html`): what is owed and when. With duties it is a grid, without them a list of series.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PeriodicView<'a> {
    /// The year of the grid.
    pub year: Cow<'a, str>,
    /// The year whose dates are shown without it: that of the grid.
    pub cell_year: Cow<'a, str>,
    /// Today, for the figures.
    pub date: Cow<'a, str>,
    /// The years to choose from.
    pub years: Vec<MenuLink<'a>>,
    /// `due_in_year published waiting overdue punctual`, in large type.
    pub figures: Vec<Figure<'a>>,
    /// What is overdue, the longest first.
    pub overdue: Vec<ItemLine<'a>>,
    /// How many are overdue in all; the grid shows what is not listed.
    pub overdue_total: usize,
    /// Duty × period, one grid a cadence.
    pub grids: Vec<Grid<'a>>,
    /// Series without duties, by cadence.
    pub series: Vec<SeriesGroup<'a>>,
    /// Periodic items that belong to no series.
    pub others: Vec<ItemLine<'a>>,
    /// The other pages of a long list.
    pub pager: Option<Pager<'a>>,
}

/// The duties of one cadence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Grid<'a> {
    /// Id of the cadence.
    pub cadence: &'static str,
    /// Twelve narrow columns.
    pub monthly: bool,
    /// Periods of several years: full dates in the cells.
    pub long: bool,
    /// The periods.
    pub columns: Vec<GridColumn<'a>>,
    /// The duties.
    pub rows: Vec<GridRow<'a>>,
}

/// A period of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GridColumn<'a> {
    /// `2026-Q3`.
    pub period: Cow<'a, str>,
    /// When what belongs to it is due; none in the narrow grid.
    pub due: Option<Cow<'a, str>>,
    /// Whether that day lies in another year than the grid's.
    pub far: bool,
    /// The period that is due now.
    pub now: bool,
}

/// A duty of a grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GridRow<'a> {
    /// The duty.
    pub title: Cow<'a, str>,
    /// Where all its periods stand.
    pub href: Option<Cow<'a, str>>,
    /// Who owes it.
    pub unit: Cow<'a, str>,
    /// Why it rests in periods of this grid, in the office's own words.
    pub reason: Option<Cow<'a, str>>,
    /// One cell a period, as many as there are columns.
    pub cells: Vec<GridCell<'a>>,
}

/// A duty in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GridCell<'a> {
    /// The period, named again on narrow screens.
    pub period: Cow<'a, str>,
    /// Its state.
    pub state: State,
    /// The item that fulfils it.
    pub href: Option<Cow<'a, str>>,
    /// When it was published.
    pub date: Option<Cow<'a, str>>,
    /// Days past the last day, where it is overdue.
    pub days: usize,
    /// Days it came late, where it did; else 0.
    pub late: usize,
}

/// Series of one cadence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeriesGroup<'a> {
    /// Id of the cadence.
    pub cadence: &'static str,
    /// The series.
    pub series: Vec<SeriesLine<'a>>,
}

/// A series and its newest period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeriesLine<'a> {
    /// The newest item, or the page with all of them.
    pub href: Cow<'a, str>,
    /// The name of the series.
    pub title: Cow<'a, str>,
    /// The newest period.
    pub period: Cow<'a, str>,
    /// When it was published.
    pub date: Cow<'a, str>,
    /// Who answers for it.
    pub unit: Option<Cow<'a, str>>,
    /// Periods published.
    pub count: usize,
}
