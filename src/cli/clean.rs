use super::args::{Common, words};
use super::exit::{Exit, Refusal};
use super::files::{make, read};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::attachment;
use crate::say;
use crate::text::{Language, Text};
use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use std::path::{Path, PathBuf};

/// `gongkai clean FILE`: a copy of a workbook or a document without what it need not show.
pub(super) const VERB: Verb = Verb { name: "clean", command, run };

fn command(language: Language) -> Command {
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).value_parser(ValueParser::path_buf())
    };
    Command::new("clean")
        .about(words(
            language,
            &say!(
                "清理附件：另存一份去掉作者、批注、修订、隐藏文字、缓存和宏的 xlsx 或 docx",
                "make a copy of an xlsx or docx file without author, comments, tracked changes, caches and macros"
            ),
        ))
        .arg(path("file", "FILE").required(true).help(words(language, &say!("要清理的文件", "the file to clean"))))
        .arg(path("out", "FILE").long("out").help(words(
            language,
            &say!("清理后的文件；不写则在旁边另存为“原名-cleaned”", "the cleaned file; else beside it, “NAME-cleaned”"),
        )))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let Some(file) = matches.get_one::<PathBuf>("file").map(|file| common.root.join(file)) else {
        return Ok(Exit::CouldNotRun);
    };
    let out = matches.get_one::<PathBuf>("out").map_or_else(|| beside(&file), |out| common.root.join(out));
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = file.display().to_string();
    let cleaned = attachment::clean(&name, &read(&file)?)
        .map_err(|Text { zh, en }| Refusal(Text { zh: format!("{shown}：{zh}"), en: format!("{shown}: {en}") }))?;
    make(&out, &cleaned.bytes)?;
    for removed in &cleaned.removed {
        terminal.say(removed);
    }
    if cleaned.removed.is_empty() {
        terminal.say(&say!("没有发现隐藏的内容", "nothing hidden was found"));
    }
    let out = out.display().to_string();
    terminal.say(&say!("已另存为 {out}，原文件没有动", "written to {out}; the file itself was not touched"));
    Ok(Exit::Clean)
}

/// `名单.xlsx` is cleaned to `名单-cleaned.xlsx`. One with macros loses them, and the ending that stands for them.
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let ending = match ending.as_str() {
        "xlsm" | "xltm" => "xlsx",
        "docm" | "dotm" => "docx",
        plain => plain,
    };
    file.with_file_name(format!("{stem}-cleaned.{ending}"))
}
