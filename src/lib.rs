//! Gongkai 公开 turns a folder of Markdown files, one per disclosure item, into the public disclosure board
//! (政务公开栏) of a small office.

pub mod calendar;
pub mod diag;
pub mod text;
