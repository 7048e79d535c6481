//! Cleaned copies of workbooks and documents: without author, comments, tracked changes, hidden text, pivot caches,
//! links to other files and macros. What cannot be taken out safely is refused, and the copy is read again before it
//! is handed out.

mod contents;
mod counter;
mod document;
mod run;
mod workbook;

pub use run::{Cleaned, clean};
