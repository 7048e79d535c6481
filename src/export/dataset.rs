//! Parts of the DCAT catalogue: datasets of items, their files, and the words that all of them share.

use super::row::{File, row};
use crate::board::{Board, ItemId};
use crate::calendar::Period;
use serde_json::{Map, Value, json};

/// An item as a dataset; `of` is the series that it belongs to, and its period there.
pub(super) fn dataset(board: &Board, id: ItemId, of: Option<(&str, Period)>) -> Value {
    let base = &board.config.base_url;
    let row = row(board, id);
    let url = row.address.as_deref().map_or_else(|| base.as_str().to_owned(), |address| base.join(address));
    let mut data = Map::new();
    let mut set = |key: &str, value: Value| data.insert(key.to_owned(), value);
    set("@id", url.as_str().into());
    set("@type", "dcat:Dataset".into());
    if let Some(index) = row.index {
        set("dct:identifier", index.into());
    }
    set("dct:title", literal(board, row.title));
    set("dct:description", literal(board, row.summary.unwrap_or(row.title)));
    set("dct:publisher", publisher(board));
    if let Some(published) = row.published {
        set("dct:issued", day(&published));
    }
    if let Some(updated) = row.updated {
        set("dct:modified", day(&updated));
    }
    set("dcat:landingPage", reference(&url));
    if let Some((series, period)) = of {
        set("dcat:inSeries", reference(series));
        let span = json!({
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": day(&period.start().to_string()),
            "dcat:endDate": day(&period.end().to_string()),
        });
        set("dct:temporal", span);
    }
    let file = |file: &File<'_>| distribution(board, &base.join(&file.address), Some(file.title), Some(file.size));
    let files: Vec<Value> = row.attachments.iter().map(file).collect();
    if !files.is_empty() {
        set("dcat:distribution", files.into());
    }
    Value::Object(data)
}

/// A file that can be had.
pub(super) fn distribution(board: &Board, url: &str, title: Option<&str>, bytes: Option<u64>) -> Value {
    let mut data = json!({
        "@type": "dcat:Distribution",
        "dcat:accessURL": reference(url),
        "dcat:downloadURL": reference(url),
    });
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        data["dct:title"] = literal(board, title);
    }
    if let Some(bytes) = bytes {
        data["dcat:byteSize"] = json!({"@value": bytes.to_string(), "@type": "xsd:nonNegativeInteger"});
    }
    let ending = url.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let media = match ending.as_str() {
        "csv" => "text/csv",
        "json" => "application/json",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf" => "application/pdf",
        _ => return data,
    };
    data["dcat:mediaType"] = reference(&format!("https://www.iana.org/assignments/media-types/{media}"));
    let kind = ending.to_ascii_uppercase();
    data["dct:format"] = reference(&format!("http://publications.europa.eu/resource/authority/file-type/{kind}"));
    data
}

/// The office.
pub(super) fn publisher(board: &Board) -> Value {
    let office = &board.config.office.name;
    let name = if office.is_empty() { &board.config.title } else { office };
    json!({
        "@id": board.config.base_url.join("#office"),
        "@type": "foaf:Organization",
        "foaf:name": literal(board, name),
    })
}

/// Words in the board's language.
pub(super) fn literal(board: &Board, words: &str) -> Value {
    json!({"@value": words, "@language": board.config.language})
}

/// The board's language in the words of the Language authority table of the EU.
pub(super) fn language(board: &Board) -> Value {
    let word = if board.config.language.starts_with("en") { "ENG" } else { "ZHO" };
    reference(&format!("http://publications.europa.eu/resource/authority/language/{word}"))
}

/// Something that has an address.
pub(super) fn reference(address: &str) -> Value {
    json!({"@id": address})
}

/// A day; of a moment only its day.
fn day(stamp: &str) -> Value {
    let day = stamp.get(..10).unwrap_or(stamp);
    json!({"@value": day, "@type": "xsd:date"})
}
