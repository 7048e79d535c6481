//! `gongkai new`: a new item with the fields that its kind needs.

mod command;
mod dialogue;
mod skeleton;

pub(super) use command::{VERB, category as category_named, folder};
pub(super) use skeleton::approval_lines;
