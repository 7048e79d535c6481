use super::args::{Common, words};
use super::board_input::{BoardInput, read, readable};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::{Board, Item};
use crate::calendar::{Date, Stamp};
use crate::config::Step;
use crate::output::rewrite;
use crate::parse::{Signature, draft, sign};
use crate::say;
use crate::source::{Source, read_bytes};
use crate::term::step_id;
use crate::text::{Language, Text, nearest};
use clap::{Arg, ArgMatches, Command};

/// `gongkai sign ITEM STEP --by ROLE`: records an approval.
pub(super) const VERB: Verb = Verb { name: "sign", command, run };

fn command(language: Language) -> Command {
    let option = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).long(name).value_name(value).help(words(language, help))
    };
    let argument = |name: &'static str, value: &'static str, help: &Text| {
        Arg::new(name).value_name(value).required(true).help(words(language, help))
    };
    Command::new("sign")
        .about(words(language, &say!("登记审签：谁、哪一步、何时", "record an approval: who, which step, when")))
        .arg(argument("item", "ITEM", &say!("事项的文件路径或索引号", "the item's path or index number")))
        .arg(argument("step", "STEP", &say!("审签环节，如 signed 或 签发", "the step, such as signed")))
        .arg(option("by", "ROLE", &say!("审签人的职务", "the role of the person who approves")).required(true))
        .arg(option("on", "DATE", &say!("审签日期，默认今天", "the day of the approval; default: today")))
        .arg(option("opinion", "WORDS", &say!("审签意见", "the person's words")))
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { sources, compiled } = read(common)?;
    let board = readable(compiled.board)?;
    let given = |name: &str| matches.get_one::<String>(name).map(|word| word.trim()).filter(|word| !word.is_empty());
    let item = item(&board, given("item").unwrap_or_default())?;
    let step = step(item, given("step").unwrap_or_default())?;
    let by = given("by").ok_or_else(|| Refusal(say!("--by 后面要写职务", "--by needs a role")))?;
    let on = match given("on") {
        None => Stamp::from(common.today),
        Some(word) => Stamp::parse(word).ok_or_else(|| {
            Refusal(say!(
                "--on 的值“{word}”不是日期；如 2026-10-20",
                "--on takes a date such as 2026-10-20, not “{word}”"
            ))
        })?,
    };
    in_order(item, step, by, on, common.today)?;
    let path = &*item.draft.path;
    let signature = Signature {
        step: step.id.clone(),
        by: by.to_owned(),
        on: on.to_string(),
        opinion: given("opinion").map(str::to_owned),
    };
    let bytes = read_bytes(&sources.root, path)?;
    let signed = written(item, &bytes, &signature).ok_or_else(|| {
        Refusal(say!(
            "{path}：审签的写法特别，写不进去；请用编辑器补上，或先运行 gongkai check",
            "{path}: the approvals are written in a way that cannot be added to; use an editor, or run gongkai check"
        ))
    })?;
    rewrite(&sources.root.join(path), &signed)?;
    let name = &step.name;
    let left: Vec<&str> = missing(item).filter(|other| other.id != step.id).map(|step| step.name.as_str()).collect();
    if left.is_empty() {
        terminal.say(&say!("{path}：已登记{name}，审签已齐", "{path}: {name} is recorded; all approvals are there"));
    } else {
        terminal.say(&say!(
            "{path}：已登记{name}，还待{left}",
            "{path}: {name} is recorded; still waiting for {left}";
            left: Text::list(&left),
        ));
    }
    Ok(Exit::Clean)
}

fn item<'a>(board: &'a Board, word: &str) -> Result<&'a Item, Refusal> {
    let word = word.replace('\\', "/");
    let word = word.strip_prefix("./").unwrap_or(&word);
    let found = board.find(word, "content").map(|id| board.item(id)).ok_or_else(|| {
        let paths = board.items.iter().map(|item| item.draft.path.trim_start_matches("content/"));
        let known = paths.chain(board.items.iter().filter_map(Item::index));
        Refusal(match nearest(word, known) {
            Some(near) => {
                say!("没有“{word}”这条事项，是否要用 {near}？", "there is no item “{word}”; did you mean {near}?")
            }
            None => say!(
                "没有“{word}”这条事项；写文件路径或索引号",
                "there is no item “{word}”; give its path or its index number"
            ),
        })
    })?;
    if found.draft.report.has_errors() {
        let path = &found.draft.path;
        return Err(Refusal(say!(
            "{path} 有错误，先改正：gongkai check",
            "{path} has errors; mend them first: gongkai check"
        )));
    }
    Ok(found)
}

