use super::args::{Common, words};
use super::board_input::{BoardInput, plain_options, print_findings, read_with};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::Item;
use crate::check::stops_build;
use crate::export::{attachment_name, folder_name, item_folder};
use crate::output::{Artifact, FolderError, MANIFEST, OutputFolder, Writing};
use crate::pipeline::{Flaw, Site, load_theme};
use crate::say;
use crate::source::read_theme;
use crate::text::Language;
use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// `gongkai export`: one folder per item, to paste into another content system.
pub(super) const VERB: Verb = Verb { name: "export", command, run };

/// The list of all folders. Where it lies, the folder is ours.
const LIST: &str = "gongkai-export.json";

fn command(language: Language) -> Command {
    Command::new("export")
        .about(words(
            language,
            &say!(
                "每条已公开事项一个文件夹：网页、文本、微信短文、附件、元数据，供粘贴到上级网站",
                "one folder per published item: HTML, text, a short text, attachments, metadata, to paste elsewhere"
            ),
        ))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .required(true)
                .help(words(language, &say!("输出文件夹", "the folder to write"))),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let out = Path::new(matches.get_one::<String>("out").map_or("", String::as_str));
    let folder = OutputFolder::open(&common.root, out, false).map_err(|FolderError(text)| Refusal(text))?;
    if folder.path().join(MANIFEST).is_file() && !folder.path().join(LIST).is_file() {
        let shown = folder.path().display().to_string();
        return Err(Refusal(say!(
            "{shown} 里是生成的网站，不是导出的事项；换一个空文件夹",
            "{shown} holds a site, not exported items; take an empty folder"
        )));
    }
    let BoardInput { sources, compiled } = read_with(&plain_options(common), common)?;
    let stop = stops_build(&compiled.report);
    let Some(board) = compiled.board.filter(|_| !stop) else {
        print_findings(&compiled.report, &sources, terminal);
        terminal.warn(&say!("没有导出，原有的文件没有改动", "nothing was exported; the old files are as they were"));
        return Ok(Exit::Findings);
    };
    let own = read_theme(&sources.root, &board.config.theme)?;
    let theme = load_theme(&board.config.theme, &board.config.language, own)
        .map_err(|_| Refusal(say!("主题有错误，先运行 gongkai build", "the theme has mistakes; run gongkai build")))?;
    let site = Site::new(sources.root.clone(), board, Vec::new(), Arc::new(theme));
    let mut writing = Writing::start(&folder).map_err(Refusal::from)?;
    let mut names = BTreeSet::new();
    let mut list = Vec::new();
    for &id in &site.board().listed {
        let item = site.board().item(id);
        if !item.shows_content() {
            continue;
        }
        let name = unique(folder_name(item), &mut names);
        list.push(json!({"folder": name, "title": item.title(), "index": item.index()}));
        let mut take = |path: String, bytes: Vec<u8>| {
            writing.take(&Artifact { path: format!("{name}/{path}"), bytes }).map_err(Refusal::from)
        };
        for artifact in item_folder(site.board(), id) {
            take(artifact.path, artifact.bytes)?;
        }
        for (path, bytes) in attachments(&site, item)? {
            take(path, bytes)?;
        }
    }
    let count = list.len();
    let text = serde_json::to_string_pretty(&list).unwrap_or_default() + "\n";
    writing.take(&Artifact { path: LIST.to_owned(), bytes: text.into_bytes() }).map_err(Refusal::from)?;
    writing.finish().map_err(Refusal::from)?;
    let shown = folder.path().display().to_string();
    terminal.say(&say!("导出 {count} 条事项，在 {shown}", "{count} items exported to {shown}"));
    Ok(Exit::Clean)
}

/// What the site publishes beside the item's page.
fn attachments(site: &Site, item: &Item) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut files = Vec::new();
    for attached in item.attached.iter().filter(|file| file.offered().is_some()) {
        match site.file(attached.address.as_str()) {
            None => {}
            Some(Ok(bytes)) => {
                files.push((format!("attachments/{}", attachment_name(attached.address.as_str())), bytes));
            }
            Some(Err(Flaw::Read(error))) => return Err(error.into()),
            Some(Err(Flaw::Theme(mistake))) => return Err(Refusal(mistake.message)),
        }
    }
    Ok(files)
}

/// The name, or the name with a number behind it where it is taken.
fn unique(name: String, names: &mut BTreeSet<String>) -> String {
    let mut number = 1;
    let mut candidate = name.clone();
    while !names.insert(candidate.to_lowercase()) {
        number += 1;
        candidate = format!("{name}-{number}");
    }
    candidate
}
