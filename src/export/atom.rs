use super::contract::Export;
use super::xml::Xml;
use crate::board::Board;
use crate::calendar::Stamp;
use crate::output::Artifact;
use crate::page::Page;

/// How many of the newest items a feed holds.
pub(super) const FEED_LENGTH: usize = 50;

/// The newest items as Atom (RFC 4287).
pub(super) struct Atom;

impl Export for Atom {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let config = &board.config;
        let newest = board.listed.iter().map(|&id| board.item(id)).filter(|item| item.has_page()).take(FEED_LENGTH);
        let newest: Vec<_> = newest.collect();
        let updated =
            newest.iter().filter_map(|item| item.published()).max().unwrap_or_else(|| Stamp::from(board.today));
        let mut xml = Xml::new();
        xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &config.language)]);
        xml.leaf("id", config.base_url.as_str());
        xml.leaf("title", &config.title);
        xml.leaf("updated", &updated.rfc3339());
        xml.empty("link", &[("href", config.base_url.as_str())]);
        xml.empty("link", &[("rel", "self"), ("href", &config.base_url.join("feed.xml"))]);
        xml.open("author", &[]);
        xml.leaf("name", if config.office.name.is_empty() { &config.title } else { &config.office.name });
        xml.close("author");
        for item in newest {
            let url = config.base_url.join(&item.address.encoded());
            let published = item.published().unwrap_or_else(|| Stamp::from(board.today));
            let updated = item.front().updated.as_ref().map_or(published, |updated| updated.value);
            xml.open("entry", &[]);
            xml.leaf("id", &url);
            xml.leaf("title", item.title());
            xml.empty("link", &[("href", &url)]);
            xml.leaf("published", &published.rfc3339());
            xml.leaf("updated", &updated.rfc3339());
            if let Some(summary) = item.summary() {
                xml.leaf("summary", summary);
            }
            if let Some(category) = item.category {
                let category = config.categories.get(category);
                xml.empty("category", &[("term", &category.path), ("label", &category.name)]);
            }
            xml.close("entry");
        }
        xml.close("feed");
        vec![Artifact { path: "feed.xml".to_owned(), bytes: xml.finish() }]
    }
}
