//! Works out what is owed period by period, and what became of it.

use super::item::ItemId;
use super::model::Board;
use super::series::{Series, Slot, SlotState};
use crate::calendar::{Length, Period, PeriodKind, Stamp};
use crate::config::{Duty, DutyId};

/// How long after its period a duty is due where it does not say: by the 15th of the month that follows (重庆市实施村民
/// 委员会组织法办法 art. 30); a year's, by 31 January (条例 art. 49).
fn usual_due(kind: PeriodKind) -> Length {
    match kind {
        PeriodKind::Year => Length::days(31),
        PeriodKind::Half | PeriodKind::Quarter | PeriodKind::Month => Length::days(15),
    }
}

/// The series of every duty that is periodic and has begun.
pub(super) fn series(board: &Board) -> Vec<Series> {
    let duties = board.duties.iter().enumerate();
    duties.filter_map(|(at, duty)| one(board, DutyId(at as u16), duty)).collect()
}

fn one(board: &Board, id: DutyId, duty: &Duty) -> Option<Series> {
    let kind = duty.cadence.as_ref()?.period_kind()?;
    let items = &board.by_duty[id.0 as usize];
    let first_item =
        items.iter().filter_map(|&item| board.item(item).period()).filter(|period| period.kind() == kind).min();
    let since = duty.since.as_ref().map(|since| Period::containing(kind, since.start())).or(first_item)?;
    let running = Period::containing(kind, board.today);
    let last = duty.until.as_ref().map_or(running, |until| Period::containing(kind, until.end()).min(running));
    let mut slots = Vec::new();
    let mut period = since;
    // A hundred years of months: more than any board, and an end for dates typed wrong.
    while period <= last && slots.len() < 1_200 {
        slots.push(slot(board, duty, items, period));
        period = period.next();
    }
    Some(Series { duty: id, slots })
}

fn slot(board: &Board, duty: &Duty, items: &[ItemId], period: Period) -> Slot {
    let length = duty.due.as_ref().map_or_else(|| usual_due(period.kind()), |due| due.value);
    let due = length.after(period.end(), &board.workdays);
    let fulfils = items.iter().copied().filter(|&item| board.item(item).period() == Some(period));
    let item = fulfils.min_by_key(|&item| board.item(item).published());
    let published = item.and_then(|item| board.item(item).published()).map(Stamp::date);
    let state = match published {
        Some(on) if on <= due.date => SlotState::Published,
        Some(on) => SlotState::Late { days: on.days_since(due.date) },
        None if duty.pause_in(period).is_some() => SlotState::Paused,
        None if period.end() >= board.today => SlotState::Coming,
        None if board.today <= due.date => SlotState::Due { left: due.date.days_since(board.today) },
        None => SlotState::Overdue { days: board.today.days_since(due.date) },
    };
    let twice = Length { count: length.count.saturating_mul(2), ..length }.after(period.end(), &board.workdays);
    let twice_overdue = matches!(state, SlotState::Overdue { .. }) && board.today > twice.date;
    Slot { period, due: due.date, certain: due.complete, twice_overdue, item, state }
}
