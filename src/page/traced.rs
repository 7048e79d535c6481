//! Where the statistics stand, and the pages that list the items behind each of their figures.

use super::kind::PageKind;
use crate::board::{Board, Reach};
use crate::report::is_report_on;
use crate::tally::{Count, Dimension, Tally, YearTally};
use std::collections::BTreeSet;

/// How many items one page behind a figure lists.
pub const TRACED_LENGTH: usize = 200;

/// Where the statistics of a year stand; without a year those of all years together.
pub fn statistics_path(board: &Board, year: Option<i16>) -> String {
    match year {
        Some(year) if year == board.today.year() => "statistics".to_owned(),
        Some(year) => format!("statistics/{year}"),
        None => "statistics/all".to_owned(),
    }
}

/// Where the items behind a count are listed; none where there is no item. What is the whole year stands once.
pub fn trace_path(year: &YearTally, dimension: Dimension, count: &Count) -> Option<String> {
    let (number, id) = (year.year, count.id.as_str());
    match (dimension, id) {
        _ if count.items.is_empty() => None,
        (Dimension::Method, "withheld") => Some("negative-list".to_owned()),
        (Dimension::Method, "on-request") => Some(format!("statistics/{number}/method-on-request")),
        _ if count.items.len() == year.items.len() => Some(format!("statistics/{number}/items")),
        (Dimension::Cadence, "permanent" | "staged" | "timely") => Some(format!("statistics/{number}/section-{id}")),
        _ => Some(format!("statistics/{number}/{}-{}", dimension.id(), count.slug())),
    }
}

/// The years whose report has a page: those whose report is published; in the office's own view also those whose
/// figures are written down.
pub fn report_years(board: &Board) -> BTreeSet<i16> {
    let known = board.annual.years.keys().copied().filter(|&year| year <= board.today.year());
    let internal = board.edition.reach == Reach::Internal;
    let published = |year: i16| board.listed.iter().any(|&id| is_report_on(board.item(id), year, board));
    known.filter(|&year| internal || published(year)).collect()
}

/// A page by its number.
type Numbered = Box<dyn Fn(usize) -> PageKind>;

/// Every page of the statistics: where it stands, how many items it lists, and what it is.
pub(super) fn statistics(board: &Board) -> Vec<(String, usize, Numbered)> {
    let tally = Tally::of(board);
    let mut pages: Vec<(String, usize, Numbered)> = Vec::new();
    let years = tally.years.keys().copied().chain([board.today.year()]).collect::<BTreeSet<i16>>();
    for year in years.into_iter().map(Some).chain([None]) {
        pages.push((statistics_path(board, year), 0, Box::new(move |_| PageKind::Statistics(year))));
    }
    for (&number, year) in &tally.years {
        let items = format!("statistics/{number}/items");
        let mut taken = BTreeSet::from([items.clone(), "negative-list".to_owned()]);
        if !year.items.is_empty() {
            let kind = move |page| PageKind::Traced { year: number, of: None, number: page };
            pages.push((items, year.items.len(), Box::new(kind)));
        }
        for dimension in Dimension::ALL {
            for (at, count) in year.by(dimension).iter().enumerate() {
                let Some(path) = trace_path(year, dimension, count).filter(|path| taken.insert(path.clone())) else {
                    continue;
                };
                let kind = move |page| PageKind::Traced { year: number, of: Some((dimension, at)), number: page };
                pages.push((path, count.items.len(), Box::new(kind)));
            }
        }
    }
    pages
}
