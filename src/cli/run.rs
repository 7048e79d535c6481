use super::args;
use super::exit::{Exit, Refusal};
use super::help;
use super::terminal::Terminal;
use super::verb::Verb;
use super::{
    archive, build, check, clean, completions, doctor, duties, explain, export, handbook, import, init, inspection,
    man, mask, new, number, portal, print, report, schema, seal, serve, sign, status, verify,
};
use crate::say;
use crate::text::Language;
use clap::Command;
use std::ffi::OsString;
use std::path::Path;

/// All commands, in the order in which a clerk meets them.
const VERBS: &[&Verb] = &[
    &init::VERB,
    &new::VERB,
    &import::VERB,
    &serve::VERB,
    &check::VERB,
    &explain::VERB,
    &mask::VERB,
    &clean::VERB,
    &number::VERB,
    &sign::VERB,
    &status::VERB,
    &duties::VERB,
    &report::VERB,
    &inspection::VERB,
    &build::VERB,
    &seal::VERB,
    &verify::VERB,
    &archive::VERB,
    &print::VERB,
    &export::VERB,
    &portal::VERB,
    &doctor::VERB,
    &schema::VERB,
];

/// Runs the program on its arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = args::language(&arguments);
    let terminal = Terminal { language };
    let mut command = command(language);
    let matches = match command.try_get_matches_from_mut(&arguments) {
        Ok(matches) => matches,
        Err(error) => {
            return match args::explain(&error, &command) {
                Ok(help) => {
                    terminal.text(&help);
                    Exit::Clean
                }
                Err(text) => {
                    terminal.warn(&text);
                    let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
                    let verb = words.find(|word| command.find_subcommand(word).is_some());
                    let verb = verb.map(|verb| format!(" {verb}")).unwrap_or_default();
                    terminal.warn(&say!("用 gongkai{verb} --help 看怎么用", "see gongkai{verb} --help"));
                    Exit::CouldNotRun
                }
            };
        }
    };
    let Some((name, matches)) = matches.subcommand() else { return Exit::CouldNotRun };
    if name == completions::NAME {
        completions::print(&mut command, matches, terminal);
        return Exit::Clean;
    }
    if name == man::NAME {
        if man::print(&command, matches, terminal).is_some() {
            return Exit::Clean;
        }
        terminal
            .warn(&say!("没有这个命令；用 gongkai --help 列出全部", "there is no such command; see gongkai --help"));
        return Exit::CouldNotRun;
    }
    if name == handbook::NAME {
        if let Some(out) = matches.get_one::<String>("site") {
            let common = args::read_common(matches).map_err(Refusal);
            let built = common.and_then(|common| handbook::build_site(&command, Path::new(out), &common, terminal));
            return built.unwrap_or_else(|Refusal(text)| {
                terminal.warn(&text);
                Exit::CouldNotRun
            });
        }
        let topic = matches.get_one::<String>("topic").map(String::as_str);
        if handbook::print(&command, topic, terminal).is_some() {
            return Exit::Clean;
        }
        handbook::unknown(topic.unwrap_or_default(), terminal);
        return Exit::CouldNotRun;
    }
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else { return Exit::CouldNotRun };
    let ended = args::read_common(matches).map_err(Refusal).and_then(|common| (verb.run)(matches, &common, terminal));
    ended.unwrap_or_else(|Refusal(text)| {
        terminal.warn(&text);
        Exit::CouldNotRun
    })
}

/// The whole command line.
pub(super) fn command(language: Language) -> Command {
    let about = say!(
        "公开（gongkai）：把一个文件夹的 Markdown 变成政务公开栏",
        "gongkai turns a folder of Markdown into a public disclosure board"
    );
    let after = say!(
        "退出状态：0 没有问题；1 有错误（--strict 时含警告）；2 无法运行。",
        "Exit status: 0 clean; 1 errors (or warnings with --strict); 2 could not run."
    );
    let mut command = Command::new("gongkai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(args::words(language, &about))
        .after_help(args::words(language, &after))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .args(args::common(language));
    for verb in VERBS {
        command = command.subcommand((verb.command)(language));
    }
    help::localise(
        command
            .subcommand(completions::command(language))
            .subcommand(man::command(language))
            .subcommand(handbook::command(language)),
        language,
        "gongkai",
    )
}
