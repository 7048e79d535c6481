use super::super::files::make;
use super::dialogue::{Said, dialogue};
use crate::board::Board;
use crate::calendar::Period;
use crate::cli::args::{Common, words};
use crate::cli::board_input::{BoardInput, read, readable};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::config::{CategoryId, Duty};
use crate::edit::{Wanted, folder, is_file_name, last_period, skeleton, stem};
use crate::say;
use crate::text::{Language, Text, nearest};
use clap::{Arg, ArgMatches, Command};

/// `gongkai new [CATEGORY TITLE]`: a new item with the fields that it needs.
pub(in super::super) const VERB: Verb = Verb { name: "new", command, run };

fn command(language: Language) -> Command {
    let option = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).long(name).value_name(value).help(words(language, help))
    };
    let argument = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).value_name(value).help(words(language, help))
    };
    Command::new("new")
        .about(words(
            language,
            &say!(
                "新建一条事项；不写类别和标题时逐项询问，先列出到期该写的",
                "make a new item; asks where category and title are left out, what is owed first"
            ),
        ))
        .arg(argument("category", "CATEGORY", &say!("公开类别，标识或名称", "the category, by id or name")))
        .arg(argument("title", "TITLE", &say!("标题", "the title")))
        .arg(option("duty", "ID", &say!("属于哪一个应公开事项", "which duty it fulfils")))
        .arg(option(
            "period",
            "PERIOD",
            &say!("所属期，如 2026-Q3；不写则取最近结束的一期", "the period; else the last one that ended"),
        ))
        .arg(option(
            "name",
            "NAME",
            &say!("文件名，不含 .md；不写则用日期和标题", "the file's name without .md; else date and title"),
        ))
}

fn run(matches: &ArgMatches, common: &Common, mut terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { compiled, .. } = read(common)?;
    let board = readable(compiled.board)?;
    let given = |name: &str| matches.get_one::<String>(name).map(|word| word.trim().to_owned());
    let said = match (given("category"), given("title")) {
        (Some(category), Some(title)) => Said { category, title, duty: given("duty"), period: given("period") },
        (None, None) if terminal.is_attended() => {
            dialogue(&board, &mut terminal).ok_or_else(|| Refusal(say!("没有新建", "nothing was made")))?
        }
        _ => {
            return Err(Refusal(say!(
                "要写类别和标题，如 gongkai new notices 停水通知；在终端上只写 gongkai new 会逐项询问",
                "category and title are wanted, as in gongkai new notices TITLE; gongkai new alone asks on a terminal"
            )));
        }
    };
    if said.title.trim().is_empty() {
        return Err(Refusal(say!("没有标题，没有新建", "there is no title; nothing was made")));
    }
    let category = category(&board, &said.category)?;
    let title = said.title.as_str();
    let duty = said.duty.as_deref().map(|id| duty(&board, id)).transpose()?;
    let period = period(&board, category, duty, said.period.as_deref())?;
    let stem = match given("name") {
        Some(name) => name.trim_end_matches(".md").to_owned(),
        None => stem(&board, title, period),
    };
    if !is_file_name(&stem) {
        return Err(Refusal(say!("“{stem}”不能用作文件名", "“{stem}” cannot be a file's name")));
    }
    let path = folder(&common.root, &board, category).join(format!("{stem}.md"));
    let shown = path.display().to_string();
    let text = skeleton(&board, &Wanted { category, title, duty, period });
    make(&path, text.as_bytes())?;
    terminal.say(&say!(
        "已新建 {shown}。写好后删去“草稿”一行，再运行 gongkai check",
        "{shown} is made. When it is written, delete the line “草稿” and run gongkai check"
    ));
    Ok(Exit::Clean)
}

/// The category that is meant.
pub(in super::super) fn category(board: &Board, word: &str) -> Result<CategoryId, Refusal> {
    let categories = &board.config.categories;
    categories.find(word).ok_or_else(|| {
        Refusal(match nearest(word, categories.words()) {
            Some(near) => say!(
                "没有“{word}”这个公开类别，是否要用 {near}？",
                "there is no category “{word}”; did you mean {near}?"
            ),
            None => {
                let all: Vec<&str> = categories.iter().map(|(_, category)| category.path.as_str()).collect();
                say!(
                    "没有“{word}”这个公开类别；可用的有：{all}",
                    "there is no category “{word}”; there are {all}";
                    all: Text::list(&all),
                )
            }
        })
    })
}

fn duty<'a>(board: &'a Board, id: &str) -> Result<&'a Duty, Refusal> {
    board.duties.iter().find(|duty| duty.id == id).ok_or_else(|| {
        Refusal(match nearest(id, board.duties.iter().map(|duty| duty.id.as_str())) {
            Some(near) => {
                say!("没有“{id}”这个应公开事项，是否要用 {near}？", "there is no duty “{id}”; did you mean {near}?")
            }
            None => say!(
                "没有“{id}”这个应公开事项；都写在 duties.yaml 里，用 gongkai duties 列出",
                "there is no duty “{id}”; they stand in duties.yaml, and gongkai duties lists them"
            ),
        })
    })
}

/// As given, else the last period that ended; none where nothing is periodic.
fn period(
    board: &Board,
    category: CategoryId,
    duty: Option<&Duty>,
    given: Option<&str>,
) -> Result<Option<Period>, Refusal> {
    if let Some(word) = given {
        let period = Period::parse(word);
        return period.map(Some).ok_or_else(|| {
            Refusal(say!(
                "所属期“{word}”不对；如 2026、2026-H1、2026-Q3、2026-09",
                "“{word}” is no period such as 2026-Q3"
            ))
        });
    }
    Ok(last_period(board, category, duty))
}
