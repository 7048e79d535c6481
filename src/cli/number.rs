use super::args::{Common, words};
use super::board_input::{BoardInput, read, readable};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::{Item, Numbering};
use crate::output::rewrite;
use crate::say;
use crate::source::read_bytes;
use crate::text::Language;
use clap::{ArgMatches, Command};
use std::path::Path;

/// `gongkai number`: gives an index number to every item that has none.
pub(super) const VERB: Verb = Verb { name: "number", command, run };

fn command(language: Language) -> Command {
    Command::new("number").about(words(
        language,
        &say!("给没有索引号的事项编号，已有的不改", "give index numbers to the items that have none"),
    ))
}

fn run(_: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { sources, compiled } = read(common)?;
    let board = readable(compiled.board)?;
    let mut numbering = Numbering::of(&board);
    let mut lacking: Vec<&Item> = board.items.iter().filter(|item| lacks_number(item)).collect();
    lacking.sort_by(|a, b| a.published().cmp(&b.published()).then(a.draft.path.cmp(&b.draft.path)));
    for item in &lacking {
        let Some(year) = item.published().map(|published| published.date().year()) else { continue };
        let number = numbering.next(year);
        write(&sources.root, item, &number)?;
        terminal.line(&format!("{}  {number}", item.draft.path));
    }
    let count = lacking.len();
    terminal.say(&say!("编了 {count} 个索引号", "{count} index numbers given"));
    Ok(Exit::Clean)
}

fn lacks_number(item: &Item) -> bool {
    item.index().is_none() && item.published().is_some() && !item.front().draft && !item.draft.report.has_errors()
}

/// Adds one line behind the title and leaves every other byte as it was.
fn write(root: &Path, item: &Item, number: &str) -> Result<(), Refusal> {
    let path = &item.draft.path;
    let mut bytes = read_bytes(root, path)?;
    let mark = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    let title_end =
        item.front().title.as_ref().map_or(item.draft.front_span.start, |title| title.span.end) as usize + mark;
    let line_end =
        bytes.iter().skip(title_end).position(|&byte| byte == b'\n').map_or(bytes.len(), |at| title_end + at + 1);
    let end = if bytes[..line_end].ends_with(b"\r\n") { "\r\n" } else { "\n" };
    let chinese = item.draft.front_span.of(&item.draft.text).lines().any(|line| line.starts_with("标题"));
    let key = if chinese { "索引号" } else { "index" };
    bytes.splice(line_end..line_end, format!("{key}: {number}{end}").into_bytes());
    rewrite(&root.join(&**path), &bytes).map_err(Refusal::from)
}
