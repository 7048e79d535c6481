use super::trail::{trail, word};
use crate::diag::Diagnostic;
use crate::page::Page;
use crate::render::setting::{Made, Setting};
use crate::render::view::{Link, SearchView};

/// The search page. Its index lies beside it, so it looks for nothing elsewhere.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let ways = ["catalogue", "permanent", "periodic", "staged", "timely", "units"];
    let ways = ways.into_iter().filter(|way| *way != "units" || !board.config.units.is_empty());
    let known = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned().into());
    let view = SearchView {
        total: board.listed.iter().filter(|&&id| board.item(id).has_page()).count(),
        root: page.address.to_root().into(),
        ways: ways.map(|way| Link::to(hrefs.page(way), word(setting, &format!("nav_{way}")))).collect(),
        on_request: Some(hrefs.page("on-request").into()),
        phone: known(&board.config.office.phone),
        ..SearchView::default()
    };
    let title = word(setting, "search_items");
    let mut head = setting.head(page, title);
    head.noindex = true;
    let crumbs = trail(setting, hrefs, Vec::new(), title);
    setting.finish(page, "search.html", Made { head, crumbs, view })
}
