use super::calendar_file::calendar_file;
use super::{add, import, list};
use crate::cli::args::{Common, words};
use crate::cli::board_input::{BoardInput, read, readable};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::say;
use crate::text::Language;
use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use std::path::PathBuf;

/// `gongkai duties`: coverage and deadlines, duty by period.
pub(in super::super) const VERB: Verb = Verb { name: "duties", command, run };

fn command(language: Language) -> Command {
    Command::new("duties")
        .about(words(
            language,
            &say!("应公开事项：每一期公开了没有，期限是哪天", "what is owed, period by period, and by when"),
        ))
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["table", "json", "csv", "ics"])
                .default_value("table")
                .help(words(
                    language,
                    &say!("输出的形式；ics 可导入日历并提醒", "the form of the output; ics is for a calendar program"),
                )),
        )
        .subcommand(
            Command::new("add")
                .about(words(
                    language,
                    &say!(
                        "加上一个领域的标准目录；不写领域则列出全部",
                        "add the standard rows of an area; alone, list them"
                    ),
                ))
                .arg(Arg::new("area").value_name("AREA").help(words(
                    language,
                    &say!("领域，如 social-assistance 或 社会救助", "the area, such as social-assistance"),
                ))),
        )
        .subcommand(
            Command::new("import")
                .about(words(
                    language,
                    &say!(
                        "从标准目录的表格（CSV、XLSX）加上应公开事项，逐行说明没有读懂的",
                        "add the rows of a standard catalogue in CSV or XLSX, and say what was not understood"
                    ),
                ))
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .required(true)
                        .value_parser(ValueParser::path_buf())
                        .help(words(language, &say!("表格文件", "the file"))),
                )
                .arg(Arg::new("of").long("area").value_name("AREA").help(words(
                    language,
                    &say!("领域；不写则从表的标题里取", "the area; else that of the table's title"),
                ))),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { sources, compiled } = read(common)?;
    let board = readable(compiled.board)?;
    if let Some(("add", matches)) = matches.subcommand() {
        return add::add(matches.get_one::<String>("area").map(String::as_str), &board, &sources, terminal);
    }
    if let Some(("import", matches)) = matches.subcommand() {
        let file = matches.get_one::<PathBuf>("file").map(|file| common.root.join(file)).unwrap_or_default();
        let area = matches.get_one::<String>("of").map(String::as_str);
        return import::import(&file, area, &board, &sources, terminal);
    }
    match matches.get_one::<String>("format").map_or("table", String::as_str) {
        "json" => terminal.text(&list::json(&board)),
        "csv" => terminal.text(&list::csv(&board, terminal.language)),
        "ics" => terminal.text(&calendar_file(&board)),
        _ => list::table(&board, terminal),
    }
    Ok(Exit::Clean)
}
