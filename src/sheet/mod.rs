//! Writing tables for download: workbooks and CSV files that are the same bytes each time, name no author, hide
//! nothing, and cannot be made to run a formula by what stands in a cell.

mod content;
mod csv;
mod xlsx;

pub use content::{Cell, SheetSpec};
pub use csv::csv;
pub use xlsx::xlsx;
