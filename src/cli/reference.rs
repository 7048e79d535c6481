//! The list of all commands as a page, written from the command line itself.

use clap::{Arg, Command};
use std::fmt::Write as _;

/// The whole page in Markdown.
pub(super) fn commands(whole: &Command) -> String {
    let mut page = String::from(
        "# 全部命令\n\n由程序生成：`gongkai help 命令 > docs/reference/commands.md`。\n\n每个命令都可以加：\n\n| 选项 | 说明 |\n|---|---|\n",
    );
    for option in whole.get_arguments().filter(|arg| !arg.is_positional() && arg.get_id() != "version") {
        row(option, &mut page);
    }
    page.push_str("\n退出状态：0 没有问题；1 有错误（`--strict` 时含警告）；2 无法运行。\n");
    for verb in whole.get_subcommands() {
        section(verb, "gongkai", 2, whole, &mut page);
    }
    page
}

fn section(verb: &Command, above: &str, level: usize, whole: &Command, page: &mut String) {
    let mut words = format!("{above} {}", verb.get_name());
    let name = words.clone();
    for argument in verb.get_positionals() {
        let value = value_of(argument);
        let _ = if argument.is_required_set() { write!(words, " <{value}>") } else { write!(words, " [{value}]") };
    }
    for option in verb.get_opts().filter(|option| option.is_required_set()) {
        let _ = write!(words, " --{} <{}>", option.get_long().unwrap_or_default(), value_of(option));
    }
    let _ = write!(page, "\n{} `{words}`\n\n", "#".repeat(level));
    let _ =
        writeln!(page, "{}。", verb.get_about().map(ToString::to_string).unwrap_or_default().trim_end_matches('。'));
    let everywhere = |arg: &&Arg| whole.get_arguments().any(|known| known.get_id() == arg.get_id());
    let own: Vec<&Arg> = verb.get_arguments().filter(|arg| !everywhere(arg)).collect();
    if !own.is_empty() {
        page.push_str("\n| 写法 | 说明 |\n|---|---|\n");
        for arg in own {
            row(arg, page);
        }
    }
    for inner in verb.get_subcommands() {
        section(inner, &name, level + 1, whole, page);
    }
}

fn row(arg: &Arg, page: &mut String) {
    let mut words = if arg.is_positional() {
        format!("<{}>", value_of(arg))
    } else {
        let short = arg.get_short().map(|short| format!("-{short}"));
        let long = arg.get_long().map(|long| format!("--{long}"));
        short.into_iter().chain(long).collect::<Vec<_>>().join(", ")
    };
    let takes_value = matches!(arg.get_action(), clap::ArgAction::Set | clap::ArgAction::Append);
    if !arg.is_positional() && takes_value {
        let _ = write!(words, " <{}>", value_of(arg));
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default().replace('|', "\\|").replace('\n', " ");
    let _ = writeln!(page, "| `{words}` | {help} |");
}

/// The names of the values; as in the help, an option that names none calls its value by its own name.
fn value_of(arg: &Arg) -> String {
    let Some(names) = arg.get_value_names().filter(|names| !names.is_empty()) else {
        return arg.get_id().as_str().to_uppercase();
    };
    names.iter().map(clap::builder::Str::as_str).collect::<Vec<_>>().join("> <")
}
