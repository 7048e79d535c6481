//! What a page says of itself, and where in it the content lies.

use super::tags::{Piece, VOID, attributes_of, meant};

/// Ids and classes under which the content of a page lies, the surest first.
const CONTENT: [&str; 16] = [
    "ucap-content",
    "zoom",
    "trs_editor",
    "trs_ueditor",
    "view",
    "articlecontent",
    "article-content",
    "article_content",
    "news_content",
    "newscontent",
    "detail-content",
    "pages_content",
    "con_text",
    "article",
    "content",
    "main",
];

/// What the head of a page says of it.
pub(super) fn meta(page: &str) -> Vec<(String, String)> {
    let lower = page.to_ascii_lowercase();
    let mut found = Vec::new();
    for (at, _) in lower.match_indices("<meta") {
        let end = lower[at..].find('>').map_or(page.len(), |end| at + end);
        let attributes = attributes_of(page.get(at + 5..end).unwrap_or_default().trim_end_matches('/'));
        let of =
            |name: &str| attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim().to_owned());
        if let (Some(name), Some(value)) = (of("name").or_else(|| of("property")), of("content")) {
            found.push((name.to_ascii_lowercase(), value));
        }
    }
    let title =
        lower.find("<title").and_then(|at| Some((lower[at..].find('>')? + at + 1, lower[at..].find("</title")? + at)));
    if let Some(title) = title.and_then(|(from, to)| page.get(from..to)) {
        found.push(("title".to_owned(), meant(title.trim())));
    }
    found
}

/// Where the content begins and ends.
pub(super) fn content(pieces: &[Piece]) -> Option<(usize, usize)> {
    let named = |wanted: &str| {
        pieces.iter().position(|piece| {
            let words = [piece.attribute("id"), piece.attribute("class")];
            words.iter().any(|words| words.split_whitespace().any(|word| word.eq_ignore_ascii_case(wanted)))
        })
    };
    let element =
        |wanted: &str| pieces.iter().position(|piece| matches!(piece, Piece::Open { name, .. } if name == wanted));
    let long = |from: usize| {
        let to = end_of(pieces, from);
        let enough = words(&pieces[from..to]).chars().filter(|sign| !sign.is_whitespace()).count() >= 20;
        enough.then_some((from, to))
    };
    CONTENT
        .iter()
        .filter_map(|wanted| named(wanted))
        .find_map(long)
        .or_else(|| element("article").and_then(long))
        .or_else(|| element("main").and_then(long))
}

/// The piece behind the end of the element that begins at `from`.
pub(super) fn end_of(pieces: &[Piece], from: usize) -> usize {
    let mut depth = 0;
    for (at, piece) in pieces.iter().enumerate().skip(from) {
        match piece {
            Piece::Open { name, .. } if !VOID.contains(&name.as_str()) => depth += 1,
            Piece::Close(_) => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return at + 1;
        }
    }
    pieces.len()
}

/// The words of some pieces, an element a line.
pub(super) fn words(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words.trim()),
            _ if !text.ends_with('\n') => text.push('\n'),
            _ => {}
        }
    }
    text
}
