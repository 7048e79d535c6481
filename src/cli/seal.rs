use super::args::{Common, words};
use super::board_input::{print_findings, read};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::Board;
use crate::check::stops_build;
use crate::ledger::{self, Entry, ForkError, Ledger, relink};
use crate::output::rewrite;
use crate::say;
use crate::source::Sources;
use crate::text::Language;
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `gongkai seal`: records what is newly published or changed.
pub(super) const VERB: Verb = Verb { name: "seal", command, run };

fn command(language: Language) -> Command {
    Command::new("seal")
        .about(words(
            language,
            &say!(
                "封存：把新公开和有改动的事项记入台账 content/ledger.jsonl",
                "record what is newly published or changed in the ledger content/ledger.jsonl"
            ),
        ))
        .arg(Arg::new("rebase").long("rebase").action(ArgAction::SetTrue).help(words(
            language,
            &say!(
                "先接上台账：两人同时封存，合并后台账冲突或断开时用",
                "first mend a ledger to which two people appended, after a merge"
            ),
        )))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let mut input = read(common)?;
    let mut mended = None;
    if matches.get_flag("rebase") {
        let linked = mend(&input.sources)?;
        if let Some(linked) = linked {
            write(&input.sources, &linked)?;
            mended = Some(linked);
            input = read(common)?;
        }
    }
    let (sources, compiled) = (input.sources, input.compiled);
    if stops_build(&compiled.report) {
        print_findings(&compiled.report, &sources, terminal);
        terminal.warn(&say!("有错误，没有封存", "there are errors; nothing was recorded"));
        return Ok(Exit::Findings);
    }
    let Some(board) = compiled.board else { return Ok(Exit::Findings) };
    if let Some(fault) = board.ledger.faults.first() {
        terminal.warn(&fault.message);
        terminal.warn(&say!(
            "台账断开，没有封存；合并冲突造成的，运行 gongkai seal --rebase",
            "the ledger is broken, nothing was recorded; after a merge run gongkai seal --rebase"
        ));
        return Ok(Exit::Findings);
    }
    let fresh = unrecorded(&board);
    let silent = fresh.iter().filter(|entry| is_silent(&board.ledger, entry)).count();
    if !fresh.is_empty() {
        let old = sources.paper(ledger::PAPER).map_or("", |paper| &*paper.text);
        let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
        write(&sources, &format!("{old}{gap}{}", board.ledger.appended(&fresh)))?;
    }
    let (count, all) = (fresh.len(), board.ledger.lines.len() + fresh.len());
    if mended.is_some() {
        terminal.say(&say!("台账已接上", "the ledger is one chain again"));
    }
    terminal.say(&say!("封存 {count} 条，台账共 {all} 条", "{count} recorded; the ledger has {all} lines"));
    if silent > 0 {
        terminal.warn(&say!(
            "其中 {silent} 条改动过而没有更正说明，gongkai verify 会逐条列出",
            "{silent} of them changed without a correction; gongkai verify names them"
        ));
    }
    Ok(Exit::Clean)
}

/// What the ledger does not say yet, in the order of publication.
fn unrecorded(board: &Board) -> Vec<Entry> {
    let entries = board.items.iter().filter_map(|item| board.ledger_entry(item));
    let known = |entry: &Entry| {
        let line = board.ledger.entry(entry.index.as_deref(), &entry.address);
        line.is_some_and(|line| line.entry == *entry)
    };
    let mut fresh: Vec<Entry> = entries.filter(|entry| !known(entry)).collect();
    fresh.sort_by(|a, b| a.last.cmp(&b.last).then_with(|| a.address.cmp(&b.address)));
    fresh
}

fn is_silent(ledger: &Ledger, entry: &Entry) -> bool {
    let older = ledger.entry(entry.index.as_deref(), &entry.address).map(|line| &line.entry);
    older.is_some_and(|older| older.digest != entry.digest && !entry.explains(older))
}

/// The ledger as one chain; nothing where it is one already, or where there is none.
fn mend(sources: &Sources) -> Result<Option<String>, Refusal> {
    let Some(paper) = sources.paper(ledger::PAPER) else { return Ok(None) };
    if Ledger::of(&paper.text).faults.is_empty() {
        return Ok(None);
    }
    relink(&paper.text).map(Some).map_err(|error| {
        Refusal(match error {
            ForkError::Unreadable(number) => say!(
                "台账第 {number} 行读不懂，不是单纯的合并冲突；请从备份或 git 恢复",
                "line {number} of the ledger cannot be read, which is more than a merge; restore it"
            ),
            ForkError::Loose(number) => say!(
                "台账第 {number} 行之前有内容被改动或删除，不是单纯的合并冲突；请从备份或 git 恢复",
                "something before line {number} of the ledger was changed or removed, which is more than a merge; restore it"
            ),
        })
    })
}

/// The file is replaced whole or not at all, so that a loss of power leaves no half line.
fn write(sources: &Sources, text: &str) -> Result<(), Refusal> {
    Ok(rewrite(&sources.root.join(ledger::PATH), text.as_bytes())?)
}
