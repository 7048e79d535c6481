use super::contract::Export;
use super::{
    atom, catalogue_csv, catalogue_json, catalogue_jsonld, catalogue_xlsx, changes, headers, inside_view, json_feed,
    robots, security_txt, sitemap, standard_csv, statistics_json, tables, ticker,
};

/// All exporters, sorted by name.
pub fn registered() -> &'static [&'static dyn Export] {
    &[
        &atom::Atom,
        &catalogue_csv::CatalogueCsv,
        &catalogue_json::CatalogueJson,
        &catalogue_jsonld::CatalogueJsonLd,
        &catalogue_xlsx::CatalogueXlsx,
        &changes::Changes,
        &headers::Headers,
        &inside_view::InsideView,
        &json_feed::JsonFeed,
        &robots::Robots,
        &security_txt::SecurityTxt,
        &sitemap::Sitemap,
        &standard_csv::StandardCsv,
        &statistics_json::StatisticsJson,
        &tables::Tables,
        &ticker::Ticker,
    ]
}
