use super::fact::Figure;
use super::item::Approval;
use super::line::When;
use super::link::{Link, MenuLink, Pager};
use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// The inspection dashboard (`inspection.html`); only in a build for the office's own staff.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InspectionView<'a> {
    /// Today.
    pub date: Cow<'a, str>,
    /// `owed fulfilled overdue coverage punctual errors warnings notes held`, in large type.
    pub figures: Vec<Figure<'a>>,
    /// What was found, by family.
    pub families: Vec<FindingGroup<'a>>,
    /// What is due soon or overdue.
    pub duties: Vec<DutyRow<'a>>,
    /// What is held back, by title only.
    pub held: Vec<HeldRow<'a>>,
    /// The columns and when each was last updated.
    pub columns: Vec<ColumnRow<'a>>,
    /// The ledger of approvals, the machine-readable report.
    pub files: Vec<Link<'a>>,
}

/// Findings of one family of checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingGroup<'a> {
    /// Names the words `family_…`: `form privacy secrecy timeliness procedure catalogue text attachments content site report`.
    pub id: &'static str,
    /// The findings; they never hold a whole number.
    pub findings: Vec<FindingRow<'a>>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingRow<'a> {
    /// `error warning note`.
    pub severity: &'static str,
    /// The check's id.
    pub check: &'static str,
    /// What was found.
    pub message: Cow<'a, str>,
    /// What to do.
    pub remedy: Option<Cow<'a, str>>,
    /// On which provision it rests.
    pub basis: Option<Cow<'a, str>>,
    /// `content/finance/a.md:4`.
    pub place: Option<Cow<'a, str>>,
}

/// A duty that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyRow<'a> {
    /// The duty.
    pub title: Cow<'a, str>,
    /// Who owes it.
    pub unit: Cow<'a, str>,
    /// For which period.
    pub period: Option<Cow<'a, str>>,
    /// Due or overdue.
    pub when: When<'a>,
}

/// An item that is held back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeldRow<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its file.
    pub path: Cow<'a, str>,
    /// Names the words `held_…`: `draft future unsigned not-public faulty`.
    pub reasons: Vec<&'static str>,
    /// The steps of approval that are missing, or the day that it waits for.
    pub note: Option<Cow<'a, str>>,
}

/// A column of the board, as an inspector looks at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnRow<'a> {
    /// Its name.
    pub title: Cow<'a, str>,
    /// Its page.
    pub href: Cow<'a, str>,
    /// Items in it.
    pub count: usize,
    /// When the newest was published.
    pub updated: Option<Cow<'a, str>>,
    /// Days since.
    pub days: Option<usize>,
    /// In order, due soon or stale.
    pub state: State,
}

/// The ledger of approvals (公开审批台账, `ledger.html`); only in a build for the office's own staff.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LedgerView<'a> {
    /// The months to choose from.
    pub months: Vec<MenuLink<'a>>,
    /// The month at hand.
    pub month: Cow<'a, str>,
    /// The names of the board's steps, in order.
    pub steps: Vec<Cow<'a, str>>,
    /// The items, newest first.
    pub rows: Vec<LedgerRow<'a>>,
    /// The other pages.
    pub pager: Option<Pager<'a>>,
}

/// An item in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerRow<'a> {
    /// 索引号.
    pub index: Cow<'a, str>,
    /// The item.
    pub link: Link<'a>,
    /// Who answers for it.
    pub unit: Cow<'a, str>,
    /// When it was published.
    pub published: Option<Cow<'a, str>>,
    /// One cell a step; a step that was not done is none.
    pub steps: Vec<Option<Approval<'a>>>,
}
