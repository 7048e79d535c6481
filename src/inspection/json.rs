use super::fault::Fault;
use super::overview::{Inspection, speech};
use crate::board::{Board, ExceptionState, ItemId, Owed, SlotState};
use crate::config::UnitId;
use crate::diag::Severity;
use crate::text::Text;
use serde_json::{Value, json};

/// The inspection as data: the same figures and findings as on the dashboard.
pub fn json(inspection: &Inspection<'_>) -> Value {
    let board = inspection.board;
    let say = |text: &Text| text.in_language(speech(board)).to_owned();
    let share = inspection.share;
    let on_time = inspection.timeliness;
    let vetoes = inspection.vetoes.iter().map(|veto| {
        json!({
            "id": veto.id,
            "name": say(&veto.name),
            "rule": say(&veto.rule),
            "state": veto.state.id(),
            "note": veto.note.as_ref().map(say),
            "findings": veto.faults.iter().map(|one| fault(board, one)).collect::<Vec<_>>(),
        })
    });
    let units = inspection.units.iter().map(|unit| {
        json!({
            "unit": unit_id(board, unit.unit),
            "name": unit.unit.map(|id| board.config.unit(id).name.as_str()),
            "errors": unit.count(Severity::Error),
            "warnings": unit.count(Severity::Warning),
            "notes": unit.count(Severity::Note),
            "findings": unit.faults.iter().map(|one| fault(board, one)).collect::<Vec<_>>(),
        })
    });
    let exceptions = inspection.exceptions.iter().map(|one| {
        let item = board.item(one.item);
        json!({
            "path": &*item.draft.path,
            "title": item.title(),
            "check": one.check,
            "reason": one.reason,
            "by": one.by,
            "until": one.until.map(|until| until.to_string()),
            "holds": one.state == ExceptionState::Holding,
        })
    });
    let columns = inspection.columns.iter().map(|column| {
        json!({
            "id": column.category.path,
            "name": column.category.name,
            "count": column.count,
            "changed": column.changed.map(|on| on.to_string()),
            "days": column.changed.map(|on| board.today.days_since(on)),
            "state": format!("{:?}", column.state).to_lowercase(),
        })
    });
    let held = inspection.work.held.iter().map(|(item, holds)| {
        let reasons: Vec<String> = holds.iter().map(|hold| say(&super::held::hold_words(board, hold))).collect();
        json!({"path": &*item.draft.path, "title": item.title(), "unit": unit_id(board, item.unit), "reasons": reasons})
    });
    let owed = |owed: &Owed<'_>| self::owed(board, owed);
    json!({
        "board": board.config.title,
        "date": board.today.to_string(),
        "duties": {
            "owed": share.owed,
            "fulfilled": share.fulfilled,
            "overdue": share.overdue,
            "uncovered": share.uncovered,
            "resting": share.resting,
            "coverage": share.percent(),
        },
        "year": {
            "owed": on_time.owed,
            "published": on_time.published,
            "in_time": on_time.in_time,
            "overdue": on_time.overdue,
            "punctual": on_time.percent(),
        },
        "errors": inspection.count(Severity::Error),
        "warnings": inspection.count(Severity::Warning),
        "notes": inspection.count(Severity::Note),
        "vetoes": vetoes.collect::<Vec<_>>(),
        "units": units.collect::<Vec<_>>(),
        "overdue": inspection.work.overdue.iter().map(owed).collect::<Vec<_>>(),
        "due": inspection.work.due.iter().map(owed).collect::<Vec<_>>(),
        "held": held.collect::<Vec<_>>(),
        "exceptions": exceptions.collect::<Vec<_>>(),
        "columns": columns.collect::<Vec<_>>(),
    })
}

fn fault(board: &Board, fault: &Fault<'_>) -> Value {
    let finding = &fault.located.finding;
    let say = |text: &Text| text.in_language(speech(board)).to_owned();
    json!({
        "check": finding.check,
        "family": fault.family.id(),
        "severity": finding.severity.id(),
        "path": finding.place.as_ref().map(|place| &*place.path),
        "line": fault.located.line,
        "message": say(&finding.message),
        "remedy": finding.remedy.as_ref().map(say),
        "basis": finding.basis,
        "title": fault.item.map(|id| board.item(id).title()),
        "address": fault.item.and_then(|id| address(board, id)),
    })
}

/// Where the page of an item stands on the public site; none for one without a page.
pub(super) fn address(board: &Board, id: ItemId) -> Option<String> {
    let item = board.item(id);
    item.has_page().then(|| board.config.base_url.join(&item.address.encoded()))
}

fn owed(board: &Board, owed: &Owed<'_>) -> Value {
    let duty = board.duty(owed.series.duty);
    let overdue = match owed.slot.state {
        SlotState::Overdue { days } => Some(days),
        _ => None,
    };
    json!({
        "duty": duty.id,
        "name": duty.name,
        "unit": unit_id(board, board.unit_of(owed.series)),
        "period": owed.slot.period.to_string(),
        "due": owed.slot.due.to_string(),
        "overdue_days": overdue,
    })
}

fn unit_id(board: &Board, unit: Option<UnitId>) -> Option<&str> {
    unit.map(|unit| board.config.unit(unit).id.as_str())
}
