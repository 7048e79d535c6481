use super::passage::{Passage, Run, digit, is_invisible};
use crate::text::Span;

/// The longest number that is looked at; a longer one is nobody's identity, telephone or account.
pub(super) const LONGEST: usize = 21;

/// What stands at one end of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// No digit.
    Open,
    /// Another number after a space or a line break, as in a row of a table that was turned to text.
    Spaced,
    /// A digit that belongs to it: after a hyphen or a decimal point.
    Tight,
}

/// What parts the digits of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Spaces.
    Space,
    /// A hyphen or a dash, spaces beside it or not.
    Dash,
    /// One line break.
    Line,
}

/// A candidate: whole runs of digits, one after another.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Where it stands.
    pub span: Span,
    /// Its digits, half-width, as ASCII.
    pub digits: Vec<u8>,
    /// How many digits each of its runs has.
    pub groups: Vec<usize>,
    /// The widest gap inside it, if it has any.
    pub broken: Option<Gap>,
    /// What stands before it.
    pub before: Edge,
    /// What stands after it.
    pub after: Edge,
    /// The run before it in the same chain, where one is joined to it.
    pub neighbour: Option<Run>,
}

impl Number {
    /// The digits as text.
    pub(super) fn digits(&self) -> String {
        self.digits.iter().map(|&byte| char::from(byte)).collect()
    }

    /// Whether no other number is tied to it.
    pub(super) fn is_free(&self) -> bool {
        self.before != Edge::Tight && self.after != Edge::Tight
    }

    /// Whether no other number is anywhere near it.
    pub(super) fn is_alone(&self) -> bool {
        self.before == Edge::Open && self.after == Edge::Open
    }
}

/// Every number whose digits, after joining, are between `least` and `most` many. A number consists of whole runs, so
/// a part of a longer run is never one.
pub(super) fn numbers(passage: &Passage, least: usize, most: usize) -> Vec<Number> {
    let mut found = Vec::new();
    let runs = passage.runs();
    let mut start = 0;
    while start < runs.len() {
        let (mut end, mut total) = (start + 1, runs[start].digits);
        while end < runs.len() && gap(passage, runs[end - 1], runs[end]).is_some() {
            total += runs[end].digits;
            end += 1;
        }
        if total >= least {
            windows(passage, &runs[start..end], least, most, &mut found);
        }
        start = end;
    }
    found
}

fn windows(passage: &Passage, chain: &[Run], least: usize, most: usize, found: &mut Vec<Number>) {
    for first in 0..chain.len() {
        let mut total = 0;
        for last in first..chain.len() {
            total += chain[last].digits;
            if total > most {
                break;
            }
            if total >= least {
                found.push(number(passage, chain, first, last));
            }
        }
    }
}

fn number(passage: &Passage, chain: &[Run], first: usize, last: usize) -> Number {
    let (start, end) = (chain[first].start, chain[last].end);
    let span = Span::new(start, end);
    Number {
        span,
        digits: ascii_digits(span.of(passage.text())),
        groups: chain[first..=last].iter().map(|run| run.digits).collect(),
        broken: chain[first..=last].windows(2).filter_map(|pair| gap(passage, pair[0], pair[1])).max(),
        before: match first.checked_sub(1) {
            Some(before) => edge(gap(passage, chain[before], chain[first])),
            None => edge_before(passage, start),
        },
        after: match chain.get(last + 1) {
            Some(&next) => edge(gap(passage, chain[last], next)),
            None => edge_after(passage, end),
        },
        neighbour: first.checked_sub(1).map(|before| chain[before]),
    }
}

/// The digits of a text, half-width.
pub(super) fn ascii_digits(text: &str) -> Vec<u8> {
    text.chars().filter_map(digit).map(|value| value + b'0').collect()
}

/// What parts two runs, if they may be one number.
fn gap(passage: &Passage, left: Run, right: Run) -> Option<Gap> {
    if right.start - left.end > 24 {
        return None;
    }
    joint(passage.text().get(left.end..right.start)?)
}

/// What kind of break a text is; none where it parts two numbers for good.
pub(super) fn joint(between: &str) -> Option<Gap> {
    let (mut spaces, mut dashes, mut lines) = (0, 0, 0);
    for character in between.chars() {
        match character {
            ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => spaces += 1,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => dashes += 1,
            '\n' => lines += 1,
            '\r' => {}
            _ if is_invisible(character) => {}
            _ => return None,
        }
    }
    match (spaces, dashes, lines) {
        (_, 0, 1) => Some(Gap::Line),
        (0..=2, 0, 0) => Some(Gap::Space),
        (0..=2, 1..=2, 0) => Some(Gap::Dash),
        _ => None,
    }
}

fn edge(gap: Option<Gap>) -> Edge {
    match gap {
        None => Edge::Open,
        Some(Gap::Dash) => Edge::Tight,
        Some(Gap::Space | Gap::Line) => Edge::Spaced,
    }
}

/// A decimal point before it ties the digits together, unless they are the number of a line: `1.13800138000`.
fn edge_before(passage: &Passage, at: usize) -> Edge {
    let Some(whole) = passage.near_before(at, 16).strip_suffix(['.', '．']) else { return Edge::Open };
    let line = whole.trim_end_matches(|character: char| character.is_ascii_digit());
    let digits = whole.len() - line.len();
    let opens = line.trim_end_matches([' ', '\u{3000}']);
    let is_label = (1..=2).contains(&digits) && (opens.is_empty() && at <= 16 || opens.ends_with('\n'));
    if whole.chars().next_back().and_then(digit).is_some() && !is_label { Edge::Tight } else { Edge::Open }
}

fn edge_after(passage: &Passage, at: usize) -> Edge {
    let fraction = passage.after(at).strip_prefix(['.', '．']);
    if fraction.is_some_and(|rest| rest.chars().next().and_then(digit).is_some()) { Edge::Tight } else { Edge::Open }
}
