//! Reading and compiling a board, as most commands begin.

use super::args::Common;
use super::exit::Refusal;
use super::terminal::Terminal;
use crate::board::Edition;
use crate::diag::{Report, Severity, show};
use crate::pipeline::{Compiled, Memo, Options, compile};
use crate::say;
use crate::source::{Sources, read_board};
use crate::text::Text;

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

/// A board, or its settings, where `board.yaml` can be read.
///
/// # Errors
/// Where it cannot: most commands have nothing to work on then.
pub(super) fn readable<T>(read: Option<T>) -> Result<T, Refusal> {
    read.ok_or_else(|| {
        Refusal(say!("board.yaml 有错误，先运行 gongkai check", "board.yaml has errors; run gongkai check"))
    })
}

/// A public build of today.
pub(super) fn plain_options(common: &Common) -> Options {
    Options { today: common.today, edition: Edition::default(), keep_going: false, base_url: None }
}

/// Prints findings for reading, and the line that counts them.
pub(super) fn print_findings(report: &Report, sources: &Sources, terminal: Terminal) {
    terminal.error_text(&findings_words(report, sources, terminal));
}

/// Findings for reading, and the line that counts them.
pub(super) fn findings_words(report: &Report, sources: &Sources, terminal: Terminal) -> String {
    let texts = |path: &str| sources.text(path).map(str::to_owned);
    let mut words = String::new();
    for finding in report.findings() {
        words.push_str(&show::human(finding, terminal.language, &texts, terminal.colours_errors()));
        words.push_str("\n\n");
    }
    if !report.findings().is_empty() {
        let count = |severity| report.count(severity);
        let summary = show::summary(count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        words.push_str(summary.in_language(terminal.language));
        words.push('\n');
    }
    if sources.history.shallow {
        words.push_str(shallow().in_language(terminal.language));
        words.push('\n');
    }
    words
}

/// That git holds only a part of the history: then no page tells of changes, and no date is proved.
fn shallow() -> Text {
    say!(
        "git 仓库是浅克隆，没有完整的历史：不查倒签日期，事项页不列历次修改；取出时不要限制提交数（如 fetch-depth: 0）",
        "the git repository is a shallow clone: dates are not proved, and pages do not list changes; fetch all commits (fetch-depth: 0)"
    )
}
