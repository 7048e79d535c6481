use super::args::{Common, words};
use super::board_input::{BoardInput, plain_options, read_with, readable};
use super::browser;
use super::exit::{Exit, Refusal};
use super::files::{read, unwritable};
use super::passing::Passing;
use super::terminal::Terminal;
use super::verb::Verb;
use crate::attachment::named_places;
use crate::board::Board;
use crate::calendar::Period;
use crate::page::{Page, PageKind, Volume, Wall, finance_category, sheet_address, volume_address, wall_address};
use crate::pipeline::{Flaw, Options, Site, load_theme};
use crate::say;
use crate::source::read_theme;
use crate::text::Language;
use clap::{Arg, ArgGroup, ArgMatches, Command};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How often a volume is printed at most until its numbers hold.
const MOST_PRINTS: usize = 4;

/// `gongkai print`: an item, a wall board or a volume as PDF.
pub(super) const VERB: Verb = Verb { name: "print", command, run };

fn command(language: Language) -> Command {
    Command::new("print")
        .about(words(
            language,
            &say!(
                "打印一条事项（A4）、一块公示栏（A3）或成册的目录、制度，存成 PDF",
                "print an item (A4), a wall board (A3) or a bound volume to a PDF file"
            ),
        ))
        .arg(Arg::new("item").value_name("ITEM").help(words(
            language,
            &say!("事项：索引号，或文件路径", "the item: its index number or the path of its file"),
        )))
        .arg(Arg::new("board").long("board").num_args(2).value_names(["UNIT", "PERIOD"]).help(words(
            language,
            &say!(
                "公示栏：责任单位的标识或名称（office 为全机关，accounts 为财政信息），和所属期，如 nanshan 2026-Q3",
                "a wall board: a unit's id or name (office: all of it, accounts: its accounts) and a period: nanshan 2026-Q3"
            ),
        )))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE.pdf")
                .required(true)
                .help(words(language, &say!("写到哪个文件", "the file to write"))),
        )
        .arg(Arg::new("volume").long("volume").value_name("VOLUME").value_parser(["catalogue", "rules"]).help(words(
            language,
            &say!(
                "成册：catalogue 公开目录，rules 公开制度；带封面、目录和页码",
                "a volume: catalogue or rules, with title page, contents and page numbers"
            ),
        )))
        .group(ArgGroup::new("what").args(["item", "board", "volume"]).required(true))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    // What is faulty is left out, as it would be of the site.
    let options = Options { keep_going: true, ..plain_options(common) };
    let BoardInput { sources, compiled } = read_with(&options, common)?;
    let board = readable(compiled.board)?;
    let page = match (matches.get_many::<String>("board"), matches.get_one::<String>("volume")) {
        (Some(words), _) => wall(&board, &words.map(String::as_str).collect::<Vec<_>>())?,
        (None, Some(name)) => volume(name),
        (None, None) => item(&board, matches.get_one::<String>("item").map_or("", String::as_str))?,
    };
    let out = common.root.join(matches.get_one::<String>("out").map_or("", String::as_str));
    if out.parent().is_some_and(|folder| !folder.is_dir()) {
        let folder = out.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        return Err(Refusal(say!("没有文件夹 {folder}", "there is no folder {folder}")));
    }
    let Some(browser) = browser::find() else {
        return Err(Refusal(say!(
            "没有找到 Chromium、Chrome 或 Edge。可以运行 gongkai serve，用浏览器打开事项页面或“打印版”，按 Ctrl+P 打印，或另存为 PDF",
            "found neither Chromium, Chrome nor Edge. Run gongkai serve, open the item's page or the print pages in a browser, press Ctrl+P and print, or save as PDF"
        )));
    };
    let own = read_theme(&sources.root, &board.config.theme)?;
    let theme = load_theme(&board.config.theme, &board.config.language, own).map_err(|mistakes| {
        let first = mistakes.into_iter().next();
        Refusal(first.map_or_else(|| say!("主题有错误", "the theme has mistakes"), |mistake| mistake.message))
    })?;
    let site = Site::new(sources.root.clone(), board, Vec::new(), Arc::new(theme));
    let folder = Passing::new().map_err(|error| unwritable(&out, error))?;
    let pdf = put_on_paper(&site, page, &browser, folder.path())?;
    fs::copy(&pdf, &out).map_err(|error| unwritable(&out, error))?;
    let shown = out.display().to_string();
    terminal.say(&say!("已写入 {shown}", "written to {shown}"));
    Ok(Exit::Clean)
}

