//! The stages of a build in order: read, parse, assemble, check, plan, render, export, write. Every stage takes values
//! and gives values; what may be reused from one run to the next is kept in one place.

mod build;
mod compile;
mod gate_memo;
mod load_theme;
mod memo;
mod mishap;
mod rewritten;
mod search_index;
mod site;
mod unchanged;

pub use build::{BuildError, build};
pub use compile::{Compiled, Options, compile};
pub use load_theme::load_theme;
pub use memo::{Counts, Memo};
pub use mishap::Mishap;
pub use site::{Flaw, Site};
pub use unchanged::{left_in, made_of, read_beside};
