use super::fact::Contact;
use super::line::{ItemLine, PublicityLine};
use super::link::MenuLink;
use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// The home page (`home.html`): the board itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct HomeView<'a> {
    /// The board at a glance, at best four figures.
    pub glance: Vec<Glance<'a>>,
    /// 长期公开.
    pub permanent: SectionCard<'a>,
    /// 定期公开.
    pub periodic: PeriodicCard<'a>,
    /// 阶段公开.
    pub staged: StagedCard<'a>,
    /// 及时公开; its count is that of the month.
    pub timely: SectionCard<'a>,
    /// What objections may be raised to today.
    pub publicities: Vec<PublicityLine<'a>>,
    /// What opinions are asked for today.
    pub consultations: Vec<PublicityLine<'a>>,
    /// The newest items of all sections.
    pub newest: Vec<ItemLine<'a>>,
    /// When the newest was published.
    pub updated: Option<Cow<'a, str>>,
    /// The catalogue.
    pub catalogue: Cow<'a, str>,
    /// The topics.
    pub topics: Vec<MenuLink<'a>>,
    /// The boards of villages and communities.
    pub units: Option<UnitsCard<'a>>,
    /// Who supervises.
    pub contact: Contact<'a>,
}

/// A number that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Glance<'a> {
    /// Names the words `glance_…` and `glance_unit_…`: `period month publicity consultation overdue matters total`.
    pub key: &'static str,
    /// The number.
    pub number: usize,
    /// Out of how many.
    pub of: Option<usize>,
    /// Where it leads.
    pub href: Cow<'a, str>,
    /// Whether it speaks of what is late.
    pub late: bool,
}

/// One of the four sections on the home page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SectionCard<'a> {
    /// The section's page.
    pub href: Cow<'a, str>,
    /// Items in it.
    pub count: usize,
    /// Its categories.
    pub links: Vec<MenuLink<'a>>,
    /// Its newest items.
    pub lines: Vec<ItemLine<'a>>,
}

/// The periodic section on the home page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PeriodicCard<'a> {
    /// The section's page.
    pub href: Cow<'a, str>,
    /// Items in it.
    pub count: usize,
    /// How far the office has come with the period that is due; none without duties.
    pub progress: Option<Progress<'a>>,
    /// What is overdue, then what is newest.
    pub lines: Vec<ItemLine<'a>>,
}

/// How far the office has come with the period that is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Progress<'a> {
    /// `2026-Q3`.
    pub period: Cow<'a, str>,
    /// The last day.
    pub due: Cow<'a, str>,
    /// Duties of the period.
    pub owed: usize,
    /// Of them published.
    pub published: usize,
    /// Of them not yet.
    pub waiting: usize,
    /// Days left, none where all is done or overdue.
    pub days_left: Option<usize>,
    /// One mark a duty.
    pub pips: Vec<State>,
}

/// The staged section on the home page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StagedCard<'a> {
    /// The section's page.
    pub href: Cow<'a, str>,
    /// Undertakings that go on.
    pub count: usize,
    /// The newest of them.
    pub matters: Vec<MatterLine<'a>>,
}

/// An undertaking in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatterLine<'a> {
    /// Its page.
    pub href: Cow<'a, str>,
    /// Its name.
    pub title: Cow<'a, str>,
    /// One mark a phase.
    pub pips: Vec<State>,
    /// The phase that goes on.
    pub phase: Option<&'static str>,
    /// When its newest item was published.
    pub date: Option<Cow<'a, str>>,
    /// The title or stage of its newest item.
    pub note: Option<Cow<'a, str>>,
    /// Items in it.
    pub count: usize,
}

/// The boards of villages and communities on the home page.
#[derive(Clone, Debug, Default, Serialize)]
pub struct UnitsCard<'a> {
    /// The page with all units.
    pub href: Cow<'a, str>,
    /// The units.
    pub units: Vec<UnitCard<'a>>,
}

/// A unit in a grid of units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitCard<'a> {
    /// Its page.
    pub href: Cow<'a, str>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// One mark a duty; empty without duties.
    pub pips: Vec<State>,
    /// Whether all duties are published.
    pub complete: bool,
    /// Duties published, or items where there are no duties.
    pub published: usize,
    /// Duties overdue.
    pub overdue: usize,
}
