use super::item::{Item, ItemId};
use super::model::Board;
use crate::calendar::{Period, PeriodKind};
use crate::config::UnitId;
use crate::term::{Channel, Section};

impl Board {
    /// Whether an item belongs on the wall for a period: it is about the period or a part of it, or, where it is about
    /// none, it was published in it.
    pub fn belongs_to(&self, item: &Item, period: Period) -> bool {
        match item.period() {
            Some(own) => period.start() <= own.start() && own.end() <= period.end(),
            None => item.published().is_some_and(|published| {
                item.section() != Section::Permanent
                    && period.start() <= published.date()
                    && published.date() <= period.end()
            }),
        }
    }

    /// What hangs on the wall board (公示栏) for a period, newest first: of one unit or of the whole office. Where items
    /// say that they are disclosed on the wall, only those; else all that are current.
    pub fn on_wall(&self, unit: Option<UnitId>, period: Period) -> Vec<ItemId> {
        let from = unit.map_or(&self.listed[..], |unit| self.of_unit(unit));
        let all: Vec<ItemId> = from.iter().copied().filter(|&id| self.may_hang(id, period)).collect();
        let named: Vec<ItemId> =
            all.iter().copied().filter(|&id| self.item(id).channels.contains(&Channel::Board)).collect();
        if named.is_empty() { all } else { named }
    }

    /// Whether anything hangs on a unit's wall board for a period.
    pub fn has_wall(&self, unit: UnitId, period: Period) -> bool {
        self.of_unit(unit).iter().any(|&id| self.may_hang(id, period))
    }

    /// Whether an item may hang on a wall board for a period.
    fn may_hang(&self, id: ItemId, period: Period) -> bool {
        let item = self.item(id);
        item.shows_content() && !item.is_expired(self.today) && self.belongs_to(item, period)
    }

    /// The period that a wall board shows today: the last quarter that has ended.
    pub fn wall_period(&self) -> Period {
        Period::containing(PeriodKind::Quarter, self.today).previous()
    }
}
