//! The board as it is meant: every item resolved, with what it inherits, whether it shows, where it stands, and how items
//! belong together. The board does not know that it will become a site, and asks neither disk nor clock.

mod address;
mod approvals;
mod assemble;
mod attached;
mod coverage;
mod edition;
mod fulfilment;
mod item;
mod last_change;
mod link;
mod lookup;
mod matter;
mod model;
mod named;
mod numbering;
mod on_screen;
mod owed;
mod pending;
mod published;
mod readings;
mod seen;
mod series;
mod shown_table;
mod standing;
mod wall;
mod words_shown;

pub use address::Address;
pub use approvals::{approval_months, approved_in};
pub use assemble::{Ingredients, assemble};
pub use attached::{Attached, resolve_path};
pub use coverage::{Coverage, CoverageState, Share, Timeliness};
pub use edition::{Edition, Reach};
pub use item::{Item, ItemId};
pub use link::Goal;
pub use matter::Matter;
pub use model::Board;
pub use named::{FileUse, named_files};
pub use numbering::Numbering;
pub use on_screen::OpenWindow;
pub use pending::Owed;
pub use readings::Readings;
pub use series::{Series, Slot, SlotState};
pub use shown_table::{ROWS_SHOWN, ShownTable};
pub use standing::{Hold, Standing};
pub use words_shown::{text_shown, words_shown};
