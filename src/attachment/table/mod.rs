//! Tables of an item (`tables:`): a sheet of a CSV file or workbook, shown and offered for download as masked, never
//! as it lay on disk. What is hidden in the sheet is left out.

mod build;
mod head;
mod names;
mod spec;
mod totals;
mod write;

pub use build::table;
pub use spec::{FaultKind, Table, TableFault, TableSpec};
pub use write::{write_csv, write_xlsx};
