//! The pages that the 条例 asks for: guide, rules, reports, how to apply, what is withheld.

use super::home::contact;
use super::line::lines;
use super::trail::{trail, word};
use crate::board::{Board, Item, ItemId, Standing};
use crate::diag::Diagnostic;
use crate::page::{Page, report_years};
use crate::render::body::body;
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{
    AccessibilityView, Fact, FormView, Group, GuideView, ItemLine, Link, MenuLink, NegativeListView, NegativeRow,
    OnRequestView, ReportsView, Rule, RulesView,
};
use crate::term::{Method, Term, Validity};

/// 公开指南 with its eight fields.
pub(super) fn guide(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let top = board.config.categories.iter().filter(|(_, category)| category.parent.is_none());
    let ways = ["permanent", "periodic", "staged", "timely", "catalogue"];
    let view = GuideView {
        office: office(board).into(),
        updated: updated(board),
        categories: top
            .map(|(id, category)| {
                MenuLink::to(hrefs.category(id), category.name.as_str()).count(board.in_category(id).len())
            })
            .collect(),
        ways: ways.iter().map(|way| Link::to(hrefs.page(way), word(setting, &format!("nav_{way}")))).collect(),
        body_facts: office_facts(board),
        supervision: supervision_facts(board),
        on_request: hrefs.page("on-request").into(),
        ..GuideView::default()
    };
    let title = word(setting, "foot_guide");
    let head = super::item::column_tags(setting.head(page, title), title, "");
    setting.finish(page, "guide.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

/// 公开制度 in one volume that can be printed.
pub(super) fn rules(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let rules = rules_in_force(setting, hrefs);
    let ended = all_rules(board).into_iter().filter(|&id| !is_in_force(board.item(id)));
    let view = RulesView {
        updated: rules.iter().filter_map(|rule| rule.date.clone()).max(),
        rules,
        ended: lines(board, hrefs, ended),
    };
    let title = word(setting, "foot_rules");
    let head = super::item::column_tags(setting.head(page, title), title, "");
    setting.finish(page, "rules.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

/// The rules of disclosure, those that have ended too.
fn all_rules(board: &Board) -> Vec<ItemId> {
    named(board, &["rules", "公开制度", "制度"])
}

/// The rules that are in force, with their words.
pub(super) fn rules_in_force<'a>(setting: &'a Setting, hrefs: Hrefs<'_>) -> Vec<Rule<'a>> {
    let board = &*setting.board;
    let items = all_rules(board);
    let rule = |(at, &id): (usize, &ItemId)| {
        let item = board.item(id);
        Rule {
            id: format!("rule-{}", at + 1).into(),
            title: item.title().into(),
            href: hrefs.to(&item.address).into(),
            number: item
                .front()
                .document
                .as_ref()
                .and_then(|document| document.number.as_ref())
                .map(|number| number.trim().into()),
            date: item.published().map(|at| at.date().to_string().into()),
            validity: item.validity().unwrap_or(Validity::Valid).id(),
            body: body(item, hrefs, &setting.theme),
        }
    };
    let in_force = items.iter().filter(|&&id| board.item(id).shows_content() && is_in_force(board.item(id)));
    in_force.enumerate().map(rule).collect()
}

/// 公开年报, newest first.
pub(super) fn reports(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let items =
        named(board, &["reports", "annual-report", "annual-reports", "公开年报", "年度报告", "政府信息公开年报"]);
    let years: Vec<i16> = report_years(board).into_iter().rev().collect();
    let words = setting.theme.words();
    let figures = Group {
        id: "figures".into(),
        title: word(setting, "report_figures").into(),
        count: years.len(),
        note: None,
        more: None,
        lines: years
            .iter()
            .map(|year| ItemLine {
                href: hrefs.page(&format!("reports/{year}")).into(),
                title: words.fill("report_of_year", &[("year", &year.to_string())]).into(),
                ..ItemLine::default()
            })
            .collect(),
    };
    let view = ReportsView {
        reports: lines(board, hrefs, items),
        groups: if years.is_empty() { Vec::new() } else { vec![figures] },
        statistics: Some(hrefs.page("statistics").into()),
    };
    let title = word(setting, "foot_reports");
    let head = super::item::column_tags(setting.head(page, title), title, "");
    setting.finish(page, "reports.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

/// 依申请公开: how to apply, and what can be had.
pub(super) fn on_request(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let listed = board.listed.iter().copied().filter(|&id| board.item(id).method == Method::OnRequest);
    let view = OnRequestView {
        form: Some(hrefs.page("on-request/form").into()),
        facts: office_facts(board),
        items: lines(board, hrefs, listed),
        ..OnRequestView::default()
    };
    let title = word(setting, "foot_on-request");
    let head = super::item::column_tags(setting.head(page, title), title, "");
    setting.finish(page, "on-request.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

/// 政府信息公开申请表 on paper.
pub(super) fn application_form(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let told = ["office_address", "postcode", "office_hours", "office_phone", "fax", "email"];
    let view = FormView {
        back: hrefs.page("on-request").into(),
        office: office(board).into(),
        facts: office_facts(board).into_iter().filter(|fact| told.contains(&fact.key)).collect(),
    };
    let mut head = setting.head(page, word(setting, "form_title"));
    head.feeds.clear();
    setting.finish(page, "application-form.html", Made { head, crumbs: Vec::new(), view })
}

/// 不予公开: of each item only its public title, the ground and the date of review.
pub(super) fn negative_list(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let withheld = board.items.iter().filter(|item| item.standing == Standing::Withheld);
    let rows = withheld.filter_map(|item| {
        let withheld = item.front().withheld.as_ref()?;
        Some(NegativeRow {
            title: withheld.public_title.as_ref()?.trim().into(),
            ground: withheld.ground.as_ref().map_or("", |ground| ground.trim()).into(),
            review_by: withheld.review_by.as_ref().map(|date| date.to_string().into()),
        })
    });
    let view = NegativeListView {
        rows: rows.collect(),
        on_request: hrefs.page("on-request").into(),
        hotline: Some(board.config.supervision.hotline.as_str()).filter(|hotline| !hotline.is_empty()).map(Into::into),
    };
    let title = word(setting, "negative_title");
    let head = super::item::column_tags(setting.head(page, title), title, "");
    setting.finish(page, "negative-list.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

/// 无障碍说明.
pub(super) fn accessibility(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let view =
        AccessibilityView { office: office(board).into(), date: updated(board), facts: supervision_facts(board) };
    let title = word(setting, "accessibility_title");
    let head = setting.head(page, title);
    setting.finish(page, "accessibility.html", Made { head, crumbs: trail(setting, hrefs, Vec::new(), title), view })
}

fn office(board: &Board) -> &str {
    if board.config.office.name.is_empty() { &board.config.title } else { &board.config.office.name }
}

fn updated(board: &Board) -> Option<std::borrow::Cow<'static, str>> {
    board.listed.first().and_then(|&id| board.item(id).published()).map(|at| at.date().to_string().into())
}

/// The items of the first category that bears one of these ids or names.
fn named(board: &Board, words: &[&str]) -> Vec<ItemId> {
    let found = words.iter().find_map(|word| board.config.categories.find(word));
    found.map_or_else(Vec::new, |id| board.in_category(id).to_vec())
}

fn is_in_force(item: &Item) -> bool {
    !matches!(item.validity(), Some(Validity::Expired | Validity::Repealed))
}

/// 工作机构: what the guide must say of it (条例 art. 12).
fn office_facts(board: &Board) -> Vec<Fact<'_>> {
    let office = &board.config.office;
    let mut facts = vec![Fact::text("office", self::office(board))];
    let texts = [
        ("office_address", &office.address),
        ("postcode", &office.postcode),
        ("office_hours", &office.hours),
        ("fax", &office.fax),
        ("email", &office.email),
    ];
    facts.extend(
        texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| Fact::text(key, text.as_str())),
    );
    if !office.phone.is_empty() {
        facts.push(Fact::phone("office_phone", office.phone.as_str()));
    }
    facts
}

fn supervision_facts(board: &Board) -> Vec<Fact<'_>> {
    let contact = contact(board);
    let hotline = contact.hotline.map(|hotline| Fact::phone("hotline", hotline));
    let report_box = contact.report_box.map(|place| Fact::text("report_box", place));
    let email = contact.email.map(|email| Fact::text("email", email));
    let feedback = contact.feedback.map(|url| Fact::link("feedback", url, url));
    [hotline, report_box, email, feedback].into_iter().flatten().collect()
}
