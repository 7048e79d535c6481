//! Pages that only lead on: old and short addresses, what was taken down, what is not there.

use super::head_rows::withdrawn_rows;
use super::line::lines;
use super::trail::word;
use crate::board::{Item, ItemId};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::frame::has_search;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Head, Link, NotFoundView, RedirectView, WithdrawnView};

/// The short address of an item, which paper and QR codes bear.
pub(super) fn short(setting: &Setting, page: &Page, id: ItemId) -> Result<String, Box<Diagnostic>> {
    lead_on(setting, page, id, "short.html", setting.board.item(id).index())
}

/// An old address of an item.
pub(super) fn redirect(setting: &Setting, page: &Page, id: ItemId) -> Result<String, Box<Diagnostic>> {
    lead_on(setting, page, id, "redirect.html", None)
}

fn lead_on(
    setting: &Setting,
    page: &Page,
    id: ItemId,
    template: &str,
    index: Option<&str>,
) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let item = board.item(id);
    let mut head = Head::titled(item.title());
    head.canonical = Some(board.config.base_url.join(&item.address.encoded()).into());
    head.noindex = true;
    let view =
        RedirectView { href: hrefs.to(&item.address).into(), title: item.title().into(), index: index.map(Into::into) };
    setting.finish(page, template, Made { head, crumbs: Vec::new(), view })
}

/// An item that was taken down: its address stays, its content is gone.
pub(super) fn withdrawn<'a>(
    setting: &'a Setting,
    page: &'a Page,
    item: &'a Item,
    head: Head<'a>,
    crumbs: Vec<Link<'a>>,
) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let near = item.category.map_or(&[][..], |category| board.in_category(category));
    let withdrawn = item.front().withdrawn.as_ref();
    let view = WithdrawnView {
        title: Some(item.title().into()),
        on: withdrawn.and_then(|withdrawn| withdrawn.on.as_ref()).map(|on| on.value.to_string().into()),
        rows: withdrawn_rows(board, hrefs, item),
        near: lines(board, hrefs, near.iter().copied().take(5)),
        phone: Some(board.config.office.phone.as_str()).filter(|phone| !phone.is_empty()).map(Into::into),
    };
    setting.finish(page, "withdrawn.html", Made { head, crumbs, view })
}

/// What a reader sees who asks for what is not there. Its links start with the base path, because nobody knows from
/// which depth it is asked for.
pub(super) fn not_found(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let base = board.config.base_url.path();
    let way = |path: &str, key: &str| Link::to(format!("{base}{path}"), word(setting, key).to_owned());
    let view = NotFoundView {
        search: has_search(board).then(|| format!("{base}search/index.html").into()),
        ways: vec![
            way("index.html", "home"),
            way("catalogue/index.html", "nav_catalogue"),
            way("permanent/index.html", "nav_permanent"),
            way("periodic/index.html", "nav_periodic"),
        ],
        phone: Some(board.config.office.phone.as_str()).filter(|phone| !phone.is_empty()).map(Into::into),
    };
    let mut head = setting.head(page, word(setting, "lost_title"));
    head.feeds.clear();
    head.noindex = true;
    setting.finish(page, "404.html", Made { head, crumbs: Vec::new(), view })
}
