use super::year::{YearTally, years};
use crate::annual::Before;
use crate::board::Board;
use std::collections::BTreeMap;

/// How many items, on all channels and on the internet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// On all channels.
    pub all: u64,
    /// Of them on the internet.
    pub internet: u64,
}

/// The figures of a board (公开统计).
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// The years in which something was disclosed, counted from the items.
    pub years: BTreeMap<i16, YearTally>,
    /// For each year all that was disclosed up to its end: what is known from before this tool, and the items
    /// (历年累计).
    pub running: BTreeMap<i16, Total>,
}

impl Tally {
    /// Counts the items of a board.
    pub fn of(board: &Board) -> Self {
        let years = years(board);
        let running = running(&years, &board.annual.before);
        Self { years, running }
    }

    /// What was disclosed in a year: items, and what is known from before this tool.
    pub fn whole_year(&self, board: &Board, year: i16) -> Total {
        let before = board.annual.before.get(&year).copied().unwrap_or_default();
        let own = self.years.get(&year).map_or((0, 0), |year| (year.items.len() as u64, year.internet as u64));
        Total { all: own.0 + before.all, internet: own.1 + before.internet }
    }

    /// All that was disclosed up to the end of a year.
    pub fn running_at(&self, year: i16) -> Total {
        self.running.range(..=year).next_back().map_or_else(Total::default, |(_, total)| *total)
    }
}

fn running(years: &BTreeMap<i16, YearTally>, before: &BTreeMap<i16, Before>) -> BTreeMap<i16, Total> {
    let mut each: BTreeMap<i16, Total> = BTreeMap::new();
    for (&year, known) in before {
        each.insert(year, Total { all: known.all, internet: known.internet });
    }
    for (&year, tally) in years {
        let total = each.entry(year).or_default();
        total.all += tally.items.len() as u64;
        total.internet += tally.internet as u64;
    }
    let mut sum = Total::default();
    for total in each.values_mut() {
        sum.all += total.all;
        sum.internet += total.internet;
        *total = sum;
    }
    each
}
