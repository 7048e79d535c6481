use super::href::Hrefs;
use crate::board::{Goal, Item, resolve_path};
use crate::markdown::{Links, anchor_id, html};
use crate::theme::{Html, Theme};

/// The body of an item as HTML, its links turned into those of the site.
pub(super) fn body(item: &Item, hrefs: Hrefs<'_>, theme: &Theme) -> Html<'static> {
    if !item.shows_content() {
        return Html::default();
    }
    Html::vouched(signed(html(item.draft.body(), item.title(), &BodyLinks { item, hrefs, theme })))
}

/// Letters of the longest name that signs a document.
const SIGNER: usize = 30;

/// Sets name and date at a body's end, each a paragraph of its own, as official papers bear them: at the right.
fn signed(html: String) -> String {
    let last = |html: &str| -> Option<(usize, String)> {
        let inside = html.trim_end().strip_suffix("</p>")?;
        let at = inside.rfind("<p>")?;
        Some((at, inside[at + "<p>".len()..].to_owned()))
    };
    let Some((date_at, date)) = last(&html) else { return html };
    let Some((name_at, name)) = last(&html[..date_at]) else { return html };
    let is_name =
        |text: &str| text.chars().count() <= SIGNER && !text.contains(['<', '。', '，', '；', '：', '、', '！', '？']);
    if !is_date(&date) || !is_name(&name) {
        return html;
    }
    format!("{}<p class=\"sign-off\">{name}<br>{date}</p>\n", &html[..name_at])
}

/// Whether a line is a date in words of figures, 2026年10月9日.
fn is_date(text: &str) -> bool {
    let plain = text.replace(char::is_whitespace, "");
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let parts =
        plain.split_once('年').and_then(|(year, rest)| Some((year, rest.strip_suffix('日')?.split_once('月')?)));
    parts.is_some_and(|(year, (month, day))| figures(year) && figures(month) && figures(day))
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
        let attached =
            self.item.attached.iter().find(|attached| attached.offered().is_some_and(|own| **own == *path))?;
        Some(self.hrefs.to(&attached.address))
    }
}

/// The anchor of the heading that is meant, as its page bears it.
fn anchor_of(item: &Item, anchor: String) -> String {
    anchor_id(&item.draft.outline.headings, item.title(), &anchor).unwrap_or(anchor)
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn name_and_date_at_the_end_are_one_signature() {
        let html = "<p>甲。</p>\n<p>青石镇人民政府</p>\n<p>2026年10月9日</p>\n";
        assert_eq!(signed(html.into()), "<p>甲。</p>\n<p class=\"sign-off\">青石镇人民政府<br>2026年10月9日</p>\n");
    }

    #[test]
    fn other_last_lines_stay_as_they_are() {
        for html in [
            "",
            "<p>2026年10月9日</p>\n",
            "<p>甲乙。</p>\n<p>2026年10月9日</p>\n",
            "<p>青石镇</p>\n<p>2026年10月</p>\n",
        ] {
            assert_eq!(signed(html.into()), html);
        }
    }
}
