use super::atom::FEED_LENGTH;
use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;
use serde_json::{Value, json};

/// The newest items as JSON Feed 1.1.
pub(super) struct JsonFeed;

impl Export for JsonFeed {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let config = &board.config;
        let newest = board.listed.iter().map(|&id| board.item(id)).filter(|item| item.has_page()).take(FEED_LENGTH);
        let items: Vec<Value> = newest
            .map(|item| {
                let url = config.base_url.join(&item.address.encoded());
                let summary = item.summary().unwrap_or_else(|| item.title());
                let mut entry = json!({ "id": url, "url": url, "title": item.title(), "content_text": summary });
                if let Some(published) = item.published() {
                    entry["date_published"] = published.rfc3339().into();
                }
                if let Some(updated) = &item.front().updated {
                    entry["date_modified"] = updated.rfc3339().into();
                }
                entry
            })
            .collect();
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": config.title,
            "home_page_url": config.base_url.as_str(),
            "feed_url": config.base_url.join("feed.json"),
            "language": config.language,
            "items": items,
        });
        let mut text = serde_json::to_string_pretty(&feed).unwrap_or_default();
        text.push('\n');
        vec![Artifact { path: "feed.json".to_owned(), bytes: text.into_bytes() }]
    }
}
