//! What waits: items that are held and why, deadlines that come, and what is overdue.

use super::item::{Item, ItemId};
use super::model::Board;
use super::series::{Owed, Series, Slot, SlotState};
use super::standing::{Hold, Standing};
use crate::calendar::{Counted, Date};
use crate::config::{Step, UnitId};
use crate::term::Method;

impl Board {
    /// The items that are held, with the reasons, in the order of their paths.
    pub fn held(&self) -> impl Iterator<Item = (ItemId, &Item, &[Hold])> {
        self.iter().filter_map(|(id, item)| match &item.standing {
            Standing::Held(holds) => Some((id, item, holds.as_slice())),
            _ => None,
        })
    }

    /// The step of approval that an item waits for: the first that is missing. A draft waits for its author.
    pub fn awaited_step<'a>(&self, item: &'a Item) -> Option<&'a Step> {
        let Standing::Held(holds) = &item.standing else { return None };
        if holds.contains(&Hold::Draft) {
            return None;
        }
        let missing = holds.iter().find_map(|hold| match hold {
            Hold::Unsigned(steps) => steps.first(),
            _ => None,
        })?;
        item.steps.iter().find(|step| step.id == *missing)
    }

    /// What is overdue, the longest first.
    pub fn overdue(&self) -> Vec<Owed<'_>> {
        let mut overdue: Vec<Owed<'_>> =
            self.owed().filter(|owed| matches!(owed.slot.state, SlotState::Overdue { .. })).collect();
        overdue.sort_by_key(|owed| (owed.slot.due, owed.series.duty));
        overdue
    }

    /// What falls due from today on within so many days, the next first; periods that still run are among it.
    pub fn due_within(&self, days: u64) -> Vec<Owed<'_>> {
        let last = self.today.add_days(i64::try_from(days).unwrap_or(i64::MAX));
        let mut due: Vec<Owed<'_>> = self.coming().into_iter().filter(|owed| owed.slot.due <= last).collect();
        due.sort_by_key(|owed| (owed.slot.due, owed.series.duty));
        due
    }

    /// All deadlines that lie ahead, today's among them, the next first.
    pub fn coming(&self) -> Vec<Owed<'_>> {
        let waits = |slot: &Slot| matches!(slot.state, SlotState::Due { .. } | SlotState::Coming);
        let mut coming: Vec<Owed<'_>> = self.owed().filter(|owed| waits(owed.slot)).collect();
        coming.sort_by_key(|owed| (owed.slot.due, owed.series.duty));
        coming
    }

    /// The unit that owes a series.
    pub fn unit_of(&self, series: &Series) -> Option<UnitId> {
        self.duty(series.duty).unit.as_ref().and_then(|unit| self.config.find_unit(unit))
    }

    /// The last day on which information may be published after it was formed: what its duty allows, else what the
    /// board does (条例 art. 26). None where that day is not known. The limits of periodic duties count from the end of
    /// the period; their series tell them.
    pub fn publish_by(&self, item: &Item) -> Option<Counted> {
        if item.method != Method::Proactive || item.front().withdrawn.is_some() {
            return None;
        }
        Some(self.publish_within(item).after(self.came_to_be(item)?, &self.workdays))
    }

    /// How soon after it was formed an item must be published.
    pub fn publish_within(&self, item: &Item) -> crate::calendar::Length {
        let duty = item.duty.map(|id| self.duty(id)).filter(|_| item.cadence.period_kind().is_none());
        let own = duty.and_then(|duty| duty.due.as_ref());
        own.map_or(self.config.policies.publish_within, |due| due.value)
    }

    /// When the information came to be. The date on a document counts for those who made it, not for a reprint.
    pub fn came_to_be(&self, item: &Item) -> Option<Date> {
        let own = || {
            let issuer = item.front().document.as_ref().and_then(|document| document.issuer.as_ref());
            let office = &self.config.office.name;
            issuer.is_none_or(|issuer| {
                office.is_empty() || issuer.contains(office.as_str()) || office.contains(issuer.trim())
            })
        };
        match &item.front().formed {
            Some(formed) => Some(formed.date()),
            None => item.formed().filter(|_| own()),
        }
    }

    fn owed(&self) -> impl Iterator<Item = Owed<'_>> {
        self.series.iter().flat_map(|series| series.slots.iter().map(move |slot| Owed { series, slot }))
    }
}
