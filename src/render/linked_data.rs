//! JSON-LD for search engines and machines (schema.org).

use crate::board::{Address, Board, Item, ItemId};
use crate::calendar::Stamp;
use crate::parse::Guide;
use crate::term::Validity;
use serde_json::{Value, json};

/// The board as a site of its office.
pub(super) fn board(board: &Board) -> Value {
    let config = &board.config;
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": config.title,
        "url": config.base_url.as_str(),
        "inLanguage": config.language,
        "publisher": publisher(board),
    })
}

/// An item by the type that fits it: legislation with its validity, a service, data, or a document.
pub(super) fn item(board: &Board, id: ItemId) -> Value {
    let item = board.item(id);
    let url = board.config.base_url.join(&item.address.encoded());
    let kind = kind(item);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind,
        "@id": url,
        "name": item.title(),
        "url": url,
        "inLanguage": board.config.language,
    });
    set(&mut data, "identifier", item.index());
    set(&mut data, "description", item.summary());
    match (kind, item.front().guide.as_ref()) {
        ("GovernmentService", Some(guide)) => {
            service(board, guide, &mut data);
            return data;
        }
        ("Legislation", _) => legislation(board, id, &mut data),
        ("Dataset", _) => dataset(board, item, &mut data),
        _ => {}
    }
    set(&mut data, "publisher", Some(publisher(board)));
    set(&mut data, "datePublished", item.published().map(Stamp::iso));
    set(&mut data, "dateModified", item.front().updated.as_ref().map(|updated| updated.iso()));
    data
}

/// The way from the home page to a page: names and public addresses.
pub(super) fn crumbs(steps: &[(String, String)]) -> Value {
    let steps: Vec<Value> = steps
        .iter()
        .enumerate()
        .map(|(at, (name, url))| json!({"@type": "ListItem", "position": at + 1, "name": name, "item": url}))
        .collect();
    json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": steps})
}

fn kind(item: &Item) -> &'static str {
    let front = item.front();
    let document = front.document.as_ref();
    let is_rule = document.is_some_and(|document| document.number.is_some() || document.validity.is_some());
    match () {
        () if !item.shows_content() => "DigitalDocument",
        () if front.guide.is_some() => "GovernmentService",
        () if is_rule => "Legislation",
        () if item.tables.iter().any(|table| table.table().is_some()) => "Dataset",
        () => "DigitalDocument",
    }
}

/// Who serves, where and when.
fn service(board: &Board, guide: &Guide, data: &mut Value) {
    let words = |field: &Option<crate::text::Placed<String>>| field.as_ref().map(|words| words.trim().to_owned());
    set(data, "provider", Some(publisher(board)));
    set(data, "serviceType", Some("办事指南"));
    let mut channel = json!({"@type": "ServiceChannel"});
    let phone = words(&guide.phone).map(|phone| json!({"@type": "ContactPoint", "telephone": phone}));
    set(&mut channel, "servicePhone", phone);
    let place = words(&guide.place).map(|place| json!({"@type": "Place", "address": place}));
    set(&mut channel, "serviceLocation", place);
    if channel.as_object().is_some_and(|channel| channel.len() > 1) {
        set(data, "availableChannel", Some(channel));
    }
}

/// Number, dates and force of a document.
fn legislation(board: &Board, id: ItemId, data: &mut Value) {
    let item = board.item(id);
    let front = item.front();
    let Some(document) = front.document.as_ref() else { return };
    let force = match item.validity() {
        Some(Validity::Modified) => "PartiallyInForce",
        Some(Validity::Expired | Validity::Repealed) => "NotInForce",
        Some(Validity::Valid) | None => "InForce",
    };
    let force = json!({"@type": "LegalForceStatus", "@id": format!("https://schema.org/{force}")});
    set(data, "legislationLegalForce", Some(force));
    set(data, "legislationIdentifier", document.number.as_ref().map(|number| number.trim().to_owned()));
    set(data, "legislationType", document.genre.as_ref().map(|genre| genre.trim().to_owned()));
    let written = document.written.as_ref().map(|on| on.value.to_string());
    set(data, "legislationDate", written.clone());
    let effective = document.effective.as_ref().map(|on| on.value.to_string());
    set(data, "legislationDateOfApplicability", effective.clone());
    let issuer = document.issuer.as_ref().map(|issuer| issuer.trim().to_owned());
    let issuer =
        issuer.map_or_else(|| publisher(board), |name| json!({"@type": "GovernmentOrganization", "name": name}));
    set(data, "legislationPassedBy", Some(issuer));
    // From the day on which it takes effect to the last on which it is in force; open where that is not known.
    let end = document.repealed.as_ref().or(front.expires.as_ref());
    let end = end.map_or_else(|| "..".to_owned(), |on| on.value.to_string());
    let start = effective.or(written);
    set(data, "temporalCoverage", start.map(|start| format!("{start}/{end}")));
    let older = board.replacements.iter().filter(|(_, newer)| newer.contains(&id)).map(|(&older, _)| board.item(older));
    let older: Vec<Value> = older
        .map(|older| json!({"@type": "Legislation", "@id": board.config.base_url.join(&older.address.encoded())}))
        .collect();
    if !older.is_empty() {
        set(data, "legislationRepeals", Some(older));
    }
}

/// The tables of an item, each as it can be had.
fn dataset(board: &Board, item: &Item, data: &mut Value) {
    let file = |(address, media): (&Address, &str), name: &str| {
        let url = board.config.base_url.join(&address.encoded());
        json!({"@type": "DataDownload", "name": name, "contentUrl": url, "encodingFormat": media})
    };
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let files = item.tables.iter().filter_map(|shown| Some((shown, shown.table()?.caption.as_str())));
    let files = files.flat_map(|(shown, name)| {
        let csv = shown.csv_bytes().map(|_| file((&shown.csv, "text/csv"), name));
        let xlsx = shown.xlsx_bytes().map(|_| file((&shown.xlsx, workbook), name));
        csv.into_iter().chain(xlsx)
    });
    set(data, "distribution", Some(files.collect::<Vec<_>>()));
    set(data, "temporalCoverage", item.period().map(|period| format!("{}/{}", period.start(), period.end())));
    set(data, "creator", Some(publisher(board)));
    // Search engines want a description of every dataset.
    if data.get("description").is_none() {
        set(data, "description", Some(item.title()));
    }
}

fn set(data: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        data[key] = value.into();
    }
}

fn publisher(board: &Board) -> Value {
    let office = &board.config.office;
    let name = if office.name.is_empty() { &board.config.title } else { &office.name };
    json!({"@type": "GovernmentOrganization", "name": name})
}
