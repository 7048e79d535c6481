use super::cms::cms;
use super::json::{Of, schema};
use super::reference::reference;
use crate::cli::args::{Common, words};
use crate::cli::board_input::readable;
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::config::settings;
use crate::diag::Report;
use crate::say;
use crate::source::read_board;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command};

/// What `catalogue.json` looks like.
const CATALOGUE: &str = include_str!("../../../data/schema/catalogue.schema.json");
/// What `statistics.json` looks like.
const STATISTICS: &str = include_str!("../../../data/schema/statistics.schema.json");

/// `gongkai schema FILE`: JSON Schema for editors, or the settings as a page to read.
pub(in super::super) const VERB: Verb = Verb { name: "schema", command, run };

fn command(language: Language) -> Command {
    Command::new("schema")
        .about(words(
            language,
            &say!("输出编辑器用的 JSON Schema，或设置一览", "print JSON Schema for editors, or the list of all settings"),
        ))
        .arg(
            Arg::new("of")
                .value_name("FILE")
                .value_parser(["board", "duties", "item", "boards", "catalogue", "statistics", "cms", "reference"])
                .help(words(
                    language,
                    &say!(
                        "哪一种文件：board.yaml、duties.yaml、条目的文件头；boards 是 boards.yaml（汇集的名单）；生成的 catalogue.json、statistics.json；cms 是网页编辑（Sveltia CMS）的配置；reference 是设置一览（Markdown）；不写则前三种一起输出",
                        "which file; boards is the list of a portal; catalogue and statistics are what a build writes; cms configures Sveltia CMS; reference is the list of settings in Markdown; the first three where left out"
                    ),
                )),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let value = match matches.get_one::<String>("of").map(String::as_str) {
        Some("reference") => {
            terminal.text(&reference());
            return Ok(Exit::Clean);
        }
        Some("catalogue") => {
            terminal.text(CATALOGUE);
            return Ok(Exit::Clean);
        }
        Some("statistics") => {
            terminal.text(STATISTICS);
            return Ok(Exit::Clean);
        }
        Some("cms") => {
            let sources = read_board(&common.root)?;
            let config = settings(sources.paper("board.yaml"), &mut Report::default());
            cms(&readable(config)?)
        }
        Some("board") => schema(Of::Board),
        Some("duties") => schema(Of::Duties),
        Some("item") => schema(Of::Item),
        Some("boards") => schema(Of::Boards),
        _ => serde_json::json!({
            "board": schema(Of::Board),
            "duties": schema(Of::Duties),
            "item": schema(Of::Item),
        }),
    };
    terminal.line(&format!("{value:#}"));
    Ok(Exit::Clean)
}
