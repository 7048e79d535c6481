use super::args::{Common, words};
use super::exit::{Exit, Refusal};
use super::files;
use super::passing::Passing;
use super::program;
use super::terminal::Terminal;
use super::verb::Verb;
use crate::diag::{Diagnostic, Place, Report, Severity, show};
use crate::output::{Artifact, FolderError, OutputFolder, Writing};
use crate::pipeline::load_theme;
use crate::portal::{BoardList, Listed, Portal, Published, Unfit, Where, data};
use crate::render::portal_page;
use crate::say;
use crate::source::unreadable;
use crate::text::{Language, Text};
use clap::{Arg, ArgMatches, Command, value_parser};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long a board may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Bytes of one file of a board; a catalogue of 100,000 items has some 60 million.
const LARGEST: u64 = 256 << 20;

/// `gongkai portal`: the county's view over many boards.
pub(super) const VERB: Verb = Verb { name: "portal", command, run };

fn command(language: Language) -> Command {
    Command::new("portal")
        .about(words(
            language,
            &say!(
                "汇集：把多个公开栏的目录合成一个页面，排出落实名次，合并目录数据",
                "many boards as one: a page that ranks them, and their catalogues joined"
            ),
        ))
        .arg(Arg::new("list").value_name("boards.yaml").required(true).value_parser(value_parser!(PathBuf)).help(words(
            language,
            &say!(
                "公开栏名单：title，boards 里每个写 name、catalogue（catalogue.json 的路径或网址）、address（首页网址）",
                "the list: title; in boards the name, catalogue (path or address of catalogue.json) and address of each"
            ),
        )))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .default_value("portal")
                .value_parser(value_parser!(PathBuf))
                .help(words(language, &say!("输出文件夹", "the folder to write"))),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let nothing = PathBuf::new();
    let path = common.root.join(matches.get_one::<PathBuf>("list").unwrap_or(&nothing));
    let shown = path.strip_prefix("./").unwrap_or(&path).display().to_string();
    let text = String::from_utf8(files::read(&path)?).map_err(|_| {
        Refusal(say!(
            "{shown}：不是 UTF-8 编码；用编辑器另存为 UTF-8",
            "{shown}: is not UTF-8; save it as UTF-8 in an editor"
        ))
    })?;
    let text = text.trim_start_matches('\u{FEFF}');
    let name: Arc<str> = Arc::from(shown.as_str());
    let (list, mut report) = BoardList::read(&name, text);
    let tell = |report: &Report| {
        for finding in report.findings() {
            let words = show::human(finding, terminal.language, &|_| Some(text.to_owned()), terminal.colours_errors());
            terminal.error_text(&format!("{words}\n\n"));
        }
    };
    if !report.findings().is_empty() {
        tell(&report);
        return Ok(Exit::Findings);
    }
    let out = matches.get_one::<PathBuf>("out").unwrap_or(&nothing);
    let folder = OutputFolder::open(&common.root, out, false).map_err(|FolderError(text)| Refusal(text))?;
    let near = path.parent().unwrap_or(Path::new(""));
    let mut boards = Vec::new();
    for listed in &list.boards {
        let read = read(near, &listed.catalogue.value);
        if let Err(why) = &read {
            report.push(unread(&name, listed, why));
        }
        boards.push(read.ok());
    }
    let portal = Portal::of(&list, boards, common.today);
    let language = if terminal.language == Language::Chinese { "zh-CN" } else { "en" };
    let theme = load_theme("default", language, Vec::new());
    let page = theme.as_ref().ok().and_then(|theme| Some((theme, portal_page(&portal, theme).ok()?)));
    let Some((theme, page)) = page else {
        return Err(Refusal(say!("主题有错误", "the theme has mistakes")));
    };
    let mut writing = Writing::start(&folder).map_err(Refusal::from)?;
    let own = theme.assets().iter().map(|asset| Artifact { path: asset.path.clone(), bytes: asset.bytes.clone() });
    let home = Artifact { path: "index.html".to_owned(), bytes: page.into_bytes() };
    for artifact in own.chain(data(&portal)).chain([home]) {
        writing.take(&artifact).map_err(Refusal::from)?;
    }
    writing.finish().map_err(Refusal::from)?;
    tell(&report);
    let (read, all) = (portal.boards.iter().filter(|board| board.read).count(), portal.boards.len());
    let (items, shown) = (portal.items.len(), folder.path().display().to_string());
    terminal.say(&say!(
        "汇集 {read}/{all} 个公开栏、{items} 条事项，在 {shown}；打开其中的 index.html",
        "{read} of {all} boards with {items} items are in {shown}; open index.html"
    ));
    Ok(if report.findings().is_empty() { Exit::Clean } else { Exit::Findings })
}

/// The finding that a board's catalogue could not be read: where the list names it, and why.
fn unread(list: &Arc<str>, listed: &Listed, why: &Text) -> Diagnostic {
    let (board, place) = (&listed.name, listed.catalogue.value.text());
    let message = Text {
        zh: format!("“{board}”的目录 {place} 读不到：{}", why.zh),
        en: format!("the catalogue {place} of “{board}” cannot be read: {}", why.en),
    };
    Diagnostic::new("broken-link", Severity::Error, Place::text(list, listed.catalogue.span), message).remedy(say!(
        "核对路径或网址；它应当是该公开栏生成的 catalogue.json",
        "see to path or address: it is the catalogue.json that the board's build wrote"
    ))
}

/// What a board publishes about itself.
fn read(near: &Path, catalogue: &Where) -> Result<Published, Text> {
    let bytes = fetch(near, catalogue)?;
    let statistics = fetch(near, &catalogue.beside("statistics.json")).ok();
    Published::read(&bytes, statistics.as_deref()).map_err(|Unfit(why)| why)
}

/// A file of a board, from disk or through the machine's own `curl`: this program speaks to no other host.
fn fetch(near: &Path, place: &Where) -> Result<Vec<u8>, Text> {
    let url = match place {
        Where::Path(path) => return take(&near.join(path)),
        Where::Url(url) => url,
    };
    let curl = program::find("GONGKAI_CURL", &["curl"]).ok_or_else(|| {
        say!(
            "本机没有 curl，取不了网上的文件；先下载到本机，再写它的路径",
            "there is no curl on this machine to fetch it; download the file and write its path"
        )
    })?;
    let folder = Passing::new().map_err(|error| unreadable(&error))?;
    let file = folder.path().join("fetched");
    let largest = LARGEST.to_string();
    let arguments =
        ["--fail", "--silent", "--location", "--max-redirs", "5", "--proto", "=http,https", "--max-filesize", &largest]
            .map(Into::into)
            .into_iter()
            .chain(["--output".into(), file.clone().into_os_string(), "--url".into(), url.into()])
            .collect::<Vec<_>>();
    if program::completes(&curl, &arguments, PATIENCE) {
        take(&file)
    } else {
        Err(say!("网址打不开，或者一分钟内没有取完", "the address does not open, or takes more than a minute"))
    }
}

fn take(path: &Path) -> Result<Vec<u8>, Text> {
    let size = fs::metadata(path).map_err(|error| unreadable(&error))?.len();
    if size > LARGEST {
        return Err(say!("超过256兆字节", "it has more than 256 MiB"));
    }
    fs::read(path).map_err(|error| unreadable(&error))
}
