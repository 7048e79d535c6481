//! Figures of a board, counted once for pages, data, reports and the office's own view (公开统计): how many items a year,
//! by category, cadence, unit, channel, method and genre, with shares that add up; running totals from before this
//! tool; opinions and how fast they were answered; the entries of official lists.

mod count;
mod counted;
mod feedback;
mod percent;
mod registers;
mod standard;
mod totals;
mod year;

pub use count::{Count, Dimension};
pub use counted::is_counted;
pub use feedback::{Feedback, YearOfOpinions, ways};
pub use percent::{Percent, shares};
pub use registers::{RegisterCount, registers};
pub use standard::{StandardLine, covered_by, fulfilled_on, standard_lines};
pub use totals::{Tally, Total};
pub use year::YearTally;
