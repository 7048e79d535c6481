use super::facets;
use super::head_rows::head_rows;
use super::tables::tables;
use crate::board::{Item, ItemId, text_shown};
use crate::calendar::Date;
use crate::diag::Diagnostic;
use crate::page::{Page, short_address};
use crate::render::body::body;
use crate::render::code::code;
use crate::render::setting::{Made, Setting};
use crate::render::view::ItemSheet;
use crate::term::Term;

/// An item on paper: a document in the form of GB/T 9704, anything else plainly.
pub(super) fn page(setting: &Setting, page: &Page, id: ItemId) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let item = board.item(id);
    let hrefs = setting.hrefs_of(&page.address);
    let front = item.front();
    let document = front.document.as_ref().filter(|document| item.shows_content() && document.number.is_some());
    let office = board.config.office.name.as_str();
    let issuer = document.map(|document| document.issuer.as_ref().map_or(office, |issuer| issuer.trim()));
    let mut sheet = ItemSheet {
        back: hrefs.to(&item.address).into(),
        title: item.title().into(),
        index: item.index().map(Into::into),
        method: format!("method_{}", item.method.id()).into(),
        published: item.published().map(|published| published.date().to_string()).unwrap_or_default().into(),
        qr: short_address(item).and_then(|short| code(&board.config.base_url.join(short.as_str()))),
        ..ItemSheet::default()
    };
    sheet.address = sheet.qr.as_ref().and_then(|qr| qr.address.clone());
    if let (Some(document), Some(issuer)) = (document, issuer) {
        let written = document.written.as_ref().map(|date| date.value);
        sheet.issuer = Some(setting.theme.words().fill("sheet_issuer", &[("name", issuer)]).into());
        sheet.number = document.number.as_ref().map(|number| number.trim().into());
        sheet.printed_by = (!office.is_empty()).then(|| office.into());
        sheet.printed_on = item.published().map(|published| published.date().to_string().into());
        if !is_signed(item, written.map(Date::chinese)) {
            sheet.signed_by = Some(issuer.into());
            sheet.signed_on = written.map(|written| written.to_string().into());
        }
    } else {
        // The sheet's foot tells index, method and date already; its reader has no use for links.
        let told = ["index", "method", "published", "summary", "keywords"];
        sheet.rows = head_rows(board, hrefs, item).into_iter().filter(|row| !told.contains(&row.key)).collect();
    }
    if item.shows_content() {
        sheet.body = body(item, hrefs, &setting.theme);
        sheet.tables = tables(hrefs, item);
        sheet.guide = front.guide.as_deref().map(facets::guide);
        let attached = item.attached.iter().filter(|file| file.listed && file.offered().is_some());
        sheet.attached = attached.map(|file| file.title.as_str().into()).collect();
    }
    let mut head = setting.head(page, item.title());
    head.canonical = Some(board.config.base_url.join(&item.address.encoded()).into());
    head.feeds.clear();
    head.noindex = true;
    setting.finish(page, "print-item.html", Made { head, crumbs: Vec::new(), view: sheet })
}

/// Whether the body bears its date on a line of its own, as documents that were pasted whole do.
fn is_signed(item: &Item, written: Option<String>) -> bool {
    let words = text_shown(item);
    written.is_none_or(|written| words.lines().any(|line| line.replace(char::is_whitespace, "") == written))
}
