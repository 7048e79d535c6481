//! Lists in order of time: a category, a topic, a year.

use super::group::by_month;
use super::item::column_tags;
use super::trail::{numbered_title, pager, part, trail, word};
use crate::board::ItemId;
use crate::config::CategoryId;
use crate::diag::Diagnostic;
use crate::page::{PAGE_LENGTH, Page};
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Crumb, Link, ListView, MenuLink};
use crate::term::{Cadence, Term};

/// A category with those below it.
pub(super) fn category(
    setting: &Setting,
    page: &Page,
    id: CategoryId,
    number: usize,
) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let categories = &board.config.categories;
    let category = categories.get(id);
    let mut between: Vec<Crumb<'_>> = Vec::new();
    if let Some(section) = category.cadence.map(Cadence::section) {
        between.push(Link::to(hrefs.page(section.id()), word(setting, &format!("section_{}", section.id()))));
    }
    between.extend(
        category
            .parent
            .map_or_else(Vec::new, |parent| categories.line(parent))
            .into_iter()
            .map(|above| Link::to(hrefs.category(above), categories.get(above).name.as_str())),
    );
    let link = |id: CategoryId| {
        MenuLink::to(hrefs.category(id), categories.get(id).name.as_str()).count(board.in_category(id).len())
    };
    let beside = categories.iter().filter(|(_, other)| {
        other.parent == category.parent
            && (category.parent.is_some()
                || other.cadence.map(Cadence::section) == category.cadence.map(Cadence::section))
    });
    let menu: Vec<MenuLink<'_>> = beside.map(|(other, _)| link(other).current(other == id)).collect();
    let unit = category.unit.as_ref().and_then(|unit| board.config.find_unit(unit));
    let list = List { items: board.in_category(id), path: &category.path, number };
    let mut view = list.view(setting, hrefs, &category.name);
    view.lead = Some(category.description.as_str()).filter(|text| !text.is_empty()).map(Into::into);
    view.unit = unit.map(|unit| board.config.unit(unit).name.as_str().into());
    view.menu = if menu.len() > 1 { menu } else { Vec::new() };
    view.menu_label = word(setting, "categories").into();
    view.children = category.children.iter().map(|&child| link(child)).collect();
    let head = setting.head(page, numbered_title(&category.name, number));
    let head = column_tags(head, &category.name, &category.description);
    let crumbs = trail(setting, hrefs, between, category.name.as_str());
    setting.finish(page, "list.html", Made { head, crumbs, view })
}

/// A topic.
pub(super) fn topic(setting: &Setting, page: &Page, at: usize, number: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let topic = &board.config.topics[at];
    let path = format!("topics/{}", topic.id);
    let mut view = List { items: &board.by_topic[at], path: &path, number }.view(setting, hrefs, &topic.name);
    view.closed = topic.archived;
    view.mixed = true;
    let head = column_tags(setting.head(page, numbered_title(&topic.name, number)), &topic.name, "");
    let between = vec![Link::to(hrefs.page("topics"), word(setting, "topics"))];
    let crumbs = trail(setting, hrefs, between, topic.name.as_str());
    setting.finish(page, "list.html", Made { head, crumbs, view })
}

/// What was published in a year.
pub(super) fn year(setting: &Setting, page: &Page, year: i16, number: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let title = setting.theme.words().fill("year_title", &[("year", &year.to_string())]);
    let path = format!("years/{year}");
    let items = board.by_year.get(&year).map_or(&[][..], Vec::as_slice);
    let mut view = List { items, path: &path, number }.view(setting, hrefs, &title);
    view.mixed = true;
    let years = board.by_year.iter().rev();
    view.years = years
        .map(|(&other, items)| {
            MenuLink::to(hrefs.page(&format!("years/{other}")), other.to_string())
                .count(items.len())
                .current(other == year)
        })
        .collect();
    let head = setting.head(page, numbered_title(&title, number).into_owned());
    let between = vec![Link::to(hrefs.page("years"), word(setting, "years"))];
    let crumbs = trail(setting, hrefs, between, title.clone());
    setting.finish(page, "list.html", Made { head, crumbs, view })
}

/// A list that stands at a path, and which of its pages is asked for.
struct List<'l> {
    items: &'l [ItemId],
    path: &'l str,
    number: usize,
}

impl List<'_> {
    fn view<'a>(&self, setting: &'a Setting, hrefs: Hrefs<'_>, title: &str) -> ListView<'a> {
        let board = &*setting.board;
        let newest = self.items.first().and_then(|&id| board.item(id).published());
        ListView {
            title: title.to_owned().into(),
            updated: newest.map(|at| at.date().to_string().into()),
            groups: by_month(board, hrefs, part(self.items, self.number, PAGE_LENGTH)),
            pager: pager(hrefs, self.path, self.number, self.items.len(), PAGE_LENGTH),
            ..ListView::default()
        }
    }
}
