use super::link::Pager;
use serde::Serialize;
use std::borrow::Cow;

/// 意见反馈 (`feedback.html`): what came in, to whom it was passed, when it was answered, what changed. The words of an
/// opinion are not among it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FeedbackView<'a> {
    /// The years, newest first; on the first page only.
    pub years: Vec<FeedbackYear<'a>>,
    /// Where the opinions of the newest years came from, newest first.
    pub ways: Vec<FeedbackWays<'a>>,
    /// The register, newest first.
    pub rows: Vec<FeedbackRow<'a>>,
    /// Opinions in all.
    pub total: usize,
    /// Further pages.
    pub pager: Option<Pager<'a>>,
}

/// The opinions of a year in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FeedbackYear<'a> {
    /// The year.
    pub year: Cow<'a, str>,
    /// Received.
    pub received: usize,
    /// Passed on.
    pub passed: usize,
    /// Answered.
    pub answered: usize,
    /// After which something changed.
    pub changed: usize,
    /// Working days to the answer on average, with one decimal.
    pub average: Option<Cow<'a, str>>,
    /// The longest of them.
    pub longest: Option<usize>,
}

/// On which ways the opinions of a year came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FeedbackWays<'a> {
    /// The year.
    pub year: Cow<'a, str>,
    /// Each way and how many, most first.
    pub rows: Vec<(Cow<'a, str>, usize)>,
}

/// An opinion in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FeedbackRow<'a> {
    /// When it came.
    pub date: Cow<'a, str>,
    /// On which way.
    pub way: Cow<'a, str>,
    /// To whom it was passed.
    pub passed_to: Option<Cow<'a, str>>,
    /// After how many working days it was answered; none while it waits.
    pub answered: Option<usize>,
    /// What changed.
    pub changed: Option<Cow<'a, str>>,
}
