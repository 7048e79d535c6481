//! What an inspector would find, and what the office still has to do: one model for the dashboard of the inside view,
//! `gongkai inspection` and `gongkai status`. It counts nothing that board or tally have counted; it puts together.

mod column;
mod fault;
mod held;
mod json;
mod markdown;
mod overview;
mod veto;
mod work;

pub use column::{Column, ColumnState};
pub use fault::{Fault, UnitFaults};
pub use held::hold_words;
pub use json::json;
pub use markdown::markdown;
pub use overview::{Inspection, speech};
pub use veto::{Veto, VetoState};
pub use work::{Load, Waiting, Work};
