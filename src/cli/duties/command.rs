use super::calendar_file::calendar_file;
use super::list;
use crate::cli::args::{Common, words};
use crate::cli::board_input::{BoardInput, read};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::say;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command};

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
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { compiled, .. } = read(common)?;
    let Some(board) = compiled.board else {
        return Err(Refusal(say!(
            "board.yaml 有错误，先运行 gongkai check",
            "board.yaml has errors; run gongkai check"
        )));
    };
    match matches.get_one::<String>("format").map_or("table", String::as_str) {
        "json" => terminal.text(&list::json(&board)),
        "csv" => terminal.text(&list::csv(&board, terminal.language)),
        "ics" => terminal.text(&calendar_file(&board)),
        _ => list::table(&board, terminal),
    }
    Ok(Exit::Clean)
}
