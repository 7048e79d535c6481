use super::args::{Common, words};
use super::board_input::{BoardInput, plain_options, print_findings, read_with};
use super::build::site;
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::archive::{Bag, Package, Request, public_source, stand_alone, verify};
use crate::board::{Edition, Reach};
use crate::check::stops_build;
use crate::output::{Artifact, FolderError, NewFolder};
use crate::pipeline::{Compiled, Flaw, Options, Site};
use crate::say;
use crate::source::{Sources, commit, list_folder, read_in_folder};
use crate::text::{Language, Text};
use clap::{Arg, ArgMatches, Command, value_parser};
use std::collections::BTreeSet;
use std::path::Path;

/// `gongkai archive`: a package for the archive.
pub(super) const VERB: Verb = Verb { name: "archive", command, run };

/// Papers of the board that belong to the internal part.
const PAPERS: [&str; 5] = ["board.yaml", "duties.yaml", "feedback.yaml", crate::ledger::PAPER, "workdays.csv"];

fn command(language: Language) -> Command {
    let option = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).long(name).value_name(value).help(words(language, help))
    };
    Command::new("archive")
        .about(words(
            language,
            &say!(
                "归档：把公开过的内容打成 BagIt 归档包（页面、源文件、附件、目录、元数据、摘要）",
                "pack what was published as a BagIt bag: pages, sources, attachments, lists, metadata, digests"
            ),
        ))
        .arg(
            option("year", "YEAR", &say!("只归这一年发布的", "only what was published in this year"))
                .value_parser(value_parser!(i16).range(1949..=2999)),
        )
        .arg(option("unit", "UNIT", &say!("只归这个责任单位的，写编号或名称", "only what this unit answers for")))
        .arg(
            option(
                "audience",
                "AUDIENCE",
                &say!("公开部分，或内部部分（各成一包）", "the public or the internal part"),
            )
            .value_parser(["public", "internal"])
            .default_value("public"),
        )
        .arg(
            option("out", "DIR", &say!("归档包的文件夹，须不存在或是空的", "the folder to make; new or empty"))
                .required_unless_present("verify"),
        )
        .arg(
            option("verify", "DIR", &say!("核验一个 BagIt 包，不打包", "check a bag instead of making one"))
                .conflicts_with_all(["year", "unit", "out"]),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    if let Some(folder) = matches.get_one::<String>("verify") {
        return check(&common.root.join(folder), terminal);
    }
    let out = matches.get_one::<String>("out").map_or("archive", String::as_str);
    let mut folder = NewFolder::open(&common.root, Path::new(out)).map_err(|FolderError(text)| Refusal(text))?;
    let internal = matches.get_one::<String>("audience").is_some_and(|audience| audience == "internal");
    let reach = if internal { Reach::Internal } else { Reach::Public };
    let options = Options { edition: Edition { reach, drafts: false }, ..plain_options(common) };
    let BoardInput { sources, compiled } = read_with(&options, common)?;
    let Compiled { board, pages, mut report, .. } = compiled;
    let stopped = stops_build(&report);
    let site = match board {
        Some(board) if !stopped => site(&sources, board, pages, &mut report)?,
        _ => None,
    };
    let Some(site) = site else {
        print_findings(&report, &sources, terminal);
        terminal.warn(&say!("有错误，没有归档", "there are errors; nothing was packed"));
        return Ok(Exit::Findings);
    };
    let board = site.board();
    let unit = match matches.get_one::<String>("unit") {
        None => None,
        Some(word) => Some(
            board
                .config
                .find_unit(word)
                .ok_or_else(|| Refusal(say!("没有“{word}”这个责任单位", "there is no unit “{word}”")))?,
        ),
    };
    let request = Request { year: matches.get_one::<i16>("year").copied(), unit };
    let package = Package::of(board, request, commit(&sources.root));
    if package.count() == 0 {
        return Err(Refusal(say!("没有可归档的事项", "there is nothing to pack")));
    }
    let mut bag = Bag::default();
    let mut keep = |path: &str, bytes: Vec<u8>| folder.take(&bag.take(path, bytes)).map_err(Refusal::from);
    pack_pages(&site, &package, &mut keep)?;
    pack_sources(&sources, &site, &package, &mut keep)?;
    for Artifact { path, bytes } in package.records() {
        keep(&path, bytes)?;
    }
    for tag in bag.finish(package.purpose()) {
        folder.take(&tag).map_err(Refusal::from)?;
    }
    let (count, path) = (package.count(), folder.path().display().to_string());
    folder.finish().map_err(Refusal::from)?;
    terminal.say(&say!("归档 {count} 件，归档包在 {path}", "{count} items packed; the bag is {path}"));
    Ok(Exit::Clean)
}

