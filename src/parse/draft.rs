use super::fence::split;
use super::front_matter::{FrontMatter, front_matter};
use super::keys::TOP_LEVEL;
use crate::diag::Report;
use crate::markdown::{Outline, outline};
use crate::source::{Fields, Reader, Source};
use crate::text::{Digest, Span};
use std::sync::Arc;

/// One item's file as written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Relative to the board's root, with `/` as separator.
    pub path: Arc<str>,
    /// The whole file.
    pub text: Arc<str>,
    /// Of the file as it lies on disk.
    pub digest: Digest,
    /// Where the front matter stands, without its fences.
    pub front_span: Span,
    /// The fields as written.
    pub front: FrontMatter,
    /// Where the body starts, in bytes.
    pub body_start: usize,
    /// What the body holds; places count from the start of the body.
    pub outline: Outline,
    /// What is wrong with the file. Where any of it is an error the item is not published.
    pub report: Report,
}

impl Draft {
    /// The Markdown below the front matter.
    pub fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// A place of the body as a place of the file.
    pub fn in_body(&self, span: Span) -> Span {
        span.shifted(self.body_start)
    }
}

/// Reads one item's file. What is wrong with it stands in the draft's report.
pub fn draft(source: &Source) -> Draft {
    let reader = Reader::new(&source.path);
    let parts = split(&source.text, &reader);
    let is_key = |word: &str| TOP_LEVEL.iter().any(|key| key.0 == word || key.1 == word);
    let front = parts.as_ref().and_then(|parts| {
        let node = reader.yaml(parts.front.of(&source.text), parts.front.start as usize, &is_key)?;
        Some(front_matter(Fields::of(&reader, node)))
    });
    let body_start = parts.as_ref().map_or(source.text.len(), |parts| parts.body);
    Draft {
        path: Arc::clone(&source.path),
        text: Arc::clone(&source.text),
        digest: source.digest,
        front_span: parts.as_ref().map_or_else(Span::default, |parts| parts.front),
        front: front.unwrap_or_default(),
        body_start,
        outline: outline(&source.text[body_start..]),
        report: reader.finish(),
    }
}
