use super::fact::Figure;
use super::item::Approval;
use super::line::When;
use super::link::{Link, MenuLink, Pager};
use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// The inspection dashboard (`inspection.html`, and alone as a file `inspection-alone.html`); only in a build for the
/// office's own staff.
#[derive(Clone, Debug, Default, Serialize)]
pub struct InspectionView<'a> {
    /// The board that is inspected.
    pub board: Cow<'a, str>,
    /// Today.
    pub date: Cow<'a, str>,
    /// `owed fulfilled overdue coverage punctual errors warnings notes held`, in large type.
    pub figures: Vec<Figure<'a>>,
    /// 单项否决, in the order of the official list.
    pub vetoes: Vec<VetoRow<'a>>,
    /// What was found, by unit.
    pub units: Vec<FindingGroup<'a>>,
    /// What each unit has to do.
    pub loads: Vec<LoadRow<'a>>,
    /// What is due soon or overdue.
    pub duties: Vec<DutyRow<'a>>,
    /// What is held back, by title only.
    pub held: Vec<HeldRow<'a>>,
    /// What items claim as exceptions.
    pub exceptions: Vec<ExceptionRow<'a>>,
    /// The columns and when each was last updated.
    pub columns: Vec<ColumnRow<'a>>,
    /// The ledger of approvals, the machine-readable report.
    pub files: Vec<Link<'a>>,
}

/// One indicator of which a single one fails a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VetoRow<'a> {
    /// Id of its heading.
    pub id: &'static str,
    /// Its name.
    pub name: Cow<'a, str>,
    /// From when on it fails.
    pub rule: Cow<'a, str>,
    /// Its state in colour.
    pub state: State,
    /// Its state in words.
    pub word: Cow<'a, str>,
    /// What else there is to say.
    pub note: Option<Cow<'a, str>>,
    /// What was found.
    pub findings: Vec<FindingRow<'a>>,
}

/// Findings of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingGroup<'a> {
    /// Id of its heading.
    pub id: Cow<'a, str>,
    /// The unit; none for the board as a whole.
    pub name: Option<Cow<'a, str>>,
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
    /// Names the words `family_…`: `form privacy secrecy timeliness procedure catalogue text attachments content site report`.
    pub family: &'static str,
    /// What was found.
    pub message: Cow<'a, str>,
    /// What to do.
    pub remedy: Option<Cow<'a, str>>,
    /// On which provision it rests.
    pub basis: Option<Cow<'a, str>>,
    /// `content/finance/a.md:4`.
    pub place: Option<Cow<'a, str>>,
    /// The item.
    pub item: Option<Link<'a>>,
}

/// What a unit has to do and what was found of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoadRow<'a> {
    /// The unit; none for what belongs to none.
    pub name: Option<Cow<'a, str>>,
    /// Overdue periods.
    pub overdue: usize,
    /// Periods due soon.
    pub due: usize,
    /// Items that wait for a signature.
    pub waiting: usize,
    /// Items that are held.
    pub held: usize,
    /// Errors found.
    pub errors: usize,
    /// Warnings found.
    pub warnings: usize,
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

/// An exception that an item claims (例外).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExceptionRow<'a> {
    /// The item.
    pub item: Link<'a>,
    /// The check that it silences.
    pub check: Cow<'a, str>,
    /// Why.
    pub reason: Cow<'a, str>,
    /// The role of the person who allows it.
    pub by: Cow<'a, str>,
    /// Its last day.
    pub until: Option<Cow<'a, str>>,
    /// `holding`, `expired`, `endless` or `incomplete`: names the words `exception_…`.
    pub state: &'static str,
}

/// A column of the board, as an inspector looks at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnRow<'a> {
    /// Its name.
    pub title: Cow<'a, str>,
    /// Its page; none where the report is a file of its own and the board has no page for it.
    pub href: Cow<'a, str>,
    /// Items in it.
    pub count: usize,
    /// When something last changed in it.
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
    /// All months as a file.
    pub file: Option<Cow<'a, str>>,
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
    /// Whether the item needs the step, one a step.
    pub needed: Vec<bool>,
}
