use super::contract::Export;
use super::dataset::{dataset, distribution, language, literal, publisher, reference};
use crate::board::{Board, ItemId, Series};
use crate::calendar::Stamp;
use crate::output::Artifact;
use crate::page::Page;
use crate::term::Cadence;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The catalogue as DCAT 3 (<https://www.w3.org/TR/vocab-dcat-3/>) in JSON-LD, for portals of open data: the board's own
/// data, each periodic duty as a dataset series with its periods, and every other item that shows a table.
pub(super) struct CatalogueJsonLd;

impl Export for CatalogueJsonLd {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let config = &board.config;
        let mut datasets = own_data(board);
        let mut known: BTreeSet<ItemId> = BTreeSet::new();
        for series in &board.series {
            datasets.push(self::series(board, series));
            let members = series.slots.iter().filter_map(|slot| Some((slot.item?, slot.period)));
            for (id, period) in members.filter(|(id, _)| board.item(*id).has_page()) {
                if known.insert(id) {
                    datasets.push(dataset(board, id, Some((&series_id(board, series), period))));
                }
            }
        }
        let has_table = |id: &ItemId| {
            let item = board.item(*id);
            item.shows_content() && item.tables.iter().any(|table| table.table().is_some())
        };
        let others = board.listed.iter().copied().filter(|id| !known.contains(id)).filter(has_table);
        datasets.extend(others.map(|id| dataset(board, id, None)));
        let modified = board.listed.first().and_then(|&id| board.item(id).published()).map(Stamp::date);
        let catalogue = json!({
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@id": config.base_url.join("catalogue.jsonld"),
            "@type": "dcat:Catalog",
            "dct:title": literal(board, &config.title),
            "dct:description": literal(board, &about(board, "政务公开目录", "disclosure catalogue")),
            "dct:publisher": publisher(board),
            "dct:language": language(board),
            "dct:modified": {"@value": modified.unwrap_or(board.today).to_string(), "@type": "xsd:date"},
            "foaf:homepage": reference(config.base_url.as_str()),
            "dcat:dataset": datasets,
        });
        let text = serde_json::to_string_pretty(&catalogue).unwrap_or_default();
        vec![Artifact { path: "catalogue.jsonld".to_owned(), bytes: format!("{text}\n").into_bytes() }]
    }
}

/// What the board gives away as a whole: the catalogue, the figures, the standard catalogue.
fn own_data(board: &Board) -> Vec<Value> {
    let base = &board.config.base_url;
    let own = |page: &str, (zh, en): (&str, &str), files: &[&str]| {
        let forms: Vec<Value> = files.iter().map(|&file| distribution(board, &base.join(file), None, None)).collect();
        json!({
            "@id": base.join(&format!("{page}/#data")),
            "@type": "dcat:Dataset",
            "dct:title": literal(board, if is_english(board) { en } else { zh }),
            "dct:description": literal(board, &about(board, zh, en)),
            "dct:publisher": publisher(board),
            "dct:accrualPeriodicity": frequency("IRREG"),
            "dcat:landingPage": reference(&base.join(&format!("{page}/"))),
            "dcat:distribution": forms,
        })
    };
    let files = ["catalogue.csv", "catalogue.json", "catalogue.xlsx"];
    let mut all = vec![
        own("catalogue", ("公开目录", "Disclosure catalogue"), &files),
        own("statistics", ("公开统计", "Disclosure statistics"), &["statistics.json"]),
    ];
    if !board.duties.is_empty() {
        all.push(own("standard", ("标准目录", "Standard catalogue"), &["standard.csv"]));
    }
    all
}

/// A periodic duty.
fn series(board: &Board, series: &Series) -> Value {
    let duty = board.duty(series.duty);
    let mut data = Map::new();
    let mut set = |key: &str, value: Value| data.insert(key.to_owned(), value);
    set("@id", series_id(board, series).into());
    set("@type", "dcat:DatasetSeries".into());
    set("dct:identifier", duty.id.as_str().into());
    set("dct:title", literal(board, &duty.name));
    let content = if duty.elements.is_empty() { duty.name.clone() } else { duty.elements.join("、") };
    set("dct:description", literal(board, &content));
    set("dct:publisher", publisher(board));
    if let Some(frequency) = duty.cadence.as_ref().and_then(|cadence| periodicity(cadence.value)) {
        set("dct:accrualPeriodicity", frequency);
    }
    let category = duty.category.as_ref().and_then(|path| board.config.categories.find(path));
    if let Some(category) = category {
        let path = &board.config.categories.get(category).path;
        set("dcat:landingPage", reference(&board.config.base_url.join(&format!("{path}/"))));
    }
    Value::Object(data)
}

fn series_id(board: &Board, series: &Series) -> String {
    board.config.base_url.join(&format!("catalogue.jsonld#series-{}", board.duty(series.duty).id))
}

/// How often, in the words of the Frequency authority table of the EU, which DCAT names.
fn periodicity(cadence: Cadence) -> Option<Value> {
    let word = match cadence {
        Cadence::Monthly => "MONTHLY",
        Cadence::Quarterly => "QUARTERLY",
        Cadence::HalfYearly => "ANNUAL_2",
        Cadence::Yearly => "ANNUAL",
        Cadence::Permanent | Cadence::Staged | Cadence::Timely => return None,
    };
    Some(frequency(word))
}

fn frequency(word: &str) -> Value {
    reference(&format!("http://publications.europa.eu/resource/authority/frequency/{word}"))
}

fn about(board: &Board, zh: &str, en: &str) -> String {
    let office = &board.config.office.name;
    let office = if office.is_empty() { &board.config.title } else { office };
    if is_english(board) { format!("{en}: {office}") } else { format!("{office}{zh}") }
}

fn is_english(board: &Board) -> bool {
    board.config.language.starts_with("en")
}
