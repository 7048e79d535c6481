//! Looks at what is not saved yet: the findings on it, and the page as it would be. Nothing is written.

use super::asked::Answered;
use super::beside::beside;
use super::change::Opened;
use super::desk::{Desk, Judged};
use super::picture::at_the_desk;
use super::posted::{Posted, uncarried};
use super::save::unsaved;
use super::sheet::Sheet;
use crate::board::{Hold, ItemId, Standing};
use crate::page::{Page, PageKind};
use crate::pipeline::Site;
use crate::text::percent_encoded;
use serde_json::json;

pub(super) fn answer(desk: &Desk, posted: &Posted) -> Answered {
    let path = posted.one("path").unwrap_or_default();
    let Ok(sheet) = Sheet::open(desk, path) else { return Answered::data(404, &json!({})) };
    let base = uncarried(posted.one("base").unwrap_or_default());
    let text = match unsaved(desk, &sheet, &base, posted) {
        Ok(text) => text,
        Err(stuck) => return Answered::data(200, &json!({"stuck": stuck, "found": [], "page": null})),
    };
    let Ok(judged) = desk.board_with(path, &text) else { return Answered::data(500, &json!({})) };
    let opened = Opened::read(&text).filter(|_| posted.one("whole").is_none());
    let parts = opened.as_ref().map(|opened| opened.form(&sheet.choices(desk, opened), &|_| 0)).unwrap_or_default();
    let found = beside(&judged, path, opened.as_ref(), &parts, desk.language);
    let page = page(desk, judged, path);
    Answered::data(200, &json!({"stuck": [], "found": found, "page": page, "changed": text != *sheet.text}))
}

/// The item's page in the looks of the site. What is held is shown as well: who writes it wants to see it.
fn page(desk: &Desk, judged: Judged, path: &str) -> Option<String> {
    let mut board = judged.compiled.board?;
    let at = board.items.iter().position(|item| *item.draft.path == *path)?;
    let item = board.items.get_mut(at)?;
    if matches!(&item.standing, Standing::Held(holds) if holds.contains(&Hold::Faulty)) && item.front().title.is_none()
    {
        return None;
    }
    item.show_to_its_writer();
    at_the_desk(&mut item.attached);
    let address = item.address.clone();
    let theme = desk.theme(&board.config.theme, &board.config.language)?;
    let base = format!("<base href=\"/{}\">", percent_encoded(address.as_str()));
    let page = Page { address, kind: PageKind::Item(ItemId(u32::try_from(at).ok()?)) };
    let site = Site::new(desk.root.clone(), board, judged.compiled.pages, theme);
    let html = String::from_utf8(site.rendered(&page).ok()?).ok()?;
    Some(without_scripts(&html).replacen("<head>", &format!("<head>{base}"), 1))
}

/// Nothing runs in the frame that shows the page; what would only be refused there is left out.
fn without_scripts(html: &str) -> String {
    let mut pieces = html.split("<script");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |page, piece| page + piece.split_once("</script>").map_or("", |(_, rest)| rest))
}
