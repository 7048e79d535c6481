//! `gongkai duties`: what is owed, period by period, in the form that is asked for; and rows added to
//! `duties.yaml` from the areas of the standard catalogue or from an office's own workbook.

mod add;
mod area;
mod calendar_file;
mod cell;
mod columns;
mod command;
mod import;
mod limit;
mod list;
mod official;
mod row;

pub(super) use command::VERB;
