use super::href::Hrefs;
use crate::board::Item;
use crate::markdown::{Links, html};
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
        if target.starts_with('#') || target.contains(':') {
            return Some(target.to_owned());
        }
        let (file, anchor) = target.split_once('#').map_or((target, ""), |(file, anchor)| (file, anchor));
        if let Some(attached) = self.attached(file) {
            return Some(attached);
        }
        // A link to an item that is not published leads nowhere; its words stand alone.
        let id = self.hrefs.board.find(file, self.item.folder())?;
        let href = self.hrefs.of(id)?;
        Some(if anchor.is_empty() { href } else { format!("{href}#{anchor}") })
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
        let attached =
            self.item.attached.iter().find(|attached| attached.written == file && attached.path.is_some())?;
        Some(self.hrefs.to(&attached.address))
    }
}
