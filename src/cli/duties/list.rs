use crate::board::{Board, Item, Series, Slot, SlotState};
use crate::cli::terminal::Terminal;
use crate::config::Duty;
use crate::say;
use crate::sheet;
use crate::term::Term;
use crate::text::{Language, Text};
use serde_json::{Value, json};

/// All duties with their periods, for programs. What rests is not owed and is left out of the periods.
pub(super) fn json(board: &Board) -> String {
    let rows = board.duties.iter().enumerate().map(|(at, duty)| {
        let series = board.series.iter().find(|series| usize::from(series.duty.0) == at);
        let periods = series.into_iter().flat_map(|series| &series.slots).filter_map(|slot| {
            let state = match slot.state {
                SlotState::Published | SlotState::Late { .. } => "published",
                SlotState::Due { .. } | SlotState::Coming => "due",
                SlotState::Overdue { .. } => "overdue",
                SlotState::Paused => return None,
            };
            Some(json!({
                "period": slot.period.to_string(),
                "due": slot.due.to_string(),
                "state": state,
                "item": slot.item.map(|id| board.item(id).draft.path.to_string()),
            }))
        });
        json!({
            "id": duty.id,
            "name": duty.name,
            "category": category(board, duty),
            "unit": duty.unit.as_ref().and_then(|unit| board.config.find_unit(unit)).map(|id| &board.config.unit(id).id),
            "cadence": duty.cadence.as_ref().map(|cadence| cadence.id()),
            "due": duty.due.as_ref().map(|due| due.to_string()),
            "periods": periods.collect::<Vec<Value>>(),
        })
    });
    let mut text = serde_json::to_string_pretty(&rows.collect::<Vec<Value>>()).unwrap_or_default();
    text.push('\n');
    text
}

/// One row a period, for a spreadsheet.
pub(super) fn csv(board: &Board, language: Language) -> String {
    let word = |text: Text| text.in_language(language).to_owned();
    let header = [
        say!("标识", "id"),
        say!("事项", "name"),
        say!("类别", "category"),
        say!("责任单位", "unit"),
        say!("公开时限", "cadence"),
        say!("所属期", "period"),
        say!("期限", "due"),
        say!("状态", "state"),
        say!("天数", "days"),
        say!("发布日期", "published"),
        say!("文件", "item"),
    ];
    let mut rows = Vec::new();
    for (duty, series) in all(board) {
        let head = vec![
            duty.id.clone(),
            duty.name.clone(),
            category(board, duty).unwrap_or_default(),
            unit_name(board, duty).to_owned(),
            duty.cadence.as_ref().map_or_else(String::new, |cadence| match language {
                Language::Chinese => cadence.chinese().to_owned(),
                Language::English => cadence.id().to_owned(),
            }),
        ];
        let slots = series.map_or(&[][..], |series| &series.slots);
        for slot in slots {
            let item = slot.item.map(|id| board.item(id));
            let (state, days) = state(slot);
            let mut row = head.clone();
            row.extend([
                slot.period.to_string(),
                slot.due.to_string(),
                word(state),
                days.map_or_else(String::new, |days| days.to_string()),
                item.and_then(Item::published).map_or_else(String::new, |at| at.date().to_string()),
                item.map_or_else(String::new, |item| item.draft.path.to_string()),
            ]);
            rows.push(row);
        }
        if slots.is_empty() {
            let newest = board.coverage.iter().find(|coverage| board.duty(coverage.duty).id == duty.id);
            let item = newest.and_then(|coverage| coverage.newest).map(|id| board.item(id));
            let mut row = head.clone();
            row.extend([String::new(), String::new(), word(standing(item.is_some())), String::new()]);
            row.push(item.and_then(Item::published).map_or_else(String::new, |at| at.date().to_string()));
            row.push(item.map_or_else(String::new, |item| item.draft.path.to_string()));
            rows.push(row);
        }
    }
    let header: Vec<String> = header.into_iter().map(word).collect();
    String::from_utf8(sheet::csv(&header, &rows)).unwrap_or_default()
}

/// For reading: each duty, and those of its periods that are not published in time.
pub(super) fn table(board: &Board, terminal: Terminal) {
    let share = board.share(|_| true);
    let (owed, covered, overdue) = (share.owed, share.covered, board.overdue().len());
    let percent = share.percent().map_or_else(|| "—".to_owned(), |percent| format!("{percent:.1}%"));
    terminal.say(&say!(
        "应公开事项 {owed} 项，已有内容 {covered} 项，覆盖率 {percent}，逾期 {overdue} 期",
        "{owed} duties, {covered} with items ({percent}); {overdue} periods overdue"
    ));
    for (duty, series) in all(board) {
        let (id, name, unit) = (&duty.id, &duty.name, unit_name(board, duty));
        let cadence = duty.cadence.as_ref();
        let (zh, en) = (cadence.map_or("", |cadence| cadence.chinese()), cadence.map_or("", |cadence| cadence.id()));
        terminal.line("");
        terminal.say(&say!("{name}（{id}）  {zh}  {unit}", "{name} ({id})  {en}  {unit}"));
        let slots = series.map_or(&[][..], |series| &series.slots);
        if slots.is_empty() {
            let covered = board.coverage.iter().any(|own| board.duty(own.duty).id == *id && own.newest.is_some());
            let Text { zh, en } = standing(covered);
            terminal.say(&Text { zh: format!("  {zh}"), en: format!("  {en}") });
        }
        let published = slots.iter().filter(|slot| slot.state == SlotState::Published).count();
        if published > 0 {
            terminal.say(&say!("  按时公开 {published} 期", "  {published} periods published in time"));
        }
        for slot in slots.iter().filter(|slot| slot.state != SlotState::Published) {
            let (text, days) = state(slot);
            let (period, written, due) = (slot.period.chinese(), slot.period, slot.due);
            let Text { zh, en } = text;
            let (days_zh, days_en) =
                days.map_or_else(Default::default, |days| (format!(" {days} 天"), format!(" {days} days")));
            terminal.say(&say!("  {period}  期限 {due}  {zh}{days_zh}", "  {written}  due {due}  {en}{days_en}"));
        }
    }
}

fn all(board: &Board) -> impl Iterator<Item = (&Duty, Option<&Series>)> {
    board
        .duties
        .iter()
        .enumerate()
        .map(|(at, duty)| (duty, board.series.iter().find(|series| usize::from(series.duty.0) == at)))
}

/// The path of the category of a duty.
fn category(board: &Board, duty: &Duty) -> Option<String> {
    let id = duty.category.as_ref().and_then(|path| board.config.categories.find(path))?;
    Some(board.config.categories.get(id).path.clone())
}

fn unit_name<'a>(board: &'a Board, duty: &Duty) -> &'a str {
    let unit = duty.unit.as_ref().and_then(|unit| board.config.find_unit(unit));
    unit.map_or("", |unit| &board.config.unit(unit).name)
}

fn standing(covered: bool) -> Text {
    if covered { say!("已公开", "published") } else { say!("没有内容", "nothing published") }
}

/// The state in words, and its days: late, left or overdue.
fn state(slot: &Slot) -> (Text, Option<i64>) {
    match slot.state {
        SlotState::Published => (say!("已公开", "published"), None),
        SlotState::Late { days } => (say!("迟公开", "published late"), Some(days)),
        SlotState::Due { left } => (say!("待公开，还有", "due, left"), Some(left)),
        SlotState::Overdue { days } => (say!("逾期", "overdue"), Some(days)),
        SlotState::Coming => (say!("未到期", "not yet"), None),
        SlotState::Paused => (say!("暂停", "paused"), None),
    }
}
