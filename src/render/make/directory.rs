//! Where everything is: all topics, all years.

use super::trail::{trail, word};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::setting::{Made, Setting};
use crate::render::view::{DirectoryView, LinkGroup, MenuLink};

/// All topics.
pub(super) fn topics(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let topics = board.config.topics.iter().enumerate();
    let links = topics.map(|(at, topic)| MenuLink {
        closed: topic.archived,
        ..MenuLink::to(hrefs.page(&format!("topics/{}", topic.id)), topic.name.as_str()).count(board.by_topic[at].len())
    });
    directory(setting, page, word(setting, "topics"), links.collect())
}

/// All years.
pub(super) fn years(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let years = board.by_year.iter().rev();
    let links = years
        .map(|(year, items)| MenuLink::to(hrefs.page(&format!("years/{year}")), year.to_string()).count(items.len()));
    directory(setting, page, word(setting, "years"), links.collect())
}

fn directory(setting: &Setting, page: &Page, title: &str, links: Vec<MenuLink<'_>>) -> Result<String, Box<Diagnostic>> {
    let hrefs = setting.hrefs_of(&page.address);
    let heading = word(setting, "all").to_owned();
    let groups = if links.is_empty() {
        Vec::new()
    } else {
        vec![LinkGroup { id: "all".into(), title: heading.into(), more: None, long: false, links }]
    };
    let view = DirectoryView { title: title.into(), lead: None, groups };
    let head = setting.head(page, title.to_owned());
    let crumbs = trail(setting, hrefs, Vec::new(), title.to_owned());
    setting.finish(page, "directory.html", Made { head, crumbs, view })
}
