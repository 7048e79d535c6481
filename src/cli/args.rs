//! What every command takes, and how arguments that are wrong are answered in the user's language.

use crate::calendar::{Date, clock};
use crate::say;
use crate::text::{Language, Text, nearest};
use clap::builder::ValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command};
use std::ffi::OsString;
use std::path::PathBuf;

/// What every command knows.
#[derive(Clone, Debug)]
pub(super) struct Common {
    /// The board's root folder.
    pub(super) root: PathBuf,
    /// The date on which everything is judged.
    pub(super) today: Date,
}

/// The words of one language.
pub(super) fn words(language: Language, text: &Text) -> String {
    text.in_language(language).to_owned()
}

/// The language that the arguments or the locale ask for. Chinese where nothing is said.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let text: Vec<String> = arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let asked = text.iter().enumerate().find_map(|(at, argument)| match argument.strip_prefix("--lang") {
        Some("") => text.get(at + 1).cloned(),
        Some(value) => value.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let locale = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    match asked.or_else(locale).as_deref() {
        Some(name) if name.to_ascii_lowercase().starts_with("zh") => Language::Chinese,
        // A machine without a locale says nothing about its user.
        None | Some("C" | "POSIX" | "C.UTF-8" | "C.utf8") => Language::Chinese,
        Some(_) => Language::English,
    }
}

/// The options that may stand before or after any command.
pub(super) fn common(language: Language) -> Vec<Arg> {
    let help = |text: &Text| words(language, text);
    vec![
        Arg::new("directory").short('C').value_name("DIR").global(true).value_parser(ValueParser::path_buf()).help(
            help(&say!(
                "公开栏所在的文件夹（含 content），默认为当前文件夹",
                "the board's folder, which holds content/; default: here"
            )),
        ),
        Arg::new("today")
            .long("today")
            .value_name("DATE")
            .global(true)
            .help(help(&say!("以此日期为今天，如 2026-10-20", "the date to take for today, as 2026-10-20"))),
        Arg::new("lang")
            .long("lang")
            .value_name("LANG")
            .global(true)
            .value_parser(["zh", "en"])
            .help(help(&say!("消息的语言", "the language of messages"))),
    ]
}

/// Reads what every command takes.
pub(super) fn read_common(matches: &ArgMatches) -> Result<Common, Text> {
    let today = match matches.get_one::<String>("today") {
        None => clock::today(),
        Some(word) => Date::parse(word).ok_or_else(|| {
            say!("--today 的值“{word}”不是日期；如 2026-10-20", "--today takes a date such as 2026-10-20, not “{word}”")
        })?,
    };
    let root = matches.get_one::<PathBuf>("directory").cloned().unwrap_or_else(|| PathBuf::from("."));
    Ok(Common { root, today })
}

/// Says what is wrong with arguments. Help and version are no mistakes and come back as their text.
pub(super) fn explain(error: &clap::Error, command: &Command) -> Result<String, Text> {
    let listed = |kind| error.get(kind).map(value_words).unwrap_or_default();
    let context = |kind| listed(kind).zh;
    let word = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Ok(error.render().to_string());
        }
        ErrorKind::InvalidSubcommand => {
            let typed = context(ContextKind::InvalidSubcommand);
            let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            match nearest(&typed, names.iter().copied()) {
                Some(near) => say!(
                    "没有“{typed}”这个命令，是否要用 {near}？",
                    "there is no command “{typed}”; did you mean {near}?"
                ),
                None => {
                    say!(
                        "没有“{typed}”这个命令；可用的命令：{all}",
                        "there is no command “{typed}”; the commands are {all}";
                        all: Text::list(&names),
                    )
                }
            }
        }
        ErrorKind::UnknownArgument => say!("不认识的选项“{word}”", "unknown option “{word}”"),
        ErrorKind::InvalidValue if value.is_empty() => say!("“{word}”后面要写值", "“{word}” needs a value"),
        ErrorKind::InvalidValue => {
            say!(
                "“{word}”的值“{value}”不对；可以写：{choices}",
                "“{word}” cannot be “{value}”; write one of {choices}";
                choices: listed(ContextKind::ValidValue),
            )
        }
        ErrorKind::ValueValidation => say!("“{word}”的值“{value}”不对", "“{word}” cannot be “{value}”"),
        ErrorKind::MissingRequiredArgument => {
            say!("缺少 {words}", "{words} is missing"; words: listed(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            say!("“{word}”不能和其他选项一起用", "“{word}” cannot be used with the other options")
        }
        ErrorKind::MissingSubcommand => say!("缺少子命令", "a subcommand is missing"),
        _ => {
            let words = error.kind().to_string();
            say!("命令写得不对（{words}）", "the command cannot be read ({words})")
        }
    };
    Err(text)
}

fn value_words(value: &ContextValue) -> Text {
    match value {
        ContextValue::Strings(words) => Text::list(words),
        other => Text::same(other.to_string()),
    }
}
