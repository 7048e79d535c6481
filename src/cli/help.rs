//! Help in the user's language: the parser's own words are English only.

use super::args::words;
use crate::say;
use crate::text::{Language, Text};
use clap::{Arg, ArgAction, Command};

/// Puts headings, usage, defaults and choices of a command and all below it into the user's language.
pub(super) fn localise(command: Command, language: Language, name: &str) -> Command {
    let heading = words(language, &say!("选项", "Options"));
    let usage = usage(&command, language, name);
    let template = match language {
        Language::Chinese => format!("{{about}}\n\n用法：{usage}\n\n{{all-args}}\n\n{{after-help}}"),
        Language::English => format!("{{about}}\n\nUsage: {usage}\n\n{{all-args}}\n\n{{after-help}}"),
    };
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(words(language, &say!("显示用法", "print help")));
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    let mut command = command.disable_help_flag(true).disable_version_flag(true).arg(help);
    if !verbs.is_empty() {
        command = command.subcommand_help_heading(words(language, &say!("命令", "Commands")));
    }
    if command.get_version().is_some() {
        let version = words(language, &say!("显示版本", "print the version"));
        command = command.arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(version));
    }
    let mut command = command
        .mut_args(|arg| {
            let positional = arg.is_positional();
            let group = if positional { words(language, &say!("参数", "Arguments")) } else { heading.clone() };
            choices(arg, language).help_heading(group)
        })
        .help_template(template);
    for verb in verbs {
        let name = format!("{name} {verb}");
        command = command.mut_subcommand(&verb, |inner| localise(inner, language, &name));
    }
    command
}

/// `gongkai new [选项] <CATEGORY> <TITLE>`.
fn usage(command: &Command, language: Language, name: &str) -> String {
    let mut usage = format!("{name} {}", words(language, &say!("[选项]", "[options]")));
    for argument in command.get_positionals() {
        let value = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        usage.push_str(&if argument.is_required_set() { format!(" <{value}>") } else { format!(" [{value}]") });
    }
    if command.has_subcommands() {
        usage.push_str(&if command.is_subcommand_required_set() {
            words(language, &say!(" <命令>", " <command>"))
        } else {
            words(language, &say!(" [命令]", " [command]"))
        });
    }
    usage
}

/// Says default and choices behind the help of an option.
fn choices(arg: Arg, language: Language) -> Arg {
    let mut notes = Vec::new();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !values.is_empty() && !matches!(arg.get_action(), ArgAction::SetTrue | ArgAction::Help | ArgAction::Version) {
        notes.push(words(language, &say!("可写 {values}", "one of {values}"; values: Text::list(&values))));
    }
    if let Some(default) = arg.get_default_values().first().filter(|_| matches!(arg.get_action(), ArgAction::Set)) {
        let default = default.to_string_lossy();
        notes.push(words(language, &say!("默认 {default}", "default {default}")));
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let arg = if takes_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg };
    match (notes.join("；"), language) {
        (notes, _) if notes.is_empty() => arg,
        (notes, Language::Chinese) => arg.help(format!("{help}（{notes}）")),
        (notes, Language::English) => arg.help(format!("{help} ({})", notes.replace('；', "; ").replace('、', ", "))),
    }
}
