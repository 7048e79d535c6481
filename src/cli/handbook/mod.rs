//! The handbook: pages that lie in the program. `gongkai help TOPIC` prints one, `gongkai help --site DIR` makes a board of
//! them and builds it as any other board is built.

mod board;
mod command;
mod contents;
mod pictures;
mod site;
mod topic;

pub(super) use command::{NAME, command, print, unknown};
pub(super) use site::build_site;