/// The pages of the items, each made to open by itself, and the files that they need.
fn pack_pages(
    site: &Site,
    package: &Package<'_>,
    keep: &mut impl FnMut(&str, Vec<u8>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let pages = package.pages();
    let packed: BTreeSet<String> = pages.iter().map(|address| address.file_path()).collect();
    let folders: BTreeSet<&str> = pages.iter().map(|address| address.as_str()).collect();
    let is_own = |path: &str| path.rfind('/').is_some_and(|at| folders.contains(&path[..=at]));
    let keeps = |path: &str| {
        packed.contains(path) || ((is_own(path) || path.starts_with("assets/")) && !path.ends_with(".html"))
    };
    let mut files = BTreeSet::new();
    for address in pages {
        let html = String::from_utf8(file(site, &address.file_path())?).unwrap_or_default();
        let page = stand_alone(&html, address, &site.board().config.base_url, keeps);
        files.extend(page.files.into_iter().filter(|path| !packed.contains(path)));
        keep(&format!("pages/{address}index.html"), page.html.into_bytes())?;
    }
    files.extend(site.theme().assets().iter().map(|asset| asset.path.clone()));
    for path in files {
        keep(&format!("pages/{path}"), file(site, &path)?)?;
    }
    Ok(())
}

/// The sources: as everybody may read them, or as they lie.
fn pack_sources(
    sources: &Sources,
    site: &Site,
    package: &Package<'_>,
    keep: &mut impl FnMut(&str, Vec<u8>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let board = site.board();
    let internal = board.edition.reach == Reach::Internal;
    for (item, path) in package.sources() {
        let bytes = if internal { sources.bytes(&item.draft.path)? } else { public_source(board, item).into_bytes() };
        keep(path, bytes)?;
    }
    if internal {
        for path in package.files() {
            keep(&format!("sources/{}", path.trim_start_matches("content/")), sources.bytes(&path)?)?;
        }
        for name in PAPERS.iter().filter(|name| sources.paper(name).is_some()) {
            keep(&format!("sources/{name}"), sources.bytes(&format!("content/{name}"))?)?;
        }
    }
    Ok(())
}

fn file(site: &Site, path: &str) -> Result<Vec<u8>, Refusal> {
    match site.file(path) {
        Some(Ok(bytes)) => Ok(bytes),
        Some(Err(Flaw::Theme(mistake))) => Err(Refusal(mistake.message)),
        Some(Err(Flaw::Read(error))) => Err(error.into()),
        None => Err(Refusal(say!("页面上的文件 {path} 没有生成", "{path}, which a page needs, was not made"))),
    }
}

/// Checks a bag.
fn check(folder: &Path, terminal: Terminal) -> Result<Exit, Refusal> {
    let files = list_folder(folder)?;
    let verdict = verify(&files, |path| read_in_folder(folder, path).map_err(|error| error.message));
    for fault in &verdict.faults {
        terminal.warn(fault);
    }
    let (count, faults, path) = (verdict.files, verdict.faults.len(), folder.display().to_string());
    if faults > 0 {
        terminal.warn(&say!("{path}：核验不通过，{faults} 处", "{path}: not valid, {faults} faults"));
        return Ok(Exit::Findings);
    }
    terminal.say(&say!("{path}：完整有效，{count} 个文件", "{path}: valid, {count} files"));
    Ok(Exit::Clean)
}
