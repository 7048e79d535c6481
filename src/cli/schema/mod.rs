//! `gongkai schema`: what may be written in the board's files, for editors.

mod cms;
mod command;
mod json;
mod meaning;
mod reference;

pub(super) use command::VERB;
pub(super) use json::for_editor;
pub(super) use reference::reference;
