use super::args::{Common, words};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::say;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

/// `gongkai completions SHELL`: what a shell needs to complete commands and options.
pub(super) const VERB: Verb = Verb { name: "completions", command, run };

fn command(language: Language) -> Command {
    Command::new("completions")
        .about(words(language, &say!("输出命令补全脚本", "print the completions of a shell")))
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(["bash", "zsh", "fish", "powershell", "elvish"])
                .help(words(language, &say!("哪一种命令行", "which shell"))),
        )
}

fn run(matches: &ArgMatches, _: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let shell = match matches.get_one::<String>("shell").map_or("bash", String::as_str) {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        "powershell" => Shell::PowerShell,
        "elvish" => Shell::Elvish,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    generate(shell, &mut super::run::command(terminal.language), "gongkai", &mut script);
    terminal.text(&String::from_utf8_lossy(&script));
    Ok(Exit::Clean)
}
