//! Reading and compiling a board, as most commands begin.

use super::args::Common;
use super::exit::Refusal;
use super::terminal::Terminal;
use crate::board::Edition;
use crate::diag::{Report, Severity, show};
use crate::pipeline::{Compiled, Memo, Options, compile};
use crate::source::{Sources, read_board};

/// A board as read and compiled.
pub(super) struct BoardInput {
    pub(super) sources: Sources,
    pub(super) compiled: Compiled,
}

/// Reads the board and compiles it with the plainest options.
pub(super) fn read(common: &Common) -> Result<BoardInput, Refusal> {
    read_with(&plain_options(common), common)
}

/// Reads the board and compiles it.
pub(super) fn read_with(options: &Options, common: &Common) -> Result<BoardInput, Refusal> {
    let sources = read_board(&common.root)?;
    let compiled = compile(&sources, options, &mut Memo::default());
    Ok(BoardInput { sources, compiled })
}

/// A public build of today.
pub(super) fn plain_options(common: &Common) -> Options {
    Options { today: common.today, edition: Edition::default(), keep_going: false, base_url: None }
}

/// Prints findings for reading, and the line that counts them.
pub(super) fn print_findings(report: &Report, sources: &Sources, terminal: Terminal) {
    let texts = |path: &str| sources.text(path).map(str::to_owned);
    for finding in report.findings() {
        terminal.error_line(&show::human(finding, terminal.language, &texts, terminal.colour()));
        terminal.error_line("");
    }
    if !report.findings().is_empty() {
        let count = |severity| report.count(severity);
        let counts = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        terminal.warn(&show::summary(counts.0, counts.1, counts.2));
    }
}
