use super::args::{Common, words};
use super::board_input::{BoardInput, read};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::{Board, Numbering};
use crate::calendar::Period;
use crate::config::{CategoryId, Duty};
use crate::output::create_new;
use crate::say;
use crate::text::{Language, Text, nearest};
use clap::{Arg, ArgMatches, Command};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// `gongkai new CATEGORY TITLE`: a new item with the fields that it needs.
pub(super) const VERB: Verb = Verb { name: "new", command, run };

fn command(language: Language) -> Command {
    let option = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).long(name).value_name(value).help(words(language, help))
    };
    let argument = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).value_name(value).required(true).help(words(language, help))
    };
    Command::new("new")
        .about(words(language, &say!("新建一条事项", "make a new item")))
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

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { compiled, .. } = read(common)?;
    let Some(board) = compiled.board else {
        return Err(Refusal(say!(
            "board.yaml 有错误，先运行 gongkai check",
            "board.yaml has errors; run gongkai check"
        )));
    };
    let given = |name: &str| matches.get_one::<String>(name).map(|word| word.trim());
    let category = category(&board, given("category").unwrap_or_default())?;
    let title = given("title").unwrap_or_default();
    let duty = given("duty").map(|id| duty(&board, id)).transpose()?;
    let period = period(&board, category, duty, given("period"))?;
    let stem = match given("name") {
        Some(name) => name.trim_end_matches(".md").to_owned(),
        None => stem(&board, title, period),
    };
    let unsafe_mark = |character: char| character.is_control() || "/\\?%*:|\"<>#".contains(character);
    if stem.is_empty() || stem.starts_with('.') || stem.contains(unsafe_mark) {
        return Err(Refusal(say!("“{stem}”不能用作文件名", "“{stem}” cannot be a file's name")));
    }
    let path = folder(&common.root, &board, category).join(format!("{stem}.md"));
    let shown = path.display().to_string();
    let text = text(&board, category, title, duty, period);
    create_new(&path, text.as_bytes()).map_err(|error| {
        let why = error.error.to_string();
        Refusal(match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                say!("{shown} 已经有了，没有改动", "{shown} is there already and was not touched")
            }
            _ => say!("{shown}：写不进去（{why}）", "{shown}: cannot be written ({why})"),
        })
    })?;
    terminal.say(&say!(
        "已新建 {shown}。写好后删去“草稿”一行，再运行 gongkai check",
        "{shown} is made. When it is written, delete the line “草稿” and run gongkai check"
    ));
    Ok(Exit::Clean)
}

fn category(board: &Board, word: &str) -> Result<CategoryId, Refusal> {
    let categories = &board.config.categories;
    categories.find(word).ok_or_else(|| {
        Refusal(match nearest(word, categories.words()) {
            Some(near) => say!(
                "没有“{word}”这个公开类别，是否要用 {near}？",
                "there is no category “{word}”; did you mean {near}?"
            ),
            None => {
                let all: Vec<&str> = categories.iter().map(|(_, category)| category.path.as_str()).collect();
                let all = all.join("、");
                say!("没有“{word}”这个公开类别；可用的有：{all}", "there is no category “{word}”; there are {all}")
            }
        })
    })
}

fn duty<'a>(board: &'a Board, id: &str) -> Result<&'a Duty, Refusal> {
    board.duties.iter().find(|duty| duty.id == id).ok_or_else(|| {
        let near = nearest(id, board.duties.iter().map(|duty| duty.id.as_str())).unwrap_or("duties.yaml");
        Refusal(say!("没有“{id}”这个应公开事项，是否要用 {near}？", "there is no duty “{id}”; did you mean {near}?"))
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
    let own = duty.and_then(|duty| duty.cadence.as_ref()).map(|cadence| cadence.value);
    let cadence = own.or(board.config.categories.get(category).cadence);
    let kind = cadence.and_then(crate::term::Cadence::period_kind);
    Ok(kind.map(|kind| Period::containing(kind, board.today).previous()))
}

/// The folder of a category as it is named on disk: by ids, or by Chinese names where such folders are there.
fn folder(root: &Path, board: &Board, category: CategoryId) -> PathBuf {
    let mut folder = root.join("content");
    for id in board.config.categories.line(category) {
        let category = board.config.categories.get(id);
        let named = folder.join(&category.name);
        folder = if named.is_dir() { named } else { folder.join(&category.id) };
    }
    folder
}

/// Date or period, and the first words of the title.
fn stem(board: &Board, title: &str, period: Option<Period>) -> String {
    let words: String = title.chars().filter(|character| character.is_alphanumeric()).take(16).collect();
    let when = period.map_or_else(|| board.today.to_string(), |period| period.to_string());
    if words.is_empty() { when } else { format!("{when}-{words}") }
}

fn text(board: &Board, category: CategoryId, title: &str, duty: Option<&Duty>, period: Option<Period>) -> String {
    let today = board.today;
    let index = Numbering::of(board).next(today.year());
    let office = &board.config.office.name;
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
    let mut text = format!("---\n标题: \"{quoted}\"\n索引号: {index}\n");
    if let Some(duty) = duty {
        let _ = writeln!(text, "公开事项: {}", duty.id);
    }
    if let Some(period) = period {
        let _ = writeln!(text, "所属期: {period}");
    }
    let _ = write!(
        text,
        "内容概述:              # 一句话说明内容，120 字以内\n生成日期: {today}   # 信息形成的日期\n发布日期: {today}   # 最迟在形成后 20 个工作日内\n\
         信息来源: {office}\n"
    );
    let steps = board.config.steps_of(Some(category));
    if !steps.is_empty() {
        text.push_str("审签:                  # 每一步写明职务和日期，去掉行首的井号\n");
        for step in steps.iter() {
            let _ = writeln!(text, "#  {}: {{人: 职务, 日期: {today}}}   # {}", step.id, step.name);
        }
    }
    text.push_str("草稿: 是               # 写好后删去这一行\n---\n\n");
    for element in duty.map_or(&[][..], |duty| &duty.elements) {
        let _ = write!(text, "## {element}\n\n");
    }
    text
}
