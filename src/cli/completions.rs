use super::args::words;
use super::terminal::Terminal;
use crate::say;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command};
use clap_complete::{Shell, generate};

/// `gongkai completions SHELL`: what a shell needs to complete commands and options. It prints the whole command line,
/// so it is no verb among the others: [`print`] is handed the tree.
pub(super) const NAME: &str = "completions";

/// How it is typed.
pub(super) fn command(language: Language) -> Command {
    Command::new(NAME).about(words(language, &say!("输出命令补全脚本", "print the completions of a shell"))).arg(
        Arg::new("shell")
            .value_name("SHELL")
            .required(true)
            .value_parser(["bash", "zsh", "fish", "powershell", "elvish"])
            .help(words(language, &say!("哪一种命令行", "which shell"))),
    )
}

/// Prints the completions of a whole command line.
pub(super) fn print(whole: &mut Command, matches: &ArgMatches, terminal: Terminal) {
    let shell = match matches.get_one::<String>("shell").map_or("bash", String::as_str) {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        "powershell" => Shell::PowerShell,
        "elvish" => Shell::Elvish,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    generate(shell, whole, "gongkai", &mut script);
    terminal.text(&String::from_utf8_lossy(&script));
}
