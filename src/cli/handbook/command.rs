//! `gongkai help TOPIC`: the pages of the handbook, which lie in the program.

use super::board::as_printed;
use super::topic::{Topic, topics};
use crate::check;
use crate::cli::args::words;
use crate::cli::reference;
use crate::cli::schema;
use crate::cli::terminal::Terminal;
use crate::say;
use crate::text::{Language, Text, nearest};
use clap::{Arg, Command};

/// As typed.
pub(in super::super) const NAME: &str = "help";

/// How it is typed.
pub(in super::super) fn command(language: Language) -> Command {
    Command::new(NAME)
        .about(words(
            language,
            &say!(
                "手册：gongkai help 写一条；不写主题则列出全部",
                "the handbook, in Chinese: gongkai help TOPIC; all topics where left out"
            ),
        ))
        .arg(Arg::new("topic").value_name("TOPIC").help(words(
            language,
            &say!(
                "主题，如 签发；命令、设置 是全部命令和设置的一览；也可以写命令或检查的名称",
                "a topic; 命令 and 设置 list all commands and settings; names of commands and checks do as well"
            ),
        )))
        .arg(Arg::new("site").long("site").value_name("DIR").conflicts_with("topic").help(words(
            language,
            &say!("把手册生成网站，写到这个文件夹", "build the handbook as a site into this folder"),
        )))
}

/// Prints a page. Nothing is printed where no page has this name.
pub(in super::super) fn print(whole: &Command, topic: Option<&str>, terminal: Terminal) -> Option<()> {
    let Some(topic) = topic else {
        for topic in topics() {
            terminal.line(&format!("{}\t{}", topic.name, topic.about()));
        }
        terminal.line("命令\t全部命令和选项");
        terminal.line("设置\t全部设置：条目的文件头、board.yaml、duties.yaml");
        return Some(());
    };
    let wanted = topic.trim().to_lowercase();
    let named = |known: &Topic| known.name == wanted || known.also.contains(&wanted.as_str());
    let near =
        |known: &Topic| wanted.chars().count() > 1 && (known.name.contains(&wanted) || wanted.contains(known.name));
    if let Some(topic) = topics().find(|topic| named(topic)) {
        terminal.text(&as_printed(topic.page));
    } else if wanted == "命令" || wanted == "commands" {
        terminal.text(&reference::commands(whole));
    } else if wanted == "设置" || wanted == "settings" {
        terminal.text(&schema::reference());
    } else if let Some(check) = check::find(&wanted) {
        terminal.text(check.meta().page);
    } else if let Some(verb) = whole.find_subcommand(&wanted) {
        terminal.text(&verb.clone().render_help().to_string());
    } else {
        terminal.text(&as_printed(topics().find(|topic| near(topic))?.page));
    }
    Some(())
}

/// What is said where no page has this name.
pub(in super::super) fn unknown(topic: &str, terminal: Terminal) {
    let names = || topics().flat_map(|topic| std::iter::once(&topic.name).chain(topic.also));
    terminal.warn(&match nearest(topic, names().copied()) {
        Some(near) => {
            say!("手册里没有“{topic}”，是否要看 {near}？", "no page is called “{topic}”; did you mean {near}?")
        }
        None => say!(
            "手册里没有“{topic}”；有：{all}",
            "no page is called “{topic}”; there are {all}";
            all: Text::list(topics().map(|topic| topic.name)),
        ),
    });
}
