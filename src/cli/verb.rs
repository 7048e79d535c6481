use super::args::Common;
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use crate::text::Language;
use clap::{ArgMatches, Command};

/// One command: how it is typed, and what it does.
pub(super) struct Verb {
    pub(super) name: &'static str,
    pub(super) command: fn(Language) -> Command,
    pub(super) run: fn(&ArgMatches, &Common, Terminal) -> Result<Exit, Refusal>,
}
