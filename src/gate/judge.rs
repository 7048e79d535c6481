//! Runs the scanners over one text.

use super::rules::Rules;
use super::seen::{Part, Seen};
use crate::diag::Spot;
use crate::scan::{CellFind, Find, GUARDS, Grid, Passage, Setting, TEXT_DETECTORS, TextDetector, in_text_by, money};
use crate::text::Span;

/// Which scanners read a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// All: the office wrote it here and can mend it here.
    Whole,
    /// Privacy and secrecy: an attachment is what it is.
    Guarded,
}

impl Reading {
    pub(super) fn detectors(self) -> &'static [(&'static str, TextDetector)] {
        match self {
            Self::Whole => TEXT_DETECTORS,
            Self::Guarded => GUARDS,
        }
    }
}

/// Everything that the scanners find in a text, by the id of the check.
pub(super) fn finds(text: &str, setting: &Setting<'_>, reading: Reading) -> Vec<(&'static str, Find)> {
    in_text_by(reading.detectors(), &Passage::new(text), setting)
}

/// A find at its spot.
pub(super) fn seen(check: &'static str, find: Find, spot: Spot, part: Part) -> Seen {
    Seen { check, severity: find.severity, spot, part, message: find.message, instead: find.instead }
}

/// A value of front matter: where it stands in the file, and whether it is written there as it is meant.
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) part: Part,
    pub(super) setting: Setting<'a>,
}

/// The finds in a value; `file` is the whole file.
pub(super) fn in_value(value: &Value<'_>, file: &str) -> Vec<Seen> {
    let written = value.span.of(file);
    // A quoted value stands inside its quotes.
    let offset = written.find(value.text);
    let place = |span: Span| match offset {
        Some(offset) => span.shifted(value.span.start as usize + offset),
        None => value.span,
    };
    let found = finds(value.text, &value.setting, Reading::Whole).into_iter();
    found
        .map(|(check, find)| {
            let spot = Spot::Text(place(find.span));
            seen(check, find, spot, value.part)
        })
        .collect()
}

/// Sums that do not add up, and money under 其他. `named` are the columns that the item says are added.
pub(super) fn sums(grid: &Grid<'_>, named: &[&str], rules: &Rules) -> Vec<(&'static str, CellFind)> {
    let wrong = money::wrong_total::find_in_table(grid, named).into_iter().map(|find| ("wrong-total", find));
    let lump = money::lump_sum_other::find_in_table(grid, named, rules.lump_sum_percent);
    wrong.chain(lump.into_iter().map(|find| ("lump-sum-other", find))).collect()
}
