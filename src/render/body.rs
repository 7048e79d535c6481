use super::href::Hrefs;
use crate::board::{Goal, Item, resolve_path};
use crate::markdown::{Links, anchor_id, html};
use crate::theme::{Html, Theme};

/// The body of an item as HTML, its links turned into those of the site.
pub(super) fn body(item: &Item, hrefs: Hrefs<'_>, theme: &Theme) -> Html<'static> {
    if !item.shows_content() {
        return Html::default();
    }
    Html::vouched(html(item.draft.body(), item.title(), &BodyLinks { item, hrefs, theme }))
}

struct BodyLinks<'a> {
    item: &'a Item,
    hrefs: Hrefs<'a>,
    theme: &'a Theme,
}

impl Links for BodyLinks<'_> {
    fn link(&self, target: &str) -> Option<String> {
        let board = self.hrefs.board;
        match board.follow(self.item, target) {
            Goal::Outside => Some(target.to_owned()),
            Goal::Here(anchor) => Some(format!("#{}", anchor_of(self.item, anchor))),
            Goal::File => self.attached(target),
            Goal::Page(address) => Some(self.hrefs.to(&address)),
            // A link to an item that is not published leads nowhere; its words stand alone.
            Goal::Item(id, anchor) if anchor.is_empty() => self.hrefs.of(id),
            Goal::Item(id, anchor) => Some(format!("{}#{}", self.hrefs.of(id)?, anchor_of(board.item(id), anchor))),
            Goal::Nowhere => None,
        }
    }

    fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)> {
        self.attached(target).map(|href| (href, None))
    }

    fn table_label(&self, number: usize) -> String {
        self.theme.words().fill("table_number", &[("n", &number.to_string())])
    }
}

impl BodyLinks<'_> {
    fn attached(&self, target: &str) -> Option<String> {
        let file = target.split(['#', '?']).next().unwrap_or_default();
        let path = resolve_path(self.item.folder(), file)?;
        let attached = self.item.attached.iter().find(|attached| attached.path.as_deref() == Some(&*path))?;
        Some(self.hrefs.to(&attached.address))
    }
}

/// The anchor of the heading that is meant, as its page bears it.
fn anchor_of(item: &Item, anchor: String) -> String {
    anchor_id(&item.draft.outline.headings, item.title(), &anchor).unwrap_or(anchor)
}
