//! JSON-LD for search engines and machines (schema.org).

use crate::board::{Board, Item};
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

/// An item by the type that fits it: legislation with its validity, a service, or a document.
pub(super) fn item(board: &Board, item: &Item) -> Value {
    let config = &board.config;
    let front = item.front();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": if front.guide.is_some() { "GovernmentService" } else if is_legislation(item) { "Legislation" } else { "DigitalDocument" },
        "name": item.title(),
        "url": config.base_url.join(&item.address.encoded()),
        "inLanguage": config.language,
    });
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            data[key] = value;
        }
    };
    set("identifier", item.index().map(Value::from));
    set("description", item.summary().map(Value::from));
    if front.guide.is_some() {
        set("provider", Some(publisher(board)));
        set("serviceType", Some("办事指南".into()));
        return data;
    }
    set("publisher", Some(publisher(board)));
    set("datePublished", item.published().map(|published| Value::from(published.iso())));
    set("dateModified", front.updated.as_ref().map(|updated| Value::from(updated.iso())));
    if let Some(document) = front.document.as_ref().filter(|_| is_legislation(item)) {
        let force = match item.validity() {
            Some(Validity::Modified) => "PartiallyInForce",
            Some(Validity::Expired | Validity::Repealed) => "NotInForce",
            Some(Validity::Valid) | None => "InForce",
        };
        set(
            "legislationLegalForce",
            Some(json!({"@type": "LegalForceStatus", "@id": format!("https://schema.org/{force}")})),
        );
        set("legislationIdentifier", document.number.as_ref().map(|number| Value::from(number.trim())));
        set("legislationDate", document.written.as_ref().map(|date| Value::from(date.to_string())));
        set("legislationDateOfApplicability", document.effective.as_ref().map(|date| Value::from(date.to_string())));
    }
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

fn is_legislation(item: &Item) -> bool {
    item.shows_content()
        && item
            .front()
            .document
            .as_ref()
            .is_some_and(|document| document.number.is_some() || document.validity.is_some())
}

fn publisher(board: &Board) -> Value {
    let office = &board.config.office;
    let name = if office.name.is_empty() { &board.config.title } else { &office.name };
    json!({"@type": "GovernmentOrganization", "name": name})
}
