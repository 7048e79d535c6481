use super::fact::Figure;
use super::link::Link;
use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// The county's view over many boards (`portal.html`), a site of its own.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PortalView<'a> {
    /// What it is called.
    pub title: Cow<'a, str>,
    /// Today.
    pub date: String,
    /// This year, for dates that leave it out.
    pub year: String,
    /// `boards unread items this_year coverage overdue`, in large type.
    pub figures: Vec<Figure<'a>>,
    /// The boards, the best first.
    pub boards: Vec<PortalBoard<'a>>,
    /// What was published last.
    pub newest: Vec<PortalItem<'a>>,
    /// The same as data.
    pub files: Vec<Link<'a>>,
}

/// A board in the ranking.
#[derive(Clone, Debug, Serialize)]
pub struct PortalBoard<'a> {
    /// Its place, from 1; none where its catalogue could not be read.
    pub rank: Option<usize>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its home page, where the address is known.
    pub href: Option<Cow<'a, str>>,
    /// 覆盖率, in per cent with one decimal.
    pub coverage: Option<String>,
    /// Periods overdue.
    pub overdue: Option<usize>,
    /// 按时公开率, in per cent with one decimal.
    pub in_time: Option<String>,
    /// Items in its catalogue.
    pub items: usize,
    /// Of these, published this year.
    pub this_year: usize,
    /// The day of its newest item.
    pub newest: Option<String>,
    /// Days since then, where they are too many.
    pub quiet_days: Option<i64>,
    /// How far it is to be worried about.
    pub state: State,
}

/// An item of one of the boards.
#[derive(Clone, Debug, Serialize)]
pub struct PortalItem<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its page, where the board's address is known.
    pub href: Option<Cow<'a, str>>,
    /// The board.
    pub board: Cow<'a, str>,
    /// When it was published.
    pub date: Cow<'a, str>,
}
