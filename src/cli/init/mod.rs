//! `gongkai init`: a new board out of a preset.

mod command;
mod dialogue;
mod preset;

pub(super) use command::VERB;
