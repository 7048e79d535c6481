//! New texts for single cells of a CSV file or a workbook; every other byte, or part of the package, stays as it is.

mod cell_edit;
mod csv_file;
mod run;
mod workbook;

pub use cell_edit::CellEdit;
pub use run::edit_cells;
