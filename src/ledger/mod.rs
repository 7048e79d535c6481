//! The ledger of what was published (公开台账): `content/ledger.jsonl`, one line for each item when it was first
//! published and each time it changed. Every line bears the digest of the line before, so that no line can be changed,
//! taken out or put in between without it being seen.

mod chain;
mod entry;
mod fork;
mod line;

pub use chain::{Fault, Ledger, PAPER, PATH};
pub use entry::Entry;
pub use fork::{ForkError, relink};
pub use line::Line;
