//! Gongkai 公开 turns a folder of Markdown files, one per disclosure item, into the public disclosure board
//! (政务公开栏) of a small office.
//!
//! A build goes through the rooms in this order. `source` reads the folder and `parse` each file of it; `config` says what
//! the office meant by its settings. `gate` reads everything that would be published, and `board` puts it together: every
//! item resolved, what shows and what is held decided once. `check` finds what is wrong, `page` plans the addresses,
//! `tally` and `report` count. `render` and `export` make files of that, and `output` puts them on disk: the old site or
//! the new one, nothing between. `pipeline` runs these stages; `preview` and `edit` show and change a board in the
//! browser, `cli` is what a clerk types. `docs/architecture.md` draws it.

pub mod annual;
pub mod archive;
pub mod attachment;
pub mod board;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod config;
pub mod diag;
pub mod edit;
pub mod export;
pub mod gate;
pub mod inspection;
pub mod ledger;
pub mod markdown;
pub mod masking;
pub mod output;
pub mod page;
pub mod parallel;
pub mod parse;
pub mod pipeline;
pub mod portal;
pub mod preview;
pub mod render;
pub mod report;
pub mod scan;
pub mod search;
pub mod sheet;
pub mod source;
pub mod tally;
pub mod term;
pub mod text;
pub mod theme;
