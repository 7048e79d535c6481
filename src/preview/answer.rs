use super::finding::Finding;
use super::media;

/// The site that the preview shows. One value is one build: the answers of one value fit together.
pub trait Pages: Send + Sync {
    /// The file at a path below the site's root, decoded and with `/` as separator, such as `finance/index.html`;
    /// nothing where the site has no such file. A folder is asked for by its `index.html`. Called by several threads
    /// at once; may render the page only now.
    fn answer(&self, path: &str) -> Option<Answer>;
}

/// One file of the site.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// Status of HTTP: 200, or 500 where the page could not be rendered.
    pub status: u16,
    /// Media type, with the encoding for text.
    pub content_type: &'static str,
    /// The bytes.
    pub body: Vec<u8>,
    /// What was found wrong while this page was rendered; shown over it, beside the findings on the whole board.
    pub findings: Vec<Finding>,
}

impl Answer {
    /// A file that is as it should be; its type follows from its name.
    pub fn file(path: &str, body: Vec<u8>) -> Self {
        Self { status: 200, content_type: media::of(path), body, findings: Vec::new() }
    }

    /// A page that could not be rendered, and why.
    pub fn broken(findings: Vec<Finding>) -> Self {
        Self { status: 500, content_type: media::HTML, body: Vec::new(), findings }
    }

    pub(super) fn is_page(&self) -> bool {
        self.content_type == media::HTML
    }
}
