//! What the tests of the whole share: a board written as one string, laid out in a folder of its own.

mod files;
mod site;

pub(crate) use site::Site;
