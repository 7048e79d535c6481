use super::board_list::Listed;
use super::published::{Duties, Published};
use crate::calendar::Date;
use crate::config::BaseUrl;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Where one board stands among the others.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Its name in the list.
    pub name: String,
    /// Its own title; empty where nothing of it could be read.
    pub board: String,
    /// Its public address, where it is known.
    pub address: Option<BaseUrl>,
    /// Whether its catalogue could be read.
    pub read: bool,
    /// The day on which it was built.
    pub built: Option<Date>,
    /// Items in its catalogue.
    pub items: usize,
    /// Of these, those published in the year of the portal.
    pub this_year: usize,
    /// Items by section.
    pub sections: BTreeMap<String, usize>,
    /// The day of its newest item.
    pub newest: Option<Date>,
    /// How far its duties are fulfilled, where it tells that.
    pub duties: Option<Duties>,
}

impl Standing {
    /// The standing of a board, today; of one that could not be read nothing but its name is known.
    pub(super) fn of(listed: &Listed, published: Option<&Published>, today: Date) -> Self {
        let address = listed.address.clone().or_else(|| listed.catalogue.board());
        let Some(published) = published else {
            return Self {
                name: listed.name.clone(),
                board: String::new(),
                address,
                read: false,
                built: None,
                items: 0,
                this_year: 0,
                sections: BTreeMap::new(),
                newest: None,
                duties: None,
            };
        };
        let days: Vec<Date> = published.items.iter().filter_map(|item| day(item.published.as_deref()?)).collect();
        let mut sections = BTreeMap::new();
        for section in published.items.iter().filter_map(|item| item.section.clone()) {
            *sections.entry(section).or_default() += 1;
        }
        Self {
            name: listed.name.clone(),
            board: published.board.clone(),
            address: address.or_else(|| published.address.clone()),
            read: true,
            built: published.date,
            items: published.items.len(),
            this_year: days.iter().filter(|day| day.year() == today.year()).count(),
            sections,
            newest: days.into_iter().filter(|day| *day <= today).max(),
            duties: published.duties,
        }
    }

    /// 覆盖率: duties with an item among those owed, in per cent; none where nothing is owed or told.
    pub fn coverage(&self) -> Option<f64> {
        self.duties.filter(|duties| duties.owed > 0).map(|duties| share(duties.covered, duties.owed))
    }

    /// 按时公开率: periods published in time among those published or overdue, in per cent.
    pub fn timeliness(&self) -> Option<f64> {
        let judged = |duties: &Duties| duties.published_periods.saturating_add(duties.overdue_periods);
        self.duties.filter(|duties| judged(duties) > 0).map(|duties| share(duties.in_time_periods, judged(&duties)))
    }

    /// Days since its newest item.
    pub fn quiet_days(&self, today: Date) -> Option<i64> {
        self.newest.map(|newest| today.days_since(newest))
    }

    /// The better board first: by coverage, then by fewer overdue periods, by what was in time, by the newest item. A
    /// board that does not tell its coverage stands behind those that do, one that could not be read behind all.
    pub(super) fn rank(&self, other: &Self) -> Ordering {
        let overdue = |standing: &Self| standing.duties.map_or(usize::MAX, |duties| duties.overdue_periods);
        let more = |a: Option<f64>, b: Option<f64>| b.partial_cmp(&a).unwrap_or(Ordering::Equal);
        (other.read.cmp(&self.read))
            .then(more(self.coverage(), other.coverage()))
            .then(overdue(self).cmp(&overdue(other)))
            .then(more(self.timeliness(), other.timeliness()))
            .then(other.newest.cmp(&self.newest))
    }
}

/// The day of a date with or without a time.
pub(super) fn day(written: &str) -> Option<Date> {
    Date::parse(written.get(..10)?)
}

/// A strangers' file may say more of a part than of the whole.
fn share(part: usize, whole: usize) -> f64 {
    part.min(whole) as f64 * 100.0 / whole as f64
}
