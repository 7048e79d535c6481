//! Dates, periods and working days. A date is a calendar date in China; nothing here shifts it by a time zone, and
//! only `clock` asks what day it is.

pub mod clock;
mod date;
mod digits;
mod period;
mod stamp;
mod weekday;

pub use date::Date;
pub use period::{Period, PeriodKind};
pub use stamp::Stamp;
pub use weekday::Weekday;
