use super::item::{Item, ItemId};
use super::model::Board;
use crate::calendar::Date;
use crate::config::UnitId;
use crate::term::{Method, Validity};
use std::collections::BTreeSet;

/// Something that is open to objections or opinions today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenWindow {
    /// The item.
    pub item: ItemId,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Whether its days are working days (公示) or calendar days (征求意见).
    pub working: bool,
}

impl Board {
    /// Whether an item holds today: neither past nor out of force, and with content.
    pub fn is_current(&self, item: &Item) -> bool {
        let closed = matches!(item.validity(), Some(Validity::Repealed | Validity::Expired));
        item.shows_content() && item.method == Method::Proactive && !closed && !item.is_expired(self.today)
    }

    /// Publicities and consultations that are open today, those that end first before the others.
    pub fn open_windows(&self) -> Vec<OpenWindow> {
        let mut open = self.listed_windows();
        open.sort_by_key(|window| (window.to, window.item));
        open
    }

    /// The same in the order of the board's lists, newest first.
    pub fn listed_windows(&self) -> Vec<OpenWindow> {
        let mut open: Vec<OpenWindow> = Vec::new();
        for &id in &self.listed {
            let item = self.item(id);
            let front = item.front();
            let publicity = front.publicity.as_ref().map(|one| (one.from.as_ref(), one.to.as_ref(), true));
            let consultation = front.consultation.as_ref().map(|one| (one.from.as_ref(), one.to.as_ref(), false));
            for (from, to, working) in publicity.into_iter().chain(consultation) {
                let (Some(from), Some(to)) = (from.map(|from| from.value), to.map(|to| to.value)) else { continue };
                if item.shows_content() && from <= self.today && self.today <= to {
                    open.push(OpenWindow { item: id, from, to, working });
                }
            }
        }
        open
    }

    /// What the hall's screen shows besides, newest first: current items of the cadences and units that the board
    /// chose, of each series and each undertaking only the newest.
    pub fn on_screen(&self) -> Vec<ItemId> {
        let choice = &self.config.screen;
        let units: Vec<UnitId> = choice.units.iter().filter_map(|unit| self.config.find_unit(unit)).collect();
        let open: BTreeSet<ItemId> = self.open_windows().into_iter().map(|window| window.item).collect();
        let mut seen = BTreeSet::new();
        let fits = |id: &ItemId| {
            let item = self.item(*id);
            let mut is_newest = || {
                let duty = item.duty.filter(|_| item.period().is_some()).map(|duty| format!("duty {}", duty.0));
                let matter = item.front().stage.as_ref().map(|stage| format!("matter {}", stage.matter.trim()));
                duty.or(matter).is_none_or(|series| seen.insert(series))
            };
            self.is_current(item)
                && !open.contains(id)
                && choice.cadences.contains(&item.cadence)
                && (units.is_empty() || item.unit.is_some_and(|unit| units.contains(&unit)))
                && is_newest()
        };
        self.listed.iter().copied().filter(fits).take(choice.items as usize).collect()
    }
}
