use super::args::{Common, words};
use super::board_input::{findings_words, plain_options};
use super::exit::{Exit, Refusal};
use super::memory::Memory;
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::{Board, Edition, Reach, Standing};
use crate::check::stops_build;
use crate::config::BaseUrl;
use crate::diag::{Report, Severity};
use crate::inspection::hold_words;
use crate::output::{FolderError, OutputFolder, Told, Written};
use crate::page::Page;
use crate::pipeline::{BuildError, Compiled, Memo, Options, Site, build, compile, load_theme, read_beside};
use crate::say;
use crate::source::{Sources, read_theme};
use crate::text::{Language, Text};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// `gongkai build`: the site.
pub(super) const VERB: Verb = Verb { name: "build", command, run };

fn command(language: Language) -> Command {
    let flag = |name: &'static str, help: &Text| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(words(language, help))
    };
    Command::new("build")
        .about(words(language, &say!("生成网站", "build the site")))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .default_value("public")
                .help(words(language, &say!("输出文件夹", "the folder to write"))),
        )
        .arg(
            Arg::new("audience").long("audience").value_parser(["public", "internal"]).default_value("public").help(
                words(language, &say!("对外，或对内（另含内部事项）", "for everybody, or for the office's staff")),
            ),
        )
        .arg(Arg::new("base-url").long("base-url").value_name("URL").help(words(
            language,
            &say!("发布的网址，代替 board.yaml 里的 base_url", "the public address, instead of that of board.yaml"),
        )))
        .arg(flag("drafts", &say!("草稿也生成", "build drafts as well")))
        .arg(flag(
            "keep-going",
            &say!("略去有错误的事项，发布其余的", "leave out items with errors and publish the rest"),
        ))
        .arg(flag("strict", &say!("有警告也不生成", "let warnings count as errors")))
        .arg(flag(
            "in-place",
            &say!(
                "不替换输出文件夹本身，只替换其中的文件（服务器或容器正打开着它时用）",
                "replace files in the folder, not the folder itself (where a server or a container has it open)"
            ),
        ))
        .arg(flag("force-out", &say!("输出文件夹里有别的文件也写", "write although the folder holds other files")))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let options = options(matches, common)?;
    let out = Path::new(matches.get_one::<String>("out").map_or("public", String::as_str));
    let folder = OutputFolder::open(&common.root, out, matches.get_flag("force-out"))
        .map_err(|FolderError(text)| Refusal(text))?;
    let folder = if matches.get_flag("in-place") { folder.kept() } else { folder };
    let (sources, left) = read_beside(&common.root, &folder);
    let sources = sources?;
    let strict = matches.get_flag("strict");
    let memory = Memory::of(&sources, &options, strict, &folder, terminal);
    if let Some(told) = memory.told(&folder, left) {
        let same = Written { unchanged: told.files, ..Written::default() };
        return Ok(tell(&told, same, &folder, terminal));
    }
    let Compiled { board, pages, mut report, .. } = compile(&sources, &options, &mut Memo::default());
    let strict = strict && (report.has_errors() || report.count(Severity::Warning) > 0);
    let stop = (stops_build(&report) || strict) && !options.keep_going;
    let site = match board {
        Some(board) if !stop => site(&sources, board, pages, &mut report)?,
        _ => None,
    };
    let built = match &site {
        None => None,
        Some(site) => match build(site, &folder) {
            Ok(written) => Some((site, written)),
            Err(BuildError::Findings(findings)) => {
                report.extend(findings);
                None
            }
            Err(BuildError::Stopped(text)) => return Err(Refusal(text)),
        },
    };
    let findings = findings_words(&report, &sources, terminal);
    let Some((site, written)) = built else {
        terminal.error_text(&findings);
        terminal.warn(&say!("没有生成网站，原有的网站没有改动", "nothing was built; the old site is as it was"));
        return Ok(Exit::Findings);
    };
    let told = Told {
        findings,
        held: held_words(site.board(), terminal.language),
        items: site.board().listed.len(),
        pages: site.page_count(),
        files: written.written + written.unchanged,
        is_clean: !report.has_errors() && !strict,
    };
    memory.keep(&told, &folder);
    Ok(tell(&told, written, &folder, terminal))
}

/// Says what a build came to.
fn tell(told: &Told, written: Written, folder: &OutputFolder, terminal: Terminal) -> Exit {
    terminal.error_text(&told.findings);
    terminal.text(&told.held);
    let (shown, pages) = (told.items, told.pages);
    let (new, same, gone) = (written.written, written.unchanged, written.removed);
    let path = folder.path().display().to_string();
    terminal.say(&say!(
        "{shown} 条事项，{pages} 个页面；写入 {new} 个文件，{same} 个未变，删除 {gone} 个；网站在 {path}",
        "{shown} items, {pages} pages; {new} files written, {same} unchanged, {gone} removed; the site is in {path}"
    ));
    if told.is_clean { Exit::Clean } else { Exit::Findings }
}

/// The site in the board's theme; none where the theme has mistakes, which are added to the report.
pub(super) fn site(
    sources: &Sources,
    board: Board,
    pages: Vec<Page>,
    report: &mut Report,
) -> Result<Option<Site>, Refusal> {
    let own = read_theme(&sources.root, &board.config.theme)?;
    Ok(match load_theme(&board.config.theme, &board.config.language, own) {
        Ok(theme) => Some(Site::new(sources.root.clone(), board, pages, Arc::new(theme))),
        Err(findings) => {
            report.extend(findings);
            None
        }
    })
}

fn options(matches: &ArgMatches, common: &Common) -> Result<Options, Refusal> {
    let internal = matches.get_one::<String>("audience").is_some_and(|audience| audience == "internal");
    let reach = if internal { Reach::Internal } else { Reach::Public };
    let base_url = match matches.get_one::<String>("base-url") {
        None => None,
        Some(word) => Some(BaseUrl::parse(word).ok_or_else(|| {
            Refusal(say!("--base-url 的值“{word}”不是网址", "--base-url takes an address, not “{word}”"))
        })?),
    };
    Ok(Options {
        edition: Edition { reach, drafts: matches.get_flag("drafts") },
        keep_going: matches.get_flag("keep-going"),
        base_url,
        ..plain_options(common)
    })
}

/// How many items are held, for each reason, and which; a line a reason.
fn held_words(board: &Board, language: Language) -> String {
    let mut reasons: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in &board.items {
        if let Standing::Held(holds) = &item.standing {
            let why: Vec<Text> = holds.iter().map(|hold| hold_words(board, hold)).collect();
            let why = Text::list_of(&why).in_language(language).to_owned();
            let path = item.draft.path.trim_start_matches("content/").to_owned();
            reasons.entry(why).or_default().push(path);
        }
    }
    let line = |(why, paths): (String, Vec<String>)| {
        let count = paths.len();
        let line = say!("未公开 {count} 条（{why}）：{list}", "{count} held ({why}): {list}"; list: Text::list(&paths));
        format!("{}\n", line.in_language(language))
    };
    reasons.into_iter().map(line).collect()
}
