use super::gate::gate;
use super::gather::{Input, gather};
use super::item_text::item_text;
use super::place::{bring, places, relink};
use super::plan::{Outcome, Plan};
use super::told::tell;
use super::{document, pandoc, rows, tables};
use crate::attachment::{Kind, Readable, kind_of, read as read_file, transcribe};
use crate::board::{Board, Numbering};
use crate::cli::args::{Common, words};
use crate::cli::board_input::{BoardInput, read, readable};
use crate::cli::exit::{Exit, Refusal};
use crate::cli::files::make;
use crate::cli::new::category_named;
use crate::cli::terminal::Terminal;
use crate::cli::verb::Verb;
use crate::config::CategoryId;
use crate::say;
use crate::text::{Language, Text};
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// `gongkai import PATH…`: items from what the office has.
pub(in super::super) const VERB: Verb = Verb { name: "import", command, run };

/// With more items than this, only what should be looked at is told of each.
const MANY: usize = 20;

fn command(language: Language) -> Command {
    let flag = |name: &'static str, help: &Text| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(words(language, help))
    };
    Command::new("import")
        .about(words(
            language,
            &say!(
                "导入：把 Word、Excel、CSV、旧网站的网页变成条目草稿，已有的文件一个不动",
                "make draft items of Word, Excel, CSV files and pages of an old site; nothing is overwritten"
            ),
        ))
        .arg(
            Arg::new("paths")
                .value_name("PATH")
                .required(true)
                .num_args(1..)
                .value_parser(ValueParser::path_buf())
                .help(words(language, &say!("文件或文件夹，可以多个", "files or folders"))),
        )
        .arg(Arg::new("category").long("category").value_name("CATEGORY").help(words(
            language,
            &say!("都放到这个公开类别；不写则按栏目、文件夹、标题判断", "the category for all; else it is proposed"),
        )))
        .arg(flag("rows", &say!("表格的每一行是一条；不写则整张表是一条", "each row of a table is an item")))
        .arg(flag("dry-run", &say!("只看会怎样导入，不写任何文件", "only tell what would be done")))
}

/// A file and what comes of it.
struct Taken {
    input: Input,
    plan: Plan,
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { compiled, .. } = read(common)?;
    let board = readable(compiled.board)?;
    let asked = matches.get_one::<String>("category").map(|word| category_named(&board, word)).transpose()?;
    let paths: Vec<PathBuf> =
        matches.get_many::<PathBuf>("paths").into_iter().flatten().map(|path| common.root.join(path)).collect();
    let inputs = gather(&paths)?;
    let pages: BTreeSet<String> = inputs.iter().filter(|i| i.is_page()).map(|i| i.relative.clone()).collect();
    let (mut taken, mut unread): (Vec<Taken>, Vec<(String, Text)>) = (Vec::new(), Vec::new());
    let mut used: BTreeSet<(PathBuf, String)> = BTreeSet::new();
    for input in &inputs {
        match look(&board, input, asked, matches.get_flag("rows"))? {
            Outcome::Unread(why) => unread.push((input.relative.clone(), why)),
            Outcome::Items(plans) => taken.extend(plans.into_iter().map(|plan| Taken { input: input.clone(), plan })),
        }
    }
    for Taken { input, plan } in &mut taken {
        let before = plan.named.clone();
        let lost = bring(plan, input, &pages);
        used.extend(before.iter().filter_map(|a| input.beside(a)).map(|path| (input.root.clone(), path)));
        for address in lost {
            plan.notes.push(say!("链接指向的文件没有找到：{address}", "a link leads nowhere: {address}"));
        }
    }
    // What a page brings along is no document of its own that could not be read.
    let brought = |relative: &String| used.iter().any(|(_, path)| path == relative);
    unread.retain(|(relative, _)| !brought(relative));
    taken.retain(|taken| taken.input.is_page() || !brought(&taken.input.relative));
    let all: Vec<&Plan> = taken.iter().map(|taken| &taken.plan).collect();
    let own = places(&common.root, &board, &all);
    let items: BTreeMap<String, String> =
        taken.iter().zip(&own).map(|(taken, path)| (taken.input.relative.clone(), path.clone())).collect();
    for (Taken { input, plan }, path) in taken.iter_mut().zip(&own) {
        relink(plan, input, path, &items);
    }
    let dry = matches.get_flag("dry-run");
    let briefly = taken.len() > MANY;
    let mut numbering = Numbering::of(&board);
    let (mut written, mut made, mut kept): (BTreeSet<String>, usize, usize) = (BTreeSet::new(), 0, 0);
    for (Taken { plan, .. }, path) in taken.iter().zip(&own) {
        if common.root.join(path).exists() {
            let source = &plan.source;
            terminal.say(&say!(
                "{source}：{path} 已经有了，没有改动",
                "{source}: {path} is there already and was not touched"
            ));
            kept += 1;
            continue;
        }
        made += 1;
        tell(terminal, &board, plan, path, briefly);
        if dry {
            continue;
        }
        let text = item_text(&board, plan, &numbering.next(plan.published.value.year()));
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for file in &plan.files {
            let beside = format!("{folder}/{}", file.name);
            make(&common.root.join(&beside), &file.bytes)?;
            written.insert(beside);
        }
        make(&common.root.join(path), text.as_bytes())?;
        written.insert(path.clone());
    }
    for (source, Text { zh, en }) in &unread {
        terminal.say(&say!("{source}：没有导入，{zh}", "{source}: not imported, {en}"));
    }
    let left = unread.len();
    if dry {
        terminal.say(&say!(
            "试运行：会导入 {made} 条，已有 {kept} 条，{left} 个文件不能导入；没有写任何文件",
            "dry run: {made} items would be made, {kept} are there, {left} files cannot be imported"
        ));
        return Ok(Exit::Clean);
    }
    terminal.say(&say!(
        "导入 {made} 条，都是草稿，核对后删去“草稿”一行；已有 {kept} 条没有动，{left} 个文件没有导入",
        "{made} items imported, all drafts; {kept} were there already, {left} files were not imported"
    ));
    if written.is_empty() { Ok(Exit::Clean) } else { gate(common, &written, terminal) }
}

fn look(board: &Board, input: &Input, asked: Option<CategoryId>, by_rows: bool) -> Result<Outcome, Refusal> {
    let bytes = input.bytes()?;
    let name = input.name();
    if matches!(kind_of(&name, &bytes), Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::Csv) {
        let extract = read_file(&name, &bytes);
        let read = match &extract.readable {
            Readable::Yes if by_rows => rows::plans(board, input, &extract, asked),
            Readable::Yes => tables::plan(board, input, &extract, bytes, asked).map(|plan| vec![plan]),
            Readable::Encrypted => Err(say!("文件有密码，打不开", "the file needs a password")),
            Readable::Broken(why) | Readable::TooBig(why) => Err(why.clone()),
            Readable::NoText | Readable::Unsupported => Err(say!("文件中没有表格", "the file holds no table")),
        };
        return Ok(read.map_or_else(Outcome::Unread, Outcome::Items));
    }
    let transcribed = match pandoc::read(&name, &bytes) {
        pandoc::Read::Ours => transcribe(&name, &bytes),
        pandoc::Read::Transcript(transcript) => Ok(*transcript),
        pandoc::Read::Refused(why) => Err(why),
    };
    Ok(match transcribed {
        Err(why) => Outcome::Unread(why),
        Ok(transcript) if transcript.blocks.is_empty() => {
            Outcome::Unread(say!("里面没有文字", "there are no words in it"))
        }
        Ok(transcript) => Outcome::Items(vec![document::plan(board, input, transcript, asked)]),
    })
}
