use super::args::{Common, words};
use super::board_input::{BoardInput, read, readable};
use super::exit::{Exit, Refusal};
use super::terminal::Terminal;
use super::verb::Verb;
use crate::board::{Board, Hold, Item, Owed, SlotState};
use crate::calendar::Counted;
use crate::config::UnitId;
use crate::inspection::{Load, Waiting, Work, hold_words};
use crate::say;
use crate::term::Audience;
use crate::text::{Language, Text};
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

/// `gongkai status`: what is held, due soon, overdue, and waiting for which signature.
pub(super) const VERB: Verb = Verb { name: "status", command, run };

fn command(language: Language) -> Command {
    Command::new("status")
        .about(words(
            language,
            &say!(
                "暂不公开的、快到期的、逾期的、待审签的",
                "what is held, due soon, overdue, or waits for a signature"
            ),
        ))
        .arg(
            Arg::new("format")
                .long("format")
                .value_parser(["human", "json"])
                .default_value("human")
                .help(words(language, &say!("输出的形式", "the form of the output"))),
        )
}

fn run(matches: &ArgMatches, common: &Common, terminal: Terminal) -> Result<Exit, Refusal> {
    let BoardInput { compiled, .. } = read(common)?;
    let board = readable(compiled.board)?;
    let status = Status::of(&board);
    if matches.get_one::<String>("format").is_some_and(|form| form == "json") {
        let text = serde_json::to_string_pretty(&status.json(terminal.language)).unwrap_or_default();
        terminal.line(&text);
    } else {
        status.print(terminal);
    }
    Ok(Exit::Clean)
}

/// What the office head looks at.
struct Status<'a> {
    board: &'a Board,
    work: Work<'a>,
}

impl<'a> Status<'a> {
    fn of(board: &'a Board) -> Self {
        Self { board, work: Work::of(board) }
    }

