//! `gongkai new`: a new item with the fields that its kind needs.

mod command;
mod dialogue;

pub(super) use command::{VERB, category as category_named};
