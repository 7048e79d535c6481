use super::args::{Common, words};
use super::board_input::{BoardInput, print_findings, read};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::check::check_board;
use crate::diag::Report;
use crate::say;
use crate::text::Language;
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `gongkai verify`: proves that nothing was changed in silence.
pub(super) const VERB: Verb = Verb { name: "verify", command, run };

/// The checks that compare the board with what was recorded.
const CHECKS: [&str; 4] = ["backdated", "changed-address", "changed-index", "silent-change"];

fn command(language: Language) -> Command {
    Command::new("verify")
        .about(words(
            language,
            &say!(
                "核验台账：证明公开过的内容没有被悄悄改动，有改动的逐条列出",
                "prove by the ledger that nothing was changed in silence, and name what was"
            ),
        ))
        .arg(
            Arg::new("strict").long("strict").action(ArgAction::SetTrue).help(words(
                language,
                &say!("还有没封存的也算不通过", "let what is not recorded yet count as a fault"),
            )),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { sources, compiled } = read(common)?;
    let Some(board) = compiled.board else {
        print_findings(&compiled.report, &sources, terminal);
        return Ok(Exit::CouldNotRun);
    };
    if sources.paper(crate::ledger::PAPER).is_none() {
        return Err(Refusal(say!("还没有台账；先运行 gongkai seal", "there is no ledger yet; run gongkai seal first")));
    }
    let mut found = Report::default();
    // Asked of the checks themselves: a weight in board.yaml does not switch off the proof.
    // Only git's dates are another matter: an office that came to git late may have said that they prove nothing.
    let proves = |check: &str| check != "backdated" || !board.config.severities.is_off(check);
    let listens = |check: &str| CHECKS.contains(&check) && proves(check);
    found.extend(check_board(&board).into_iter().filter(|finding| listens(finding.check)));
    found.sort();
    print_findings(&found, &sources, terminal);
    let known = |item| {
        let entry = board.ledger_entry(item)?;
        Some(board.ledger.entry(entry.index.as_deref(), &entry.address).is_some_and(|line| line.entry == entry))
    };
    let fresh = board.items.iter().filter(|item| known(item) == Some(false)).count();
    let (lines, newest) = (board.ledger.lines.len(), board.ledger.newest().len());
    if fresh > 0 {
        terminal.say(&say!(
            "还有 {fresh} 条新公开或有改动的事项没有封存；运行 gongkai seal",
            "{fresh} new or changed items are not recorded yet; run gongkai seal"
        ));
    }
    if !found.findings().is_empty() {
        let count = found.findings().len();
        terminal.warn(&say!("核验不通过：{count} 处", "verification failed: {count} faults"));
        return Ok(Exit::Findings);
    }
    terminal.say(&say!(
        "台账完整，共 {lines} 条；{newest} 条公开的事项与封存时一致，改动都有说明",
        "the ledger is whole, {lines} lines; {newest} items are as they were recorded, and every change is explained"
    ));
    Ok(if fresh > 0 && matches.get_flag("strict") { Exit::Findings } else { Exit::Clean })
}
