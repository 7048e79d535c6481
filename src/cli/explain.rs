use super::args::{Common, words};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::check;
use crate::say;
use crate::text::{Language, nearest};
use clap::{Arg, ArgMatches, Command};

/// `gongkai explain CHECK`: what a check finds, why, on what basis, how to mend it.
pub(super) const VERB: Verb = Verb { name: "explain", command, run };

fn command(language: Language) -> Command {
    Command::new("explain")
        .about(words(
            language,
            &say!("说明一项检查：查什么、为什么、怎么改", "tell what a check finds, why, and how to mend it"),
        ))
        .arg(Arg::new("check").value_name("CHECK").help(words(
            language,
            &say!("检查的编号，如 late-publication；不写则列出全部", "the check's id; all ids where left out"),
        )))
}

fn run(matches: &ArgMatches, _: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let Some(id) = matches.get_one::<String>("check") else {
        for check in check::registered() {
            let title = check.meta().page.lines().next().unwrap_or_default().trim_start_matches("# ");
            terminal.line(&format!("{:<26}{title}", check.meta().id));
        }
        return Ok(Exit::Clean);
    };
    if let Some(check) = check::find(id) {
        terminal.text(check.meta().page);
        return Ok(Exit::Clean);
    }
    let near = nearest(id, check::registered().iter().map(|check| check.meta().id));
    Err(Refusal(match near {
        Some(near) => say!("没有“{id}”这项检查，是否要看 {near}？", "there is no check “{id}”; did you mean {near}?"),
        None => say!(
            "没有“{id}”这项检查；用 gongkai explain 列出全部",
            "there is no check “{id}”; gongkai explain lists all"
        ),
    }))
}
