//! Raw HTML as its readers see it.

use std::ops::Range;

/// A piece of raw HTML.
pub(super) enum Piece {
    /// Words, by their bytes.
    Words(Range<usize>),
    /// A letter written as an entity.
    Entity(char, Range<usize>),
    /// The edge of a block or a line.
    Break(usize),
    /// A tag of a table.
    Table(TableTag, usize),
}

/// The tags that tables are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableTag {
    /// `<table>`
    Open,
    /// `</table>`
    Close,
    /// `<tr>`
    Row,
    /// `<td>` or `<th>`, over so many columns and rows.
    Cell { columns: usize, rows: usize },
    /// `</td>`, `</th>` or `</tr>`
    CellEnd,
}

/// How many columns or rows one cell may take; more is a slip or a trap.
const SPAN: usize = 100;

/// Elements whose edges do not part words.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "u",
];

/// Elements whose words do not show.
const UNSEEN: [&str; 3] = ["script", "style", "template"];

/// Takes raw HTML apart: comments and tags go, words stay.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(comment) = rest.strip_prefix("<!--") {
            at = comment.find("-->").map_or(html.len(), |end| at + 4 + end + 3);
        } else if is_tag(rest) {
            let end = rest.find('>').map_or(html.len(), |end| at + end + 1);
            let name = tag_name(rest);
            match table_tag(&name, html.get(at..end).unwrap_or_default()) {
                Some(tag) => pieces.push(Piece::Table(tag, at)),
                None if INLINE.contains(&name.as_str()) => {}
                None => pieces.push(Piece::Break(at)),
            }
            let closing = format!("</{name}");
            at = match html.get(end..).and_then(|inner| inner.to_ascii_lowercase().find(&closing)) {
                Some(inner) if UNSEEN.contains(&name.as_str()) && !rest.starts_with("</") => end + inner,
                _ => end,
            };
        } else if let Some((letter, length)) = entity(rest) {
            pieces.push(Piece::Entity(letter, at..at + length));
            at += length;
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let length = rest[first..].find(['<', '&']).map_or(rest.len(), |end| first + end);
            pieces.push(Piece::Words(at..at + length));
            at += length;
        }
    }
    pieces
}

fn is_tag(rest: &str) -> bool {
    let mut letters = rest.chars();
    letters.next() == Some('<')
        && letters.next().is_some_and(|letter| letter.is_ascii_alphabetic() || "/!?".contains(letter))
}

fn tag_name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    name.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn table_tag(name: &str, tag: &str) -> Option<TableTag> {
    let closes = tag.starts_with("</");
    match (name, closes) {
        ("table", false) => Some(TableTag::Open),
        ("table", true) => Some(TableTag::Close),
        ("tr", false) => Some(TableTag::Row),
        ("td" | "th", false) => Some(TableTag::Cell { columns: taken(tag, "colspan"), rows: taken(tag, "rowspan") }),
        ("td" | "th" | "tr", true) => Some(TableTag::CellEnd),
        _ => None,
    }
}

/// How many columns or rows a cell says it takes.
fn taken(tag: &str, attribute: &str) -> usize {
    let tag = tag.to_ascii_lowercase();
    let value = tag.split_once(attribute).map_or("", |(_, value)| value);
    let digits = value.trim_start_matches([' ', '=', '"', '\'']).chars().take_while(char::is_ascii_digit);
    digits.collect::<String>().parse().unwrap_or(1).clamp(1, SPAN)
}

/// A letter written as an entity at the start of a text, and how many bytes that takes.
fn entity(rest: &str) -> Option<(char, usize)> {
    let inner = rest.strip_prefix('&')?;
    let end = inner.find(';').filter(|end| *end <= 8)?;
    let name = &inner[..end];
    let letter = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)?,
            None => number.parse().ok().and_then(char::from_u32)?,
        },
        None => match name {
            "nbsp" | "ensp" | "emsp" | "thinsp" => '\u{a0}',
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "shy" | "zwnj" | "zwj" => '\u{200b}',
            _ => return None,
        },
    };
    Some((letter, end + 2))
}