    fn unit_name(&self, unit: Option<UnitId>) -> &'a str {
        unit.map_or("", |unit| &self.board.config.unit(unit).name)
    }

    fn print(&self, terminal: Terminal) {
        let (title, today) = (&self.board.config.title, self.board.today);
        terminal.say(&say!("{title}，截至 {today}", "{title}, as of {today}"));
        let heading = |text| {
            terminal.line("");
            terminal.say(&text);
        };
        let count = self.work.overdue.len();
        heading(say!("逾期未公开 {count} 期", "Overdue: {count}"));
        for owed in &self.work.overdue {
            self.print_owed(owed, terminal);
        }
        let (count, days) = (self.work.due.len(), self.board.config.policies.due_soon_days);
        heading(say!("{days} 天内到期 {count} 期", "Due within {days} days: {count}"));
        for owed in &self.work.due {
            self.print_owed(owed, terminal);
        }
        let count: usize = self.work.waiting.iter().map(|one| one.items.len()).sum();
        heading(say!("待审签 {count} 条", "Waiting for a signature: {count}"));
        for Waiting { step: id, name, items } in &self.work.waiting {
            let count = items.len();
            terminal.say(&say!("  待{name}（{id}）{count} 条", "  for {name} ({id}): {count}"));
            for item in items {
                self.print_item(item, None, terminal);
            }
        }
        let count = self.work.held.len();
        heading(say!("暂不公开 {count} 条", "Held: {count}"));
        for (item, holds) in &self.work.held {
            self.print_item(item, Some(holds), terminal);
        }
        heading(say!("按责任单位", "By unit"));
        for (unit, load) in self.work.loads() {
            let Load { overdue, due, waiting, held } = load;
            let name = self.unit_name(unit);
            let name = if name.is_empty() { "—" } else { name };
            terminal.say(&say!(
                "  {name}：逾期 {overdue}，将到期 {due}，待审签 {waiting}，暂不公开 {held}",
                "  {name}: {overdue} overdue, {due} due soon, {waiting} waiting for a signature, {held} held"
            ));
        }
    }

    fn print_owed(&self, owed: &Owed<'_>, terminal: Terminal) {
        let duty = self.board.duty(owed.series.duty);
        let (name, due, unit) = (&duty.name, owed.slot.due, self.unit_name(self.board.unit_of(owed.series)));
        let (period, written) = (owed.slot.period.chinese(), owed.slot.period);
        let left = due.days_since(self.board.today);
        let (when, when_en) = match owed.slot.state {
            SlotState::Overdue { days } => (format!("逾期 {days} 天"), format!("{days} days overdue")),
            _ if left == 0 => ("今天到期".to_owned(), "due today".to_owned()),
            _ => (format!("还有 {left} 天"), format!("{left} days left")),
        };
        let (guess, guess_en) =
            if owed.slot.certain { ("", "") } else { ("（未含放假安排）", " (days off not known)") };
        terminal.say(&say!(
            "  {due}{guess} {when}  {name} {period}  {unit}",
            "  {due}{guess_en} {when_en}  {name} {written}  {unit}"
        ));
    }

    fn print_item(&self, item: &Item, holds: Option<&[Hold]>, terminal: Terminal) {
        let (path, title, unit) = (&item.draft.path, item.title(), self.unit_name(item.unit));
        let Text { zh, en } = holds.map(|holds| Text::list_of(&self.reasons(holds))).unwrap_or_default();
        let deadline = self.deadline(item).filter(|_| holds.is_some());
        let (last, last_en) = deadline.map_or_else(Default::default, |by| {
            (format!("，最迟 {} 公开", by.date), format!("; publish by {}", by.date))
        });
        if holds.is_some() {
            terminal.say(&say!("  {title}（{zh}{last}）  {unit}  {path}", "  {title} ({en}{last_en})  {unit}  {path}"));
        } else {
            terminal.say(&say!("    {title}  {unit}  {path}", "    {title}  {unit}  {path}"));
        }
    }

    /// The last day for what is meant for everybody.
    fn deadline(&self, item: &Item) -> Option<Counted> {
        self.board.publish_by(item).filter(|_| item.audience == Audience::Public)
    }

    fn reasons(&self, holds: &[Hold]) -> Vec<Text> {
        holds.iter().map(|hold| hold_words(self.board, hold)).collect()
    }

    fn json(&self, language: Language) -> Value {
        let id = |unit: Option<UnitId>| unit.map(|unit| self.board.config.unit(unit).id.as_str());
        let owed = |owed: &Owed<'_>| {
            let duty = self.board.duty(owed.series.duty);
            json!({
                "duty": duty.id,
                "name": duty.name,
                "unit": id(self.board.unit_of(owed.series)),
                "period": owed.slot.period.to_string(),
                "due": owed.slot.due.to_string(),
                "days": owed.slot.due.days_since(self.board.today).abs(),
            })
        };
        let held = self.work.held.iter().map(|(item, holds)| {
            json!({
                "path": &*item.draft.path,
                "index": item.index(),
                "title": item.title(),
                "unit": id(item.unit),
                "reasons": self.reasons(holds).iter().map(|reason| reason.in_language(language)).collect::<Vec<_>>(),
                "waits_for": self.board.awaited_step(item).map(|step| step.id.as_str()),
                "publish_by": self.deadline(item).map(|by| by.date.to_string()),
            })
        });
        let waiting = self.work.waiting.iter().map(|Waiting { step, name, items }| {
            let paths: Vec<&str> = items.iter().map(|item| &*item.draft.path).collect();
            json!({"step": step, "name": name, "items": paths})
        });
        let units = self.work.loads().into_iter().map(|(unit, load)| {
            json!({
                "unit": id(unit),
                "name": self.unit_name(unit),
                "overdue": load.overdue,
                "due": load.due,
                "waiting": load.waiting,
                "held": load.held,
            })
        });
        json!({
            "board": self.board.config.title,
            "date": self.board.today.to_string(),
            "overdue": self.work.overdue.iter().map(owed).collect::<Vec<_>>(),
            "due": self.work.due.iter().map(owed).collect::<Vec<_>>(),
            "waiting": waiting.collect::<Vec<_>>(),
            "held": held.collect::<Vec<_>>(),
            "units": units.collect::<Vec<_>>(),
        })
    }
}
