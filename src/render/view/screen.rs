use super::attachment::Qr;
use super::line::When;
use super::state::{State, Window};
use serde::Serialize;
use std::borrow::Cow;

/// The hall's screen (`screen.html`): a loop of cards in large type.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ScreenView<'a> {
    /// The day that the screen shows.
    pub date: Cow<'a, str>,
    /// Its weekday, from 1 for Monday: names the words `weekday_…`.
    pub weekday: usize,
    /// How long a card stays, in seconds.
    pub seconds: usize,
    /// The cards.
    pub cards: Vec<ScreenCard<'a>>,
    /// The supervision's telephone.
    pub hotline: Option<Cow<'a, str>>,
}

/// A card of the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ScreenCard<'a> {
    /// Id of the section.
    pub section: Option<&'static str>,
    /// Names the words `screen_…` where the card is no item of a section: `publicity consultation progress`.
    pub key: Option<&'static str>,
    /// Id of the cadence.
    pub cadence: Option<&'static str>,
    /// Id of the phase.
    pub phase: Option<&'static str>,
    /// Who answers for it.
    pub unit: Option<Cow<'a, str>>,
    /// When it was published.
    pub date: Option<Cow<'a, str>>,
    /// The period whose progress it tells, instead of a heading.
    pub period: Option<Cow<'a, str>>,
    /// The days in which it is open.
    pub window: Option<Window<'a>>,
    /// The heading.
    pub title: Cow<'a, str>,
    /// Numbers in very large type.
    pub figures: Vec<ScreenFigure<'a>>,
    /// Marks, hidden from screen readers.
    pub pips: Vec<State>,
    /// A list of short lines.
    pub lines: Vec<ScreenLine<'a>>,
    /// A few sentences.
    pub text: Option<Cow<'a, str>>,
    /// The code of the page.
    pub qr: Option<Qr<'a>>,
    /// Names the words `scan_…`: `full list grid opinion`.
    pub scan: &'static str,
}

/// A number on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScreenFigure<'a> {
    /// What it is of.
    pub label: Cow<'a, str>,
    /// The number.
    pub value: Cow<'a, str>,
    /// Its unit.
    pub unit: Cow<'a, str>,
}

/// A line on a card or sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScreenLine<'a> {
    /// What it says.
    pub text: Cow<'a, str>,
    /// Its state or date.
    pub when: Option<When<'a>>,
}
