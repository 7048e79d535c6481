use super::args::words;
use super::terminal::Terminal;
use crate::say;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command};
use clap_mangen::Man;

/// `gongkai man [VERB]`: the manual page. Like `completions` it is handed the whole command line.
pub(super) const NAME: &str = "man";

/// How it is typed.
pub(super) fn command(language: Language) -> Command {
    let help = say!("哪一个命令；不写则为总页", "which command; the whole program where left out");
    Command::new(NAME)
        .about(words(
            language,
            &say!("输出手册页：gongkai man | man -l -", "print the manual page: gongkai man | man -l -"),
        ))
        .arg(Arg::new("verb").value_name("VERB").help(words(language, &help)))
}

/// Prints the page of the program or of one command. Nothing is said where there is no such command.
pub(super) fn print(whole: &Command, matches: &ArgMatches, terminal: Terminal) -> Option<()> {
    let page = match matches.get_one::<String>("verb") {
        None => whole.clone(),
        Some(verb) => whole.find_subcommand(verb)?.clone().name(format!("gongkai-{verb}")),
    };
    let mut roff = Vec::new();
    // The memory does not refuse a byte.
    let _ = Man::new(page).render(&mut roff);
    terminal.text(&String::from_utf8_lossy(&roff));
    Some(())
}
