use super::preset::{Answers, files, names};
use crate::cli::args::{Common, words};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::config::BaseUrl;
use crate::say;
use crate::text::{Language, Text};
use clap::{Arg, ArgMatches, Command};
use std::fs;
use std::path::Path;

/// `gongkai init DIR`: a board that builds without a warning.
pub(in super::super) const VERB: Verb = Verb { name: "init", command, run };

fn command(language: Language) -> Command {
    let option = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).long(name).value_name(value).help(words(language, help))
    };
    Command::new("init")
        .about(words(language, &say!("新建一个公开栏", "make a new board")))
        .arg(
            Arg::new("dir")
                .value_name("DIR")
                .required(true)
                .help(words(language, &say!("新公开栏的文件夹", "the new board's folder"))),
        )
        .arg(
            Arg::new("preset")
                .long("preset")
                .value_parser(names())
                .default_value("township")
                .help(words(language, &say!("样式：乡镇、村", "which kind of office"))),
        )
        .arg(option("name", "NAME", &say!("机构名称，如 青石镇人民政府", "the office's name")))
        .arg(option("title", "TITLE", &say!("公开栏名称，如 青石镇政务公开栏", "the board's title")))
        .arg(option("code", "CODE", &say!("统一社会信用代码，用于索引号", "the code that index numbers begin with")))
        .arg(option("base-url", "URL", &say!("发布后的网址", "the public address")))
        .arg(option("phone", "PHONE", &say!("监督咨询电话", "the telephone for citizens")))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let preset = matches.get_one::<String>("preset").map_or("township", String::as_str);
    let dir = common.root.join(matches.get_one::<String>("dir").map_or(".", String::as_str));
    let shown = dir.display().to_string();
    if fs::read_dir(&dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Refusal(say!(
            "{shown} 不是空文件夹，没有写入任何内容",
            "{shown} is not empty; nothing was written"
        )));
    }
    for (path, text) in files(preset, &answers(matches, common, preset)?) {
        let file = dir.join(&path);
        write(&file, &text).map_err(|error| {
            let (file, why) = (file.display().to_string(), error.to_string());
            Refusal(say!("{file}：写不进去（{why}）", "{file}: cannot be written ({why})"))
        })?;
        terminal.line(&path);
    }
    terminal.say(&say!(
        "已在 {shown} 建好公开栏。下一步：gongkai -C {shown} serve 预览，改 content/board.yaml 里的机构信息",
        "the board is in {shown}. Next: gongkai -C {shown} serve, and put your office into content/board.yaml"
    ));
    Ok(Exit::Clean)
}

fn answers(matches: &ArgMatches, common: &Common, preset: &str) -> Result<Answers, Refusal> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let (name, title) = match preset {
        "village" => ("青山村村民委员会", "青山村村务公开栏"),
        _ => ("青山镇人民政府", "青山镇政务公开栏"),
    };
    let base_url = given("base-url").unwrap_or_else(|| "https://example.gov.cn/board/".to_owned());
    let base_url = BaseUrl::parse(&base_url).ok_or_else(|| {
        Refusal(say!("--base-url 的值“{base_url}”不是网址", "--base-url takes an address, not “{base_url}”"))
    })?;
    let code = given("code").unwrap_or_else(|| "board".to_owned());
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if !(2..=30).contains(&code.len()) || !code.chars().all(plain) {
        return Err(Refusal(say!(
            "--code 的值“{code}”不对：只能用 2 到 30 个字母、数字、减号",
            "--code takes 2 to 30 letters, digits and hyphens, not “{code}”"
        )));
    }
    Ok(Answers {
        name: quotable(given("name").unwrap_or_else(|| name.to_owned()))?,
        title: quotable(given("title").unwrap_or_else(|| title.to_owned()))?,
        id: "office".to_owned(),
        code,
        base_url: base_url.as_str().to_owned(),
        phone: quotable(given("phone").unwrap_or_else(|| "12345".to_owned()))?,
        today: common.today,
    })
}

/// A name that may stand in YAML as it is.
fn quotable(word: String) -> Result<String, Refusal> {
    let special =
        word.contains([':', '#', '"', '\'', '{', '}', '[', ']', '&', '*', '!', '|', '>', '%', '@', '`', '\n']);
    if special || word.trim().is_empty() {
        return Err(Refusal(say!("“{word}”里有不能用的符号", "“{word}” holds marks that cannot be used")));
    }
    Ok(word)
}

fn write(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}
