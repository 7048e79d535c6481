//! The rules of disclosure: one check, one file, one id. A check computes nothing that the board should know; it looks
//! and speaks.

mod attachments;
mod catalogue;
mod content;
mod contract;
mod form;
mod opinions;
mod privacy;
mod procedure;
mod registry;
mod report;
mod run;
mod sealed;
mod secrecy;
mod site;
mod text;
mod timeliness;

pub use contract::{Check, Context, Family, Meta};
pub use form::unfit_name;
pub use registry::{find, registered};
pub use run::{check_board, check_item, settle, stops_build};
