use super::appeals::AppealTable;
use super::documents::{DocumentRow, documents};
use super::requests::RequestTable;
use crate::annual::Tallied;
use crate::board::Board;
use crate::tally::{Tally, Total};

/// The figures of a year as the official form wants them.
#[derive(Clone, Debug)]
pub struct Tables {
    /// The year.
    pub year: i16,
    /// Everything disclosed in the year.
    pub total: Total,
    /// Table two, first block.
    pub documents: [DocumentRow; 2],
    /// Table two, decisions: 行政许可, 行政处罚, 行政强制.
    pub decisions: [u64; 3],
    /// Table two, 行政事业性收费 in 万元.
    pub fees: f64,
    /// Table three.
    pub requests: RequestTable,
    /// Table four.
    pub appeals: AppealTable,
}

impl Tables {
    /// The figures of a board for a year; what nobody has written down is 0.
    pub fn of(board: &Board, tally: &Tally, year: i16) -> Self {
        let figures = board.annual.years.get(&year);
        let count = |of| figures.map_or(0, |figures| figures.count(of));
        Self {
            year,
            total: tally.whole_year(board, year),
            documents: documents(board, year),
            decisions: [Tallied::Permits, Tallied::Penalties, Tallied::Compulsion].map(count),
            fees: figures.and_then(|figures| figures.fees).unwrap_or(0.0),
            requests: RequestTable::of(figures.and_then(|figures| figures.requests.as_ref())),
            appeals: AppealTable::of(figures),
        }
    }
}
