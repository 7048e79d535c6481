//! `gongkai import`: items from what offices have: Word documents, pages of an old site, tables. What a file says of
//! itself is recognised and told together with how sure that is; every item is a draft until somebody has looked at it.

mod category;
mod command;
mod dates;
mod document;
mod gate;
mod gather;
mod guess;
mod item_text;
mod official;
mod pandoc;
mod place;
mod plan;
mod rows;
mod tables;
mod told;

pub(super) use command::VERB;
