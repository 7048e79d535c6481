//! Dates, periods and working days. A date is a calendar date in China; nothing here shifts it by a time zone, and
//! only `clock` asks what day it is. Which days are worked is told by the State Council's yearly notice: those up to
//! now are built in, the next one an office may add to its board before this program knows it.

pub mod clock;
mod date;
mod day_rows;
mod digits;
mod length;
mod period;
mod stamp;
mod weekday;
mod workdays;

pub use date::Date;
pub use day_rows::RowProblem;
pub use length::{Length, LengthUnit};
pub use period::{Period, PeriodKind};
pub use stamp::Stamp;
pub use weekday::Weekday;
pub use workdays::{Counted, DayCount, Workdays};
