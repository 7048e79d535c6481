//! 目录: whether every item has its place, its number and its duty.

mod unknown_category;

pub(super) use unknown_category::UnknownCategory;
