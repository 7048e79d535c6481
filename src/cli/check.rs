use super::args::{Common, words};
use super::board_input::{print_findings, read};
use super::exit::{Exit, Refusal};
use super::fix::fix;
use super::terminal::Terminal;
use super::verb::Verb;
use crate::diag::{Severity, show};
use crate::say;
use crate::text::Language;
use clap::{Arg, ArgAction, ArgMatches, Command};

/// `gongkai check`: all findings, without building.
pub(super) const VERB: Verb = Verb { name: "check", command, run };

fn command(language: Language) -> Command {
    Command::new("check")
        .about(words(
            language,
            &say!("检查全部内容，列出所有问题，不生成网站", "find everything that is wrong, without building"),
        ))
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["human", "short", "json", "github", "sarif"])
                .default_value("human")
                .help(words(language, &say!("输出的形式", "the form of the output"))),
        )
        .arg(Arg::new("fix").long("fix").action(ArgAction::SetTrue).help(words(
            language,
            &say!(
                "把查出的身份证号、电话、账号、住址改为脱敏的形式，原文件留一份 .bak",
                "mask the numbers of persons that are found; each file is kept as .bak"
            ),
        )))
        .arg(
            Arg::new("strict")
                .long("strict")
                .action(ArgAction::SetTrue)
                .help(words(language, &say!("有警告也算不通过", "let warnings count as errors"))),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let mut input = read(common)?;
    if matches.get_flag("fix") && fix(&input, common, terminal) > 0 {
        input = read(common)?;
    }
    let report = &input.compiled.report;
    let texts = |path: &str| input.sources.text(path).map(str::to_owned);
    match matches.get_one::<String>("format").map_or("human", String::as_str) {
        "json" => terminal.text(&show::json(report.findings(), terminal.language, &texts)),
        "sarif" => terminal.text(&show::sarif(report.findings(), terminal.language, &texts)),
        form @ ("short" | "github") => {
            let show = if form == "short" { show::short } else { show::github };
            for finding in report.findings() {
                terminal.line(&show(finding, terminal.language, &texts));
            }
        }
        _ => {
            print_findings(report, &input.sources, terminal);
            if report.findings().is_empty() {
                let items = input.sources.items.len();
                terminal.say(&say!("检查了 {items} 个文件，没有问题", "{items} files checked, nothing is wrong"));
            }
        }
    }
    let strict = matches.get_flag("strict") && report.count(Severity::Warning) > 0;
    Ok(if report.has_errors() || strict { Exit::Findings } else { Exit::Clean })
}
