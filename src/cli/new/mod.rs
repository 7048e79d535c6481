//! `gongkai new`: a new item with the fields that its kind needs.

mod command;
mod dialogue;

pub(super) use crate::edit::{approval_lines, folder};
pub(super) use command::{VERB, category as category_named};
