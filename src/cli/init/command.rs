use super::super::files::make;
use super::dialogue::{Said, dialogue};
use super::preset::{ALL, Answers, Preset, files};
use crate::cli::args::{Common, words};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::schema;
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::config::BaseUrl;
use crate::say;
use crate::text::{Language, Text};
use clap::{Arg, ArgMatches, Command};
use std::fs;

/// `gongkai init DIR`: a board that builds without a warning.
pub(in super::super) const VERB: Verb = Verb { name: "init", command, run };

/// The options that say something about the board; where one is given, nothing is asked.
const TOLD: [&str; 8] = ["preset", "name", "title", "code", "base-url", "phone", "hotline", "units"];

fn command(language: Language) -> Command {
    let option = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).long(name).value_name(value).help(words(language, help))
    };
    let ids: Vec<&str> = ALL.iter().map(|preset| preset.id).collect();
    Command::new("init")
        .about(words(
            language,
            &say!("新建一个公开栏；在终端上不写选项时逐项询问", "make a new board; asks on a terminal"),
        ))
        .arg(Arg::new("dir").value_name("DIR").help(words(
            language,
            &say!("新公开栏的文件夹；不写则为当前文件夹", "the new board's folder; default: here"),
        )))
        .arg(
            option("preset", "KIND", &say!("单位类别：乡镇、街道、村、社区、县级部门", "which kind of office"))
                .value_parser(ids),
        )
        .arg(option("name", "NAME", &say!("单位全称，如 青石镇人民政府", "the office's name")))
        .arg(option("title", "TITLE", &say!("公开栏名称，如 青石镇政务公开栏", "the board's title")))
        .arg(option("code", "CODE", &say!("统一社会信用代码，用于索引号", "the code that index numbers begin with")))
        .arg(option("base-url", "URL", &say!("发布后的网址", "the public address")))
        .arg(option("address", "PLACE", &say!("办公地址", "where the office is")))
        .arg(option("phone", "PHONE", &say!("办公电话", "the office's telephone")))
        .arg(option("hotline", "PHONE", &say!("监督电话；不写则同办公电话", "the telephone of those who supervise")))
        .arg(option("units", "NAMES", &say!("另加的责任单位，用顿号或逗号分开", "further units, separated by commas")))
}

fn run(matches: &ArgMatches, common: &Common, mut terminal: Terminal) -> Result<Exit, Refusal> {
    let typed = matches.get_one::<String>("dir").map_or(".", String::as_str);
    let dir = common.root.join(typed);
    let shown = dir.display().to_string();
    if fs::read_dir(&dir).is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name() != ".git")) {
        return Err(Refusal(say!(
            "{shown} 不是空文件夹，没有写入任何内容",
            "{shown} is not empty; nothing was written"
        )));
    }
    let asks = terminal.is_attended() && TOLD.iter().all(|name| !matches.contains_id(name));
    let said = if asks {
        dialogue(&mut terminal).ok_or_else(|| Refusal(say!("没有写入任何内容", "nothing was written")))?
    } else {
        told(matches)
    };
    let answers = answers(matches, common, said)?;
    for (path, text) in files(&answers).into_iter().chain(schema::for_editor()) {
        let file = dir.join(&path);
        make(&file, text.as_bytes())?;
        terminal.line(&path);
    }
    let change = if typed == "." { String::new() } else { format!(" -C {shown}") };
    terminal.say(&say!(
        "已在 {shown} 建好公开栏。下一步：\n  gongkai{change} serve     在浏览器里预览\n  gongkai{change} new       写一条\n  gongkai{change} check     检查\n机构信息在 content/board.yaml，应公开事项在 content/duties.yaml",
        "the board is in {shown}. Next:\n  gongkai{change} serve     look at it in the browser\n  gongkai{change} new       write an item\n  gongkai{change} check     look for faults\nThe office is described in content/board.yaml, what it owes in content/duties.yaml"
    ));
    Ok(Exit::Clean)
}

/// What the options say.
fn told(matches: &ArgMatches) -> Said {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let preset = Preset::named(&given("preset").unwrap_or_default());
    let phone = given("phone").unwrap_or_else(|| "12345".to_owned());
    Said {
        preset: preset.id.to_owned(),
        name: given("name").unwrap_or_else(|| preset.office.to_owned()),
        base_url: given("base-url").unwrap_or_else(|| "https://example.gov.cn/board/".to_owned()),
        hotline: given("hotline").unwrap_or_else(|| phone.clone()),
        phone,
        units: given("units").unwrap_or_default(),
    }
}

fn answers(matches: &ArgMatches, common: &Common, said: Said) -> Result<Answers, Refusal> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let preset = Preset::named(&said.preset);
    let shown = &said.base_url;
    let base_url = BaseUrl::parse(shown).ok_or_else(|| {
        Refusal(say!("网址“{shown}”不对；如 https://example.gov.cn/qingshi/", "“{shown}” is no address"))
    })?;
    let code = given("code").unwrap_or_else(|| "board".to_owned());
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if !(2..=30).contains(&code.len()) || !code.chars().all(plain) {
        return Err(Refusal(say!(
            "--code 的值“{code}”不对：只能用 2 到 30 个字母、数字、减号",
            "--code takes 2 to 30 letters, digits and hyphens, not “{code}”"
        )));
    }
    let name = quotable(said.name)?;
    let address = given("address").unwrap_or_else(|| format!("{name}办公楼"));
    let units = said.units.split(['、', ',', '，', ';', '；']).map(str::trim).filter(|unit| !unit.is_empty());
    Ok(Answers {
        preset: preset.id,
        title: quotable(given("title").unwrap_or_else(|| preset.title(&name)))?,
        name,
        id: "office".to_owned(),
        code,
        base_url: base_url.as_str().to_owned(),
        address: quotable(address)?,
        phone: quotable(said.phone)?,
        hotline: quotable(said.hotline)?,
        units: units.map(|unit| quotable(unit.to_owned())).collect::<Result<_, _>>()?,
        today: common.today,
    })
}

/// A name that may stand in YAML as it is.
fn quotable(word: String) -> Result<String, Refusal> {
    let special =
        word.contains([':', '#', '"', '\'', '{', '}', '[', ']', '&', '*', '!', '|', '>', '%', '@', '`', '\n', ',']);
    if special || word.trim().is_empty() || word.starts_with(['-', '?', ' ']) {
        return Err(Refusal(say!("“{word}”里有不能用的符号", "“{word}” holds marks that cannot be used")));
    }
    Ok(word)
}
