use super::args::{Common, words};
use super::board_input::{BoardInput, print_findings, read};
use super::exit::{Exit, Refusal};
use super::files::write;
use super::terminal::Terminal;
use super::verb::Verb;
use crate::diag::Report;
use crate::inspection::{Inspection, json, markdown};
use crate::pipeline::load_theme;
use crate::render;
use crate::say;
use crate::source::read_theme;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// `gongkai inspection`: what an inspector would find, as a paper.
pub(super) const VERB: Verb = Verb { name: "inspection", command, run };

fn command(language: Language) -> Command {
    Command::new("inspection")
        .about(words(
            language,
            &say!(
                "检查报告：单项否决、各责任单位的问题、逾期、例外、栏目更新，附链接",
                "the inspection report: what alone fails a site, faults by unit, what is overdue, exceptions, columns"
            ),
        ))
        .arg(Arg::new("out").long("out").value_name("FILE").value_parser(value_parser!(PathBuf)).help(words(
            language,
            &say!(
                "写到文件，.html、.md 或 .json；不写则在终端输出 Markdown",
                "the file to write: .html, .md or .json; without it Markdown goes to the terminal"
            ),
        )))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let out = matches.get_one::<PathBuf>("out");
    let ending = out.and_then(|out| out.extension()).map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let ending = match (out, ending.as_deref()) {
        (None, _) => "md",
        (Some(_), Some(known @ ("html" | "htm" | "md" | "json"))) => known,
        (Some(_), other) => {
            let other = other.unwrap_or_default().to_owned();
            return Err(Refusal(say!(
                "不会写“{other}”文件；可以写 .html、.md 或 .json",
                "cannot write “{other}”; write .html, .md or .json"
            )));
        }
    };
    let BoardInput { sources, compiled } = read(common)?;
    let Some(mut board) = compiled.board else {
        print_findings(&compiled.report, &sources, terminal);
        return Ok(Exit::CouldNotRun);
    };
    board.findings = compiled.report.located(&|path| sources.text(path).map(str::to_owned));
    let inspection = Inspection::of(&board);
    let text = match ending {
        "md" => markdown(&inspection),
        "json" => serde_json::to_string_pretty(&json(&inspection)).unwrap_or_default() + "\n",
        _ => {
            let own = read_theme(&sources.root, &board.config.theme)?;
            let paper = load_theme(&board.config.theme, &board.config.language, own)
                .and_then(|theme| render::inspection_paper(&inspection, &theme).map_err(|finding| vec![*finding]));
            match paper {
                Ok(text) => text,
                Err(findings) => {
                    let mut report = Report::default();
                    report.extend(findings);
                    print_findings(&report, &sources, terminal);
                    return Ok(Exit::Findings);
                }
            }
        }
    };
    let Some(out) = out else {
        terminal.text(&text);
        return Ok(Exit::Clean);
    };
    let path = common.root.join(out);
    let shown = path.display().to_string();
    write(&path, text.as_bytes())?;
    terminal.say(&say!("已写入 {shown}；供本单位内部使用", "written to {shown}; for the office only"));
    Ok(Exit::Clean)
}
