use super::fact::Fact;
use super::line::{Group, ItemLine};
use super::link::{Link, MenuLink};
use crate::theme::Html;
use serde::Serialize;
use std::borrow::Cow;

/// 公开指南 (`guide.html`, 条例 art. 12): how information is sorted, how it is had, and who answers for that.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GuideView<'a> {
    /// The office.
    pub office: Cow<'a, str>,
    /// When the page was last changed.
    pub updated: Option<Cow<'a, str>>,
    /// The office's own words, cleaned; empty where it has none.
    pub body: Html<'a>,
    /// 分类: the categories.
    pub categories: Vec<MenuLink<'a>>,
    /// 获取方式: pages where information is had.
    pub ways: Vec<Link<'a>>,
    /// 工作机构: name, address, hours, telephone, fax, e-mail.
    pub body_facts: Vec<Fact<'a>>,
    /// 监督: hotline, report box.
    pub supervision: Vec<Fact<'a>>,
    /// Where to apply for what is not on the board.
    pub on_request: Cow<'a, str>,
}

/// 依申请公开 (`on-request.html`, 条例 art. 27–40): how to apply.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OnRequestView<'a> {
    /// The office's own words, cleaned; empty where it has none.
    pub body: Html<'a>,
    /// Where, when and with whom to apply.
    pub facts: Vec<Fact<'a>>,
    /// The form on paper.
    pub form: Option<Cow<'a, str>>,
    /// Other forms to download, as items with attachments.
    pub forms: Vec<Link<'a>>,
    /// What can be had on request, listed without content.
    pub items: Vec<ItemLine<'a>>,
}

/// 政府信息公开申请表 on one sheet (`application-form.html`), with what art. 29 of the 条例 asks for.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormView<'a> {
    /// The page on how to apply.
    pub back: Cow<'a, str>,
    /// The office that is applied to.
    pub office: Cow<'a, str>,
    /// Where, when and with whom to apply.
    pub facts: Vec<Fact<'a>>,
}

/// 不予公开 (`negative-list.html`): what is withheld, on what ground, and when that is looked at again (条例 art. 14–18).
#[derive(Clone, Debug, Default, Serialize)]
pub struct NegativeListView<'a> {
    /// The rows.
    pub rows: Vec<NegativeRow<'a>>,
    /// Where to apply nevertheless.
    pub on_request: Cow<'a, str>,
    /// The supervision's telephone.
    pub hotline: Option<Cow<'a, str>>,
}

/// Something withheld: only these three things of it are public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NegativeRow<'a> {
    /// Its public title.
    pub title: Cow<'a, str>,
    /// On what ground.
    pub ground: Cow<'a, str>,
    /// When that is looked at again.
    pub review_by: Option<Cow<'a, str>>,
}

/// 公开制度 (`rules.html`): all rules in one volume that can be printed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RulesView<'a> {
    /// When the newest was published.
    pub updated: Option<Cow<'a, str>>,
    /// The rules in force, in order.
    pub rules: Vec<Rule<'a>>,
    /// Those that are no longer in force, each with its own page.
    pub ended: Vec<ItemLine<'a>>,
}

/// A rule in the volume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rule<'a> {
    /// Id of its heading, unique on the page.
    pub id: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its own page.
    pub href: Cow<'a, str>,
    /// 发文字号.
    pub number: Option<Cow<'a, str>>,
    /// When it was published.
    pub date: Option<Cow<'a, str>>,
    /// Id of its validity, names the words `mark_…`.
    pub validity: &'static str,
    /// Its body, cleaned, headings from the third level down.
    pub body: Html<'a>,
}

/// 公开年报 (`reports.html`): the annual reports, newest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReportsView<'a> {
    /// The reports.
    pub reports: Vec<ItemLine<'a>>,
    /// Other items about them, by year.
    pub groups: Vec<Group<'a>>,
    /// The statistics.
    pub statistics: Option<Cow<'a, str>>,
}

/// 无障碍说明 (`accessibility.html`).
#[derive(Clone, Debug, Default, Serialize)]
pub struct AccessibilityView<'a> {
    /// The office.
    pub office: Cow<'a, str>,
    /// The day on which the statement is made: that of the build's newest item.
    pub date: Option<Cow<'a, str>>,
    /// Whom to tell of a barrier.
    pub facts: Vec<Fact<'a>>,
}
