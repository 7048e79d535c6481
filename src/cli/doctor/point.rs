use crate::text::Text;

/// How a thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// In order.
    Good,
    /// Something may go wrong, or is missing that not everybody needs.
    Doubtful,
    /// Publishing will fail or come out wrong.
    Bad,
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub(super) struct Point {
    pub(super) state: State,
    /// What was found.
    pub(super) found: Text,
    /// What to do; nothing where it is in order.
    pub(super) remedy: Option<Text>,
}

impl Point {
    pub(super) fn good(found: Text) -> Self {
        Self { state: State::Good, found, remedy: None }
    }

    pub(super) fn doubtful(found: Text, remedy: Text) -> Self {
        Self { state: State::Doubtful, found, remedy: Some(remedy) }
    }

    pub(super) fn bad(found: Text, remedy: Text) -> Self {
        Self { state: State::Bad, found, remedy: Some(remedy) }
    }
}
