//! `gongkai duties`: what is owed, period by period, in the form that is asked for.

mod calendar_file;
mod command;
mod list;

pub(super) use command::VERB;
