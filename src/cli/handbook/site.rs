//! `gongkai help --site DIR`: the handbook as a site.

use super::board::files;
use crate::cli::args::Common;
use crate::cli::board_input::{findings_words, plain_options};
use crate::cli::build::site;
use crate::cli::exit::{Exit, Refusal};
use crate::cli::files::make;
use crate::cli::passing::Passing;
use crate::cli::terminal::Terminal;
use crate::cli::{reference, schema};
use crate::output::{FolderError, OutputFolder};
use crate::page::{Page, PageKind};
use crate::pipeline::{BuildError, Compiled, Memo, build, compile};
use crate::say;
use crate::source::read_board;
use clap::Command;
use std::path::Path;

/// Builds the handbook into a folder.
pub(in super::super) fn build_site(
    whole: &Command,
    out: &Path,
    common: &Common,
    terminal: Terminal,
) -> Result<Exit, Refusal> {
    let folder = OutputFolder::open(&common.root, out, false).map_err(|FolderError(text)| Refusal(text))?;
    let laid = Passing::new().map_err(|error| {
        Refusal(say!("临时文件夹建不了：{error}", "no folder can be made for the time being: {error}"))
    })?;
    for (path, bytes) in files(common.today, &reference::commands(whole), &schema::reference()) {
        make(&laid.path().join(path), &bytes)?;
    }
    let sources = read_board(laid.path())?;
    let Compiled { board, pages, mut report, .. } = compile(&sources, &plain_options(common), &mut Memo::default());
    // The statutory pages of a board say nothing here.
    let wanted =
        |page: &Page| matches!(page.kind, PageKind::Home | PageKind::Item(_) | PageKind::Search | PageKind::NotFound);
    let pages: Vec<Page> = pages.into_iter().filter(wanted).collect();
    let count = pages.len();
    let made = match board {
        Some(board) => site(&sources, board, pages, &mut report)?,
        None => None,
    };
    let built = match &made {
        Some(made) => match build(made, &folder) {
            Ok(_) => true,
            Err(BuildError::Findings(findings)) => {
                report.extend(findings);
                false
            }
            Err(BuildError::Stopped(text)) => return Err(Refusal(text)),
        },
        None => false,
    };
    terminal.error_text(&findings_words(&report, &sources, terminal));
    if !built {
        return Ok(Exit::Findings);
    }
    let path = folder.path().display().to_string();
    terminal.say(&say!(
        "手册 {count} 页，在 {path}；打开其中的 index.html",
        "the handbook, {count} pages, is in {path}; open index.html"
    ));
    Ok(if report.findings().is_empty() { Exit::Clean } else { Exit::Findings })
}
