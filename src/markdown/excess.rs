//! How much a body may hold. Every limit lies far beyond what an office writes, and below what makes the work grow
//! faster than the text.

use crate::text::Span;

/// Bytes of a body: about a million and a half Chinese characters.
pub(super) const LONGEST: usize = 4 << 20;
/// Blocks within blocks, quotes within quotes, emphasis within emphasis.
pub(super) const DEEPEST: usize = 100;
/// Columns by which a line may be indented: lists within lists.
const WIDEST_INDENT: usize = 1_000;
/// Tags of raw HTML; a table of 2,000 rows and ten columns has twice as many cells.
const MOST_TAGS: usize = 50_000;
/// Elements of raw HTML that are open at once.
const DEEPEST_TAGS: usize = 200;
/// Links and pictures of a body.
pub(super) const MOST_LINKS: usize = 5_000;
/// What the parser tells of a body, piece by piece: beginnings, ends and words.
pub(super) const MOST_EVENTS: usize = 1_000_000;

/// A limit that a body passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// It is too long.
    Length,
    /// Something in it is nested too deeply.
    Depth,
    /// It holds too many tags of raw HTML.
    Tags,
    /// It holds too many links and pictures.
    Links,
    /// It unfolds to too much.
    Pieces,
}

/// Elements that hold nothing and need no end.
const EMPTY: [&str; 8] = ["area", "br", "col", "embed", "hr", "img", "input", "wbr"];

/// The limit that a body passes by its mere letters, and where. Asked before the parser is, in one pass.
pub(super) fn excess(body: &str) -> Option<(Span, Excess)> {
    if body.len() > LONGEST {
        return Some((Span::new(0, 0), Excess::Length));
    }
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let marks = line.chars().take_while(|sign| matches!(sign, ' ' | '\t' | '>')).filter(|sign| *sign == '>');
        if marks.count() > DEEPEST || indent > WIDEST_INDENT && !line.trim().is_empty() {
            return Some((Span::new(at, at), Excess::Depth));
        }
        at += line.len();
    }
    tags(body)
}

/// Counts tags and how many are open.
fn tags(body: &str) -> Option<(Span, Excess)> {
    let (mut count, mut open) = (0, 0usize);
    for (at, _) in body.match_indices('<') {
        let rest = &body[at + 1..];
        let closes = rest.starts_with('/');
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let name_end = rest.bytes().take(20).take_while(u8::is_ascii_alphanumeric).count();
        if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        count += 1;
        if count > MOST_TAGS {
            return Some((Span::new(at, at), Excess::Tags));
        }
        let name = rest[..name_end].to_ascii_lowercase();
        if closes {
            open = open.saturating_sub(1);
        } else if !EMPTY.contains(&&*name) && is_tag(rest) {
            open += 1;
        }
        if open > DEEPEST_TAGS {
            return Some((Span::new(at, at), Excess::Depth));
        }
    }
    None
}

/// Whether a tag that starts here ends at all; `a<b` is none.
fn is_tag(rest: &str) -> bool {
    rest.find(['<', '>']).is_some_and(|end| rest[end..].starts_with('>'))
}

#[cfg(test)]
mod tests {
    use super::super::outline;
    use super::*;

    #[test]
    fn what_is_too_deep_too_long_or_too_much_is_told_before_it_costs_anything() {
        for (body, limit) in [
            ("长".repeat(LONGEST / 3 + 1), Excess::Length),
            (">".repeat(20_000), Excess::Depth),
            ((0..600).map(|at| "  ".repeat(at) + "- a\n").collect(), Excess::Depth),
            ("<div>".repeat(20_000), Excess::Depth),
            ("<table><tr><td>".repeat(20_000), Excess::Depth),
            ("<br>".repeat(MOST_TAGS + 1), Excess::Tags),
            ("*a ".repeat(2_000) + &"b* ".repeat(2_000), Excess::Depth),
            ("[a](b.md) ".repeat(MOST_LINKS + 1), Excess::Links),
            ("- a\n".repeat(350_000), Excess::Pieces),
        ] {
            let told = outline(&body).excess.map(|(_, excess)| excess);
            assert_eq!(told, Some(limit), "{}", &body[..body.len().min(30)]);
        }
    }

    #[test]
    fn what_an_office_writes_is_far_below_every_limit() {
        let rows = "<tr><td>甲</td><td>1 < 2</td><td>a<b</td></tr>\n".repeat(2_000);
        let body = format!("{}\n\n<table>\n{rows}</table>\n\n{}", "> - 一\n".repeat(500), "[a](b.md)\n".repeat(1_000));
        assert_eq!(outline(&body).excess, None);
        assert_eq!(outline(&"x<y ".repeat(5_000)).excess, None);
    }
}
