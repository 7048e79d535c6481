//! `gongkai doctor`: whether the machine and the board are fit for publishing, and what to do where they are not.

mod command;
mod machine;
mod place;
mod point;
mod sources;

pub(super) use command::VERB;
