//! The gate, run at once on what was imported, as if it were to be published as it is.

use crate::board::Edition;
use crate::check::{Family, find};
use crate::cli::args::Common;
use crate::cli::board_input::{BoardInput, plain_options, print_findings, read_with};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::diag::{Report, Severity};
use crate::pipeline::Options;
use crate::say;
use std::collections::BTreeSet;

/// Shows what must not be published of the files below these paths, and every error; counts the rest.
pub(super) fn gate(common: &Common, written: &BTreeSet<String>, terminal: Terminal) -> Result<Exit, Refusal> {
    let edition = Edition { drafts: true, ..Edition::default() };
    let BoardInput { sources, compiled } = read_with(&Options { edition, ..plain_options(common) }, common)?;
    let mut report: Report = compiled.report;
    report.retain(|finding| finding.place.as_ref().is_some_and(|place| written.contains(&*place.path)));
    let all = report.findings().len();
    report.retain(|finding| finding.severity == Severity::Error || is_grave(finding.check));
    let shown = report.findings().len();
    let rest = all - shown;
    if shown == 0 {
        terminal.say(&say!(
            "隐私、保密检查：没有发现不能公开的内容",
            "privacy and secrecy: nothing found that must not be published"
        ));
    } else {
        terminal.warn(&say!(
            "下面的问题在公开前必须处理（现在都是草稿，不会公开）：",
            "these must be dealt with before anything is published (all are drafts now):"
        ));
        print_findings(&report, &sources, terminal);
    }
    if rest > 0 {
        terminal.say(&say!(
            "另有 {rest} 条提示，删去草稿一行后用 gongkai check 看",
            "{rest} more hints; gongkai check shows them once the draft line is gone"
        ));
    }
    Ok(if report.has_errors() { Exit::Findings } else { Exit::Clean })
}

fn is_grave(check: &str) -> bool {
    let family = find(check).map(|check| check.meta().family);
    family.is_some_and(|family| matches!(family, Family::Privacy | Family::Secrecy | Family::Attachments))
}