fn step<'a>(item: &'a Item, word: &str) -> Result<&'a Step, Refusal> {
    let id = step_id(word);
    item.steps.iter().find(|step| step.id == id || step.name == word).ok_or_else(|| {
        let path = &item.draft.path;
        if item.steps.is_empty() {
            return Refusal(say!(
                "{path} 不需要审签；环节在 board.yaml 的 approvals 里规定",
                "{path} needs no approval; the approvals of board.yaml name the steps"
            ));
        }
        let all: Vec<String> = item.steps.iter().map(|step| format!("{}（{}）", step.id, step.name)).collect();
        Refusal(say!(
            "没有“{word}”这个审签环节；依次是：{all}",
            "there is no step “{word}”; in order they are: {all}";
            all: Text::list(&all),
        ))
    })
}

/// Refuses what the check of the order would find.
fn in_order(item: &Item, step: &Step, by: &str, on: Stamp, today: Date) -> Result<(), Refusal> {
    let name = &step.name;
    if on.date() > today {
        return Err(Refusal(say!("审签日期 {on} 还没到", "the day of the approval, {on}, lies ahead")));
    }
    if !step.roles.is_empty() && !step.roles.iter().any(|role| role == by) {
        return Err(Refusal(
            say!("{name}应由{roles}办理，不是{by}", "{name} is for {roles}, not for {by}"; roles: Text::list(&step.roles)),
        ));
    }
    let record = |step: &Step| item.front().approvals.iter().find(|approval| approval.step.value == step.id);
    if let Some(own) = record(step).filter(|own| own.by.is_some() || own.on.is_some()) {
        let who = own.by.as_ref().map_or("", |by| by.trim());
        let when = own.on.as_ref().map(|on| on.value.to_string()).unwrap_or_default();
        return Err(Refusal(say!("{name}已经登记过了：{who} {when}", "{name} is recorded already: {who} {when}")));
    }
    let at = item.steps.iter().position(|other| other.id == step.id).unwrap_or_default();
    if let Some(first) = missing(item).find(|other| item.steps[..at].iter().any(|earlier| earlier.id == other.id)) {
        let first = &first.name;
        return Err(Refusal(say!("次序不对：先{first}，再{name}", "not in order: {first} comes before {name}")));
    }
    for (place, other) in item.steps.iter().enumerate() {
        let Some(there) = record(other).and_then(|record| record.on.as_ref()).map(|on| on.value) else { continue };
        let (name_there, early) = (&other.name, place < at && there.date() > on.date());
        if early || place > at && there.date() < on.date() {
            return Err(Refusal(say!(
                "日期不合次序：{name_there}是 {there}，{name}写 {on}",
                "the dates are out of order: {name_there} is of {there}, {name} would be of {on}"
            )));
        }
    }
    Ok(())
}

/// The required steps that are not recorded in full.
fn missing(item: &Item) -> impl Iterator<Item = &Step> {
    item.steps.iter().filter(|step| {
        let mut approvals = item.front().approvals.iter();
        let done = approvals.any(|own| own.step.value == step.id && own.by.is_some() && own.on.is_some());
        !step.optional && !done
    })
}

/// The file with the record in it; none where it would not be read back as meant.
fn written(item: &Item, bytes: &[u8], signature: &Signature) -> Option<Vec<u8>> {
    let mark = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    // The board was read a moment ago; a file that has changed since is not the one that was judged.
    if bytes.get(mark..)? != item.draft.text.as_bytes() {
        return None;
    }
    let insertion = sign(&item.draft, signature)?;
    let mut signed = bytes.to_vec();
    signed.splice(mark + insertion.at..mark + insertion.at, insertion.words.into_bytes());
    let again = draft(&Source::from_bytes(&item.draft.path, signed.clone()).ok()?);
    let recorded = again.front.approvals.iter().any(|approval| {
        approval.step.value == signature.step
            && approval.by.as_ref().is_some_and(|by| by.value == signature.by)
            && approval.on.is_some()
    });
    let as_before = again.front.approvals.len() >= item.front().approvals.len();
    (recorded && as_before && !again.report.has_errors()).then_some(signed)
}
