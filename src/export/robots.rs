use super::contract::Export;
use crate::board::{Board, Reach};
use crate::output::Artifact;
use crate::page::Page;

/// What crawlers may read: everything of a public build, nothing of an internal one.
pub(super) struct Robots;

impl Export for Robots {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let text = match board.edition.reach {
            Reach::Public => {
                format!("User-agent: *\nAllow: /\nSitemap: {}\n", board.config.base_url.join("sitemap.xml"))
            }
            Reach::Internal => "User-agent: *\nDisallow: /\n".to_owned(),
        };
        vec![Artifact { path: "robots.txt".to_owned(), bytes: text.into_bytes() }]
    }
}