/// The sheet of an item that shows.
fn item(board: &Board, reference: &str) -> Result<Page, Refusal> {
    let reference = reference.trim().trim_start_matches("./");
    let id = board.find(reference, "content").or_else(|| board.find(reference, ""));
    let Some(id) = id else {
        return Err(Refusal(say!(
            "没有事项“{reference}”；写索引号，或从公开栏文件夹起的路径",
            "there is no item “{reference}”; write its index number, or its path from the board's folder"
        )));
    };
    let item = board.item(id);
    if !item.shows_content() {
        let path = &item.draft.path;
        return Err(Refusal(say!(
            "{path} 没有公开，不能打印；用 gongkai status 看缺什么",
            "{path} is not published and is not printed; gongkai status says what it waits for"
        )));
    }
    Ok(Page { address: sheet_address(item), kind: PageKind::PrintItem(id) })
}

/// The sheet of a wall board.
fn wall(board: &Board, words: &[&str]) -> Result<Page, Refusal> {
    let (unit, period) = (words.first().map_or("", |word| word.trim()), words.get(1).map_or("", |word| word.trim()));
    let Some(period) = Period::parse(period) else {
        return Err(Refusal(say!(
            "“{period}”不是所属期；如 2026、2026-H1、2026-Q3、2026-09",
            "“{period}” is no period; write 2026, 2026-H1, 2026-Q3 or 2026-09"
        )));
    };
    let office = &board.config.office;
    let wall = match board.config.find_unit(unit) {
        Some(unit) => Wall::Unit(unit),
        None if unit == "accounts" => finance_category(board).map(Wall::Finance).ok_or_else(|| {
            Refusal(say!("公开栏没有财政信息这一类", "the board has no category of the office's accounts"))
        })?,
        None if unit == "office" || unit == office.id || unit == office.name => Wall::Office,
        None => {
            return Err(Refusal(say!(
                "没有责任单位“{unit}”；全机关写 office，财政信息写 accounts",
                "there is no unit “{unit}”; write office for the whole office, accounts for its accounts"
            )));
        }
    };
    Ok(Page { address: wall_address(board, wall, period), kind: PageKind::PrintBoard { wall, period } })
}

/// A volume whose pages nobody has counted yet.
fn volume(name: &str) -> Page {
    let volume = if name == "rules" { Volume::Rules } else { Volume::Catalogue };
    Page { address: volume_address(volume), kind: PageKind::PrintVolume { volume, numbers: Vec::new() } }
}

/// Prints a page. No browser can fill in on which page a heading of a volume stands, so that a volume is printed again
/// with the numbers that its first print shows, until they hold.
fn put_on_paper(site: &Site, mut page: Page, browser: &Path, folder: &Path) -> Result<PathBuf, Refusal> {
    let (html, pdf) = (folder.join(page.address.file_path()), folder.join("page.pdf"));
    for _ in 0..MOST_PRINTS {
        lay_out(site, &page, folder)?;
        if !browser::print(browser, &html, &folder.join("profile"), &pdf) {
            let name = browser.display().to_string();
            return Err(Refusal(say!("{name} 没有打印成功", "{name} did not print")));
        }
        let PageKind::PrintVolume { numbers, .. } = &mut page.kind else { break };
        let places = named_places(&read(&pdf)?);
        let found: Vec<u32> = (1..).map_while(|part| places.get(&format!("part-{part}")).copied()).collect();
        if *numbers == found {
            break;
        }
        *numbers = found;
    }
    Ok(pdf)
}

/// Lays a page with style, script and pictures in a folder, as the browser needs them.
fn lay_out(site: &Site, page: &Page, folder: &Path) -> Result<(), Refusal> {
    let put = |path: &str, made: Result<Vec<u8>, Flaw>| {
        let bytes = made.map_err(|flaw| match flaw {
            Flaw::Theme(mistake) => Refusal(mistake.message),
            Flaw::Read(error) => error.into(),
        })?;
        let target = folder.join(path);
        let parent = target.parent().map_or(Ok(()), fs::create_dir_all);
        parent.and_then(|()| fs::write(&target, bytes)).map_err(|error| unwritable(&target, error))
    };
    let url = site.board().config.base_url.join(&page.address.encoded());
    put(&page.address.file_path(), site.rendered(page).map(|html| lead_to_the_site(&html, &url)))?;
    let mut paths: Vec<String> = site.theme().assets().iter().map(|asset| asset.path.clone()).collect();
    if let PageKind::PrintItem(id) = page.kind {
        let pictures = site.board().item(id).attached.iter().filter(|file| !file.listed && file.offered().is_some());
        paths.extend(pictures.map(|file| file.address.as_str().to_owned()));
    }
    for path in paths {
        let Some(file) = site.file(&path) else { continue };
        put(&path, file)?;
    }
    Ok(())
}

/// Lets the links of a page lead to the site: a file on paper lies elsewhere, and its folder is nobody's business.
fn lead_to_the_site(html: &[u8], url: &str) -> Vec<u8> {
    let folder = url.rsplit_once('/').map_or(url, |(folder, _)| folder);
    String::from_utf8_lossy(html).replace("<a href=\"../", &format!("<a href=\"{folder}/../")).into_bytes()
}
