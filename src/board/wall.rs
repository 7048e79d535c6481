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
        let fits = |id: &ItemId| {
            let item = self.item(*id);
            item.shows_content()
                && !item.is_expired(self.today)
                && self.belongs_to(item, period)
                && unit.is_none_or(|unit| item.unit == Some(unit))
        };
        let all: Vec<ItemId> = self.listed.iter().copied().filter(fits).collect();
        let named: Vec<ItemId> =
            all.iter().copied().filter(|&id| self.item(id).channels.contains(&Channel::Board)).collect();
        if named.is_empty() { all } else { named }
    }

    /// The period that a wall board shows today: the last quarter that has ended.
    pub fn wall_period(&self) -> Period {
        Period::containing(PeriodKind::Quarter, self.today).previous()
    }
}
