use super::args::{Common, words};
use super::exit::{Exit, Refusal};
use super::files::{keep, make, read};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::config::settings;
use crate::diag::{Report, Spot};
use crate::gate::Rules;
use crate::masking::{Change, Masked, mask_file};
use crate::output::rewrite;
use crate::say;
use crate::scan::OfficeWords;
use crate::source::read_board;
use crate::text::{Language, Text, locate};
use clap::builder::ValueParser;
use clap::{Arg, ArgMatches, Command};
use std::path::{Path, PathBuf};

/// `gongkai mask FILE`: masks the numbers of persons in a file.
pub(super) const VERB: Verb = Verb { name: "mask", command, run };

fn command(language: Language) -> Command {
    let path = |name: &'static str, value: &'static str| {
        Arg::new(name).value_name(value).value_parser(ValueParser::path_buf())
    };
    Command::new("mask")
        .about(words(
            language,
            &say!(
                "脱敏：把 md、csv、xlsx 中的身份证号、电话、银行账号、住址改为规定的形式",
                "mask identity numbers, telephones, bank accounts and addresses in an md, csv or xlsx file"
            ),
        ))
        .arg(path("file", "FILE").required(true).help(words(language, &say!("要脱敏的文件", "the file to mask"))))
        .arg(path("out", "FILE").long("out").help(words(
            language,
            &say!(
                "另存为；不写则改写原文件，原样留一份 .bak",
                "where to write it; else the file is rewritten, with a .bak kept"
            ),
        )))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let Some(file) = matches.get_one::<PathBuf>("file").map(|file| common.root.join(file)) else {
        return Ok(Exit::CouldNotRun);
    };
    let office = office(common);
    let out = matches.get_one::<PathBuf>("out").map(|out| common.root.join(out));
    let bytes = read(&file)?;
    let done = masked(&file, &bytes, &office, &|_| true)?;
    for change in &done.changes {
        terminal.say(&told(&file.display().to_string(), &bytes, change));
    }
    let count = done.changes.len();
    match out {
        Some(out) => {
            make(&out, &done.bytes)?;
            let out = out.display().to_string();
            terminal.say(&say!("脱敏 {count} 处，已另存为 {out}", "{count} places masked, written to {out}"));
        }
        None if count == 0 => terminal.say(&say!("没有需要脱敏的内容", "there is nothing to mask")),
        None => {
            let backup = write(&file, &bytes, &done.bytes)?;
            terminal.say(&kept(count, &backup));
        }
    }
    Ok(Exit::Clean)
}

/// What the board says of itself, by which the gate judges too; a file may lie outside any board.
fn office(common: &Common) -> OfficeWords {
    let sources = read_board(&common.root).ok();
    let paper = sources.as_ref().and_then(|sources| sources.paper("board.yaml"));
    let config = settings(paper, &mut Report::default());
    let nothing = OfficeWords { self_names: Vec::new(), public_phones: Vec::new(), today: common.today };
    config.map_or(nothing, |config| Rules::of(&config, common.today).office)
}

/// Masks what lies in a file.
pub(super) fn masked(
    file: &Path,
    bytes: &[u8],
    office: &OfficeWords,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Masked, Refusal> {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let shown = file.display();
    mask_file(&name, bytes, office, wanted)
        .map_err(|Text { zh, en }| Refusal(Text { zh: format!("{shown}：{zh}"), en: format!("{shown}: {en}") }))
}

/// Rewrites a file and keeps what it held.
pub(super) fn write(file: &Path, before: &[u8], after: &[u8]) -> Result<PathBuf, Refusal> {
    let backup = keep(file, before)?;
    rewrite(file, after)?;
    Ok(backup)
}

/// Says that a copy with the numbers in it is left.
pub(super) fn kept(count: usize, backup: &Path) -> Text {
    let backup = backup.display().to_string();
    say!(
        "脱敏 {count} 处。原文件留在 {backup}，其中仍有原号码：核对后请删除，不要提交",
        "{count} places masked. The file as it was is {backup} and still holds the numbers: look it over, then delete it"
    )
}

/// Tells one change without the number that was there.
pub(super) fn told(path: &str, bytes: &[u8], change: &Change) -> Text {
    let to = &change.to;
    let what = match change.check {
        "id-number" => say!("身份证号", "identity number"),
        "bank-account" => say!("银行账号", "bank account"),
        "private-phone" => say!("电话", "telephone"),
        _ => say!("住址", "address"),
    };
    let place = match &change.spot {
        Spot::Text(span) => {
            let text = String::from_utf8_lossy(bytes);
            let at = locate(&text, span.start as usize);
            format!(":{}:{}", at.line, at.column)
        }
        Spot::Cell { sheet, cell } if sheet.is_empty() => format!(" {cell}"),
        Spot::Cell { sheet, cell } => format!(" {sheet}!{cell}"),
        _ => String::new(),
    };
    let (zh, en) = (what.zh, what.en);
    say!("{path}{place} {zh} → {to}", "{path}{place} {en} → {to}")
}
