//! What must not leave the office: one file per check, named after it.

pub mod process_document;
pub mod secret_marking;
