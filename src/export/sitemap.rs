use super::contract::Export;
use super::xml::Xml;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::{Page, PageKind};

/// All pages for crawlers (sitemaps.org), with the date on which an item was last changed.
pub(super) struct Sitemap;

impl Export for Sitemap {
    fn export(&self, board: &Board, pages: &[Page]) -> Vec<Artifact> {
        let mut xml = Xml::new();
        xml.open("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]);
        for page in pages {
            let item = match page.kind {
                PageKind::Short(_)
                | PageKind::Redirect(_)
                | PageKind::NotFound
                | PageKind::Search
                | PageKind::Screen
                | PageKind::PrintItem(_)
                | PageKind::PrintBoard { .. }
                | PageKind::PrintVolume { .. } => continue,
                PageKind::Item(id) => Some(board.item(id)),
                _ => None,
            };
            xml.open("url", &[]);
            xml.leaf("loc", &board.config.base_url.join(&page.address.encoded()));
            let updated =
                item.and_then(|item| item.front().updated.as_ref().map(|updated| updated.value).or(item.published()));
            if let Some(updated) = updated {
                xml.leaf("lastmod", &updated.date().to_string());
            }
            xml.close("url");
        }
        xml.close("urlset");
        vec![Artifact { path: "sitemap.xml".to_owned(), bytes: xml.finish() }]
    }
}
