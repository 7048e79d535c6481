use crate::board::{Board, Item};
use crate::calendar::{Date, Stamp};
use crate::render::href::Hrefs;
use crate::render::view::{HeadRow, HeadValue, Link};
use crate::term::{Audience, Section, Term};

/// The head table of an item, in the order that official sites print (索引号 first, 内容概述 last).
pub(super) fn head_rows<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &'a Item) -> Vec<HeadRow<'a>> {
    let front = item.front();
    let document = front.document.as_ref().filter(|_| item.shows_content());
    let mut rows = Vec::new();
    if let Some(index) = item.index() {
        let (code, serial) = index.split_once('/').map_or((index, None), |(code, serial)| (code, Some(serial.into())));
        rows.push(HeadRow::new("index", HeadValue::Index { code: code.into(), serial }));
    }
    rows.push(HeadRow::new("category", HeadValue::Links { links: category_links(board, hrefs, item), between: " / " }));
    rows.push(HeadRow::text("publisher", publisher(board, item)));
    if let Some(document) = document {
        push_text(&mut rows, "number", document.number.as_ref().map(|number| number.as_str()));
        push_text(&mut rows, "issuer", document.issuer.as_ref().map(|issuer| issuer.as_str()));
        push_date(&mut rows, "written", document.written.as_ref().map(|date| date.value));
    }
    if front.formed.is_some() {
        push_date(&mut rows, "formed", item.formed());
    }
    push_moment(&mut rows, "published", item.published());
    push_moment(&mut rows, "updated", front.updated.as_ref().map(|updated| updated.value));
    push_date(&mut rows, "verified", front.verified.as_ref().map(|verified| verified.value));
    if let Some(document) = document {
        push_date(&mut rows, "effective", document.effective.as_ref().map(|date| date.value));
        if let Some(validity) = &document.validity {
            rows.push(HeadRow::new("validity", HeadValue::Validity { validity: validity.id() }));
        }
        push_date(&mut rows, "repealed", document.repealed.as_ref().map(|date| date.value));
    }
    push_date(&mut rows, "expires", front.expires.as_ref().map(|expires| expires.value));
    rows.push(HeadRow::new("method", HeadValue::Word { word: format!("method_{}", item.method.id()).into() }));
    if item.audience != Audience::Public {
        rows.push(HeadRow::text("audience", item.audience.chinese()));
    }
    let cadence = (item.section() == Section::Periodic).then(|| item.cadence.id());
    rows.push(HeadRow::new("cadence", HeadValue::Cadence { section: item.section().id(), cadence }));
    if let Some(period) = item.period() {
        rows.push(HeadRow::new("period", HeadValue::Period { period: period.to_string().into() }));
    }
    if let Some(document) = document {
        push_text(&mut rows, "subject", document.subject.as_ref().map(|subject| subject.as_str()));
        push_text(&mut rows, "genre", document.genre.as_ref().map(|genre| genre.as_str()));
    }
    if item.shows_content() && !front.basis.is_empty() {
        let basis: Vec<&str> = front.basis.iter().map(|basis| basis.trim()).collect();
        rows.push(HeadRow::text("basis", basis.join("；")).wide());
    }
    if item.shows_content() {
        push_text(&mut rows, "contact", front.contact.as_ref().map(|contact| contact.as_str()));
    }
    if item.shows_content() && !front.keywords.is_empty() {
        let keywords: Vec<&str> = front.keywords.iter().map(|keyword| keyword.trim()).collect();
        rows.push(HeadRow::text("keywords", keywords.join("，")).wide());
    }
    if let Some(summary) = item.summary() {
        rows.push(HeadRow::text("summary", summary).wide());
    }
    rows
}

/// The head table of an item that was taken down: what it was, when and why it went.
pub(super) fn withdrawn_rows<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &'a Item) -> Vec<HeadRow<'a>> {
    let mut rows = Vec::new();
    push_text(&mut rows, "index", item.index());
    rows.push(HeadRow::new("category", HeadValue::Links { links: category_links(board, hrefs, item), between: " / " }));
    push_moment(&mut rows, "published", item.published());
    if let Some(withdrawn) = &item.front().withdrawn {
        push_date(&mut rows, "withdrawn", withdrawn.on.as_ref().map(|on| on.value));
        push_text(&mut rows, "reason", withdrawn.reason.as_ref().map(|reason| reason.as_str()));
    }
    rows
}

/// The categories from the top down.
pub(super) fn category_links<'a>(board: &'a Board, hrefs: Hrefs<'_>, item: &Item) -> Vec<Link<'a>> {
    let categories = &board.config.categories;
    let line = item.category.map_or_else(Vec::new, |id| categories.line(id));
    line.into_iter().map(|id| Link::to(hrefs.category(id), categories.get(id).name.as_str())).collect()
}

fn publisher(board: &Board, item: &Item) -> String {
    let office = &board.config.office.name;
    match item.unit.map(|id| board.config.unit(id)) {
        Some(unit) if unit.is_village() || office.is_empty() => unit.name.clone(),
        Some(unit) => format!("{office}（{}）", unit.name),
        None => office.clone(),
    }
}

fn push_text<'a>(rows: &mut Vec<HeadRow<'a>>, key: &'static str, text: Option<&'a str>) {
    rows.extend(text.map(|text| HeadRow::text(key, text.trim())));
}

fn push_date(rows: &mut Vec<HeadRow<'_>>, key: &'static str, date: Option<Date>) {
    rows.extend(date.map(|date| HeadRow::new(key, HeadValue::Date { date: date.to_string().into() })));
}

fn push_moment(rows: &mut Vec<HeadRow<'_>>, key: &'static str, stamp: Option<Stamp>) {
    rows.extend(stamp.map(|stamp| HeadRow::new(key, HeadValue::Moment { date: stamp.to_string().into() })));
}
