use serde::Serialize;
use std::borrow::Cow;

/// The state of a duty, of a working day, of a phase. Each is a word, a shape and a colour in the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// ● 已公开; a day that has passed, a phase that is done.
    Published,
    /// ◐ 待公开; the day at hand, the phase that goes on.
    Due,
    /// ! 逾期.
    Overdue,
    /// ○ 未到期; a day or a phase to come.
    Coming,
    /// ‖ 暂停: the office says why it rests.
    Paused,
    /// – 未设.
    None,
}

/// Where a publicity or a consultation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not begun.
    Coming,
    /// Goes on, for more than today.
    Open,
    /// Ends today.
    LastDay,
    /// Has ended.
    Over,
}

/// The days of a publicity, in working days, or of a consultation, in calendar days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Window<'a> {
    /// First day.
    pub from: Cow<'a, str>,
    /// Last day.
    pub to: Cow<'a, str>,
    /// Where it stands today.
    pub stage: Stage,
    /// Days left, today among them.
    pub left: usize,
    /// Days in all, both ends counted.
    pub total: usize,
    /// `working` or `calendar`.
    pub unit: &'static str,
    /// One mark for each working day; empty for a consultation.
    pub pips: Vec<State>,
    /// The day on which the days left were counted.
    pub counted: Cow<'a, str>,
    /// The days from then to the last that differ from their weekday, for counting again in the browser: `+2026-10-10`
    /// is worked, `-2026-10-01` is not. Empty for a consultation.
    pub differing: String,
    /// The year whose holidays are not known yet, where the days reach into it.
    pub outside: Option<Cow<'a, str>>,
}

/// One of the five phases of a matter (五公开).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PhaseState {
    /// `decision execution management service result`.
    pub id: &'static str,
    /// Done, going on or to come.
    pub state: State,
    /// Items disclosed in it.
    pub count: usize,
    /// Whether it is the phase that goes on.
    pub current: bool,
}
