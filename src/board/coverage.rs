use super::item::ItemId;
use crate::config::DutyId;

/// How far one duty is fulfilled, today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The duty.
    pub duty: DutyId,
    /// Where it stands.
    pub state: CoverageState,
    /// The newest item that fulfils it.
    pub newest: Option<ItemId>,
    /// Of its periods that fell due this year, how many are published; 0 where it is not periodic.
    pub published: usize,
    /// How many of its periods fell due this year, those due but not yet late among them.
    pub owed: usize,
}

/// Where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageState {
    /// 已落实: an item shows, and nothing is overdue.
    Fulfilled,
    /// 待公开: periodic, nothing published yet and nothing overdue.
    Waiting,
    /// 逾期: a period is overdue, whether others are published or not.
    Overdue,
    /// 未发生: the office says why it rests, and nothing is published.
    Resting,
    /// 未落实: no item fulfils it.
    Uncovered,
    /// Only the county owes it: it is not this office's.
    OfCounty,
}

/// How many duties stand where; of an area, a unit, or all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Duties of this office, without those that rest.
    pub owed: usize,
    /// Of these, those for which an item shows.
    pub covered: usize,
    /// Of these, those of which nothing is overdue.
    pub fulfilled: usize,
    /// Of the owed, those with an overdue period.
    pub overdue: usize,
    /// Of the owed, those without any item although one is due.
    pub uncovered: usize,
    /// 未发生: those that rest.
    pub resting: usize,
}

impl Share {
    /// 覆盖率: duties with an item among those owed, in per cent; none where nothing is owed.
    pub fn percent(self) -> Option<f64> {
        (self.owed > 0).then(|| self.covered as f64 * 100.0 / self.owed as f64)
    }
}

/// What fell due in a year, in periods, and what became of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timeliness {
    /// Periods whose last day lies in the year and that have ended.
    pub owed: usize,
    /// Of these, published.
    pub published: usize,
    /// Of the published, in time.
    pub in_time: usize,
    /// Of the owed, still to come and not late.
    pub waiting: usize,
    /// Of the owed, not published although the last day is over.
    pub overdue: usize,
}

impl Timeliness {
    /// 按时公开率: in time among what is published or overdue, in per cent.
    pub fn percent(self) -> Option<f64> {
        let judged = self.published + self.overdue;
        (judged > 0).then(|| self.in_time as f64 * 100.0 / judged as f64)
    }
}
