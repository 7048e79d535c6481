//! Reads text as an inspector would: numbers of persons, secrecy markings, faults of writing, sums that do not add up.
//! Pure functions over text ([`Passage`]) and over tables of text ([`Grid`]); no file, no board, no Markdown. A text
//! is read once, and each detector looks only at what that reading noted for it. Places are bytes of the given text;
//! whoever calls knows where the text came from. No message ever holds a whole number of a person.

mod check_digit;
mod excerpt;
pub mod fault;
mod found;
mod grid;
mod mask;
pub mod money;
mod number;
mod passage;
mod person;
mod phrase;
pub mod privacy;
mod read;
pub mod secrecy;
mod setting;
mod words;

pub use found::{CellFind, Find};
pub use grid::Grid;
pub use mask::{MaskKind, mask};
pub use passage::Passage;
pub use read::{GUARDS, TEXT_DETECTORS, TextDetector, in_table, in_table_by, in_text, in_text_by};
pub use setting::{Kind, OfficeWords, Setting};

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod labelled;
#[cfg(test)]
mod properties;
