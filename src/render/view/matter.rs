use super::attachment::Qr;
use super::fact::Fact;
use super::home::MatterLine;
use super::line::ItemLine;
use super::link::Pager;
use super::state::{PhaseState, State};
use serde::Serialize;
use std::borrow::Cow;

/// The section 阶段公开 (`staged.html`): the undertakings.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StagedView<'a> {
    /// Those that go on.
    pub open: Vec<MatterLine<'a>>,
    /// Those that are done.
    pub done: Vec<MatterLine<'a>>,
    /// Staged items that belong to no undertaking.
    pub others: Vec<ItemLine<'a>>,
    /// The other pages of a long list.
    pub pager: Option<Pager<'a>>,
}

/// One undertaking, from decision to result (`matter.html`).
#[derive(Clone, Debug, Default, Serialize)]
pub struct MatterView<'a> {
    /// Its name.
    pub title: Cow<'a, str>,
    /// What it is.
    pub lead: Option<Cow<'a, str>>,
    /// Its five phases.
    pub phases: Vec<PhaseState>,
    /// What was disclosed in each phase, in order.
    pub parts: Vec<MatterPart<'a>>,
    /// Who builds, what it costs.
    pub facts: Vec<Fact<'a>>,
    /// The code that stands on the building site.
    pub qr: Option<Qr<'a>>,
    /// Other undertakings that go on.
    pub others: Vec<MatterLine<'a>>,
}

/// A phase of an undertaking and what was disclosed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatterPart<'a> {
    /// Id of the phase.
    pub phase: &'static str,
    /// Done, going on or to come.
    pub state: State,
    /// The day of its first item.
    pub from: Option<Cow<'a, str>>,
    /// The day of its last item, where the phase is done.
    pub to: Option<Cow<'a, str>>,
    /// Its items.
    pub lines: Vec<ItemLine<'a>>,
}
