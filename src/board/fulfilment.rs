//! How far the standard catalogue is fulfilled: one answer for its page, the statistics, the inspection and `status`.

use super::coverage::{Coverage, CoverageState, Share, Timeliness};
use super::model::Board;
use super::series::{Series, Slot, SlotState};
use crate::config::{Duty, DutyId};

impl Board {
    /// How many of some duties stand where.
    pub fn share(&self, of: impl Fn(&Duty) -> bool) -> Share {
        let mut share = Share::default();
        for coverage in self.coverage.iter().filter(|coverage| of(self.duty(coverage.duty))) {
            match coverage.state {
                CoverageState::OfCounty => continue,
                CoverageState::Resting => {
                    share.resting += 1;
                    continue;
                }
                CoverageState::Fulfilled => share.fulfilled += 1,
                CoverageState::Overdue => share.overdue += 1,
                CoverageState::Uncovered => share.uncovered += 1,
                CoverageState::Waiting => {}
            }
            share.owed += 1;
            share.covered += usize::from(coverage.newest.is_some());
        }
        share
    }

    /// What fell due in a year, of the series that are asked for.
    pub fn timeliness(&self, year: i16, of: impl Fn(&Series) -> bool) -> Timeliness {
        let series = self.series.iter().filter(|series| of(series));
        let mut sum = Timeliness::default();
        for slot in series.flat_map(|series| &series.slots) {
            if slot.due.year() != year || !slot.state.is_owed() {
                continue;
            }
            sum.owed += 1;
            sum.published += usize::from(slot.state.is_published());
            match slot.state {
                SlotState::Published => sum.in_time += 1,
                SlotState::Due { .. } => sum.waiting += 1,
                SlotState::Overdue { .. } => sum.overdue += 1,
                SlotState::Late { .. } | SlotState::Coming | SlotState::Paused => {}
            }
        }
        sum
    }
}

/// How far every duty is fulfilled, in the order of the duties.
pub(super) fn coverage(board: &Board) -> Vec<Coverage> {
    let duties = board.duties.iter().enumerate();
    duties.map(|(at, duty)| one(board, DutyId(at as u16), duty)).collect()
}

fn one(board: &Board, id: DutyId, duty: &Duty) -> Coverage {
    let newest = board.by_duty[id.0 as usize].iter().copied().min_by(|&a, &b| board.newest_first(a, b));
    let series = board.series.iter().find(|series| series.duty == id);
    let overdue = |slot: &Slot| matches!(slot.state, SlotState::Overdue { .. });
    let late = series.is_some_and(|series| series.slots.iter().any(overdue));
    let sum = board.timeliness(board.today.year(), |series| series.duty == id);
    let state = if !duty.is_ours() {
        CoverageState::OfCounty
    } else if late {
        CoverageState::Overdue
    } else if newest.is_some() {
        CoverageState::Fulfilled
    } else if rests(board, duty, series) {
        CoverageState::Resting
    } else if series.is_some() {
        CoverageState::Waiting
    } else {
        CoverageState::Uncovered
    };
    Coverage { duty: id, state, newest, published: sum.published, owed: sum.owed }
}

/// Whether a duty rests today: its newest period does, or the pause that covers today of one without periods.
fn rests(board: &Board, duty: &Duty, series: Option<&Series>) -> bool {
    match series.and_then(|series| series.slots.last()) {
        Some(slot) => slot.state == SlotState::Paused,
        None => duty.paused.iter().any(|pause| {
            pause.from.is_none_or(|from| from.start() <= board.today)
                && pause.to.is_none_or(|to| board.today <= to.end())
        }),
    }
}
