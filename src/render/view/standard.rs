use super::fact::Figure;
use super::link::{MenuLink, Pager};
use super::state::State;
use serde::Serialize;
use std::borrow::Cow;

/// The standard catalogue in its official columns (`standard.html`, 国办发〔2019〕54号), with what fulfils each row.
#[derive(Clone, Debug, Default, Serialize)]
pub struct StandardView<'a> {
    /// The office.
    pub office: Cow<'a, str>,
    /// The year of the edition.
    pub year: Cow<'a, str>,
    /// Areas in it.
    pub areas: usize,
    /// Rows in it.
    pub total: usize,
    /// `owed fulfilled overdue not_arisen coverage`, in large type.
    pub figures: Vec<Figure<'a>>,
    /// The areas to choose from.
    pub choices: Vec<MenuLink<'a>>,
    /// The same as a workbook.
    pub file: Option<Cow<'a, str>>,
    /// The rows by area.
    pub groups: Vec<StandardGroup<'a>>,
    /// Coverage by area.
    pub by_area: Vec<CoverageRow<'a>>,
    /// Coverage by unit.
    pub by_unit: Vec<CoverageRow<'a>>,
    /// The other pages.
    pub pager: Option<Pager<'a>>,
}

/// The rows of one area (试点领域).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandardGroup<'a> {
    /// Id of its heading, unique on the page.
    pub id: Cow<'a, str>,
    /// The area.
    pub title: Cow<'a, str>,
    /// Its rows.
    pub rows: Vec<StandardRow<'a>>,
}

/// A row of the standard catalogue: the eleven official columns and what fulfils it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandardRow<'a> {
    /// 序号.
    pub serial: usize,
    /// 一级事项.
    pub first: Cow<'a, str>,
    /// 二级事项.
    pub second: Cow<'a, str>,
    /// 公开内容（要素）.
    pub content: Cow<'a, str>,
    /// 公开依据.
    pub basis: Cow<'a, str>,
    /// 公开时限.
    pub limit: Cow<'a, str>,
    /// 公开主体.
    pub body: Cow<'a, str>,
    /// 公开渠道和载体: all 13, by their ids.
    pub channels: Vec<Tick<'a>>,
    /// 公开对象: `public`, `group`.
    pub audiences: Vec<Tick<'a>>,
    /// 公开方式: `proactive`, `on-request`.
    pub methods: Vec<Tick<'a>>,
    /// 公开层级: `county`, `township`, `village`.
    pub levels: Vec<Tick<'a>>,
    /// How far it is fulfilled.
    pub state: State,
    /// Times it was published this year, of a periodic duty.
    pub times: usize,
    /// Times it was due this year; none where it is not periodic.
    pub of: Option<usize>,
    /// What fulfils it.
    pub href: Option<Cow<'a, str>>,
    /// When that was published.
    pub date: Option<Cow<'a, str>>,
    /// More words: which period is overdue.
    pub note: Option<Cow<'a, str>>,
}

/// A box of the standard catalogue: ■ or □.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tick<'a> {
    /// Names its word.
    pub id: &'static str,
    /// ■.
    pub on: bool,
    /// More words: which group.
    pub text: Option<Cow<'a, str>>,
}

/// How much of what an area or a unit owes is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoverageRow<'a> {
    /// The area or unit.
    pub name: Cow<'a, str>,
    /// Duties owed.
    pub owed: usize,
    /// Of them with an item.
    pub covered: usize,
    /// Of them overdue.
    pub overdue: usize,
    /// In per cent; none where nothing is owed.
    pub share: Option<Cow<'a, str>>,
}
