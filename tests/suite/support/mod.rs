//! What the tests of the whole share: a board written as one string, laid out in a folder of its own, and what became
//! of it.

mod files;
mod outcome;
mod site;

pub(crate) use outcome::Outcome;
pub(crate) use site::Site;
