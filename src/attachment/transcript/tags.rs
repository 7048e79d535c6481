//! A web page as a row of tags and words. The page is first put right by the cleaner that knows what browsers make of
//! broken pages, so that every element that is open gets closed.

use std::collections::HashSet;

/// What comes next in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// An element begins: its name, and the attributes that matter.
    Open { name: String, attributes: Vec<(String, String)> },
    /// An element is over.
    Close(String),
    /// Words.
    Words(String),
}

impl Piece {
    /// An attribute of an element that begins.
    pub(super) fn attribute(&self, wanted: &str) -> &str {
        let Self::Open { attributes, .. } = self else { return "" };
        attributes.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value)
    }
}

/// Elements that have no end.
pub(super) const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

/// The page's body, in pieces.
pub(super) fn pieces(page: &str) -> Vec<Piece> {
    let tags = "a article aside b big blockquote br caption center cite code dd div dl dt em fieldset figcaption \
                figure font footer form h1 h2 h3 h4 h5 h6 header hr i img label li main nav ol p pre q s section small span \
                strong sub sup table tbody td tfoot th thead tr u ul wbr";
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(tags.split_whitespace().collect())
        .clean_content_tags(HashSet::from([
            "button", "head", "iframe", "math", "noscript", "object", "option", "script", "select", "style", "svg",
            "template", "textarea", "title",
        ]))
        .generic_attributes(HashSet::from([
            "id", "class", "align", "href", "src", "alt", "title", "colspan", "rowspan", "start",
        ]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .strip_comments(true);
    cut(&cleaner.clean(page).to_string())
}

fn cut(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            pieces.push(Piece::Words(meant(&rest[..at])));
        }
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = rest[at + 1..end].trim_end_matches('>');
        match tag.strip_prefix('/') {
            Some(name) => pieces.push(Piece::Close(name.trim().to_owned())),
            None => {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                pieces.push(Piece::Open { name: name.to_owned(), attributes: attributes_of(attributes) });
            }
        }
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(meant(rest)));
    }
    pieces
}

/// Attributes in double quotes, as the cleaner writes them, or as people do.
pub(super) fn attributes_of(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some((name, behind)) = rest.split_once('=') {
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => behind[1..].split_once(quote).unwrap_or((&behind[1..], "")),
            None => behind.split_once(char::is_whitespace).unwrap_or((behind, "")),
        };
        let name = name.split_whitespace().last().unwrap_or_default().to_ascii_lowercase();
        found.push((name, meant(value)));
        rest = after.trim_start();
    }
    found
}

/// Text with its references resolved.
pub(super) fn meant(text: &str) -> String {
    const NAMES: [(&str, &str); 9] = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&mdash;", "—"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return text.to_owned();
    }
    NAMES.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign))
}
