//! The county's view over many boards: what each of them publishes about itself (`catalogue.json`, `statistics.json`) is
//! read, put side by side and joined. No board's sources are needed, so the boards stay with their offices.
//!
//! [`BoardList::read`] reads `boards.yaml`, [`Published::read`] what one board says of itself; [`Portal::of`] ranks the
//! boards and joins their items; [`data`] writes the joined catalogue and the ranking for other programs. What cannot
//! be read stands in the ranking as such: a board that hides is a fault to be seen.

mod board_list;
mod data;
mod joined;
mod published;
mod standing;

pub use board_list::{BoardList, Listed, Where, board_list_shape};
pub use data::data;
pub use joined::{JoinedItem, Portal};
pub use published::{Entry, File, Published, Unfit};
pub use standing::Standing;
