use super::item::ItemId;
use crate::calendar::{Date, Period};
use crate::config::DutyId;

/// A periodic duty and all its periods from the first one owed to the one that runs today (系列).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The duty.
    pub duty: DutyId,
    /// Its periods, the oldest first.
    pub slots: Vec<Slot>,
}

/// One period of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The period.
    pub period: Period,
    /// The last day on which it may be published.
    pub due: Date,
    /// Whether that day is certain: no year without known days off lies on the way.
    pub certain: bool,
    /// Whether it is overdue by more than the whole length of time that was allowed.
    pub twice_overdue: bool,
    /// The item that fulfils it.
    pub item: Option<ItemId>,
    /// Where it stands today.
    pub state: SlotState,
}

/// Where one period of a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// 已公开, in time.
    Published,
    /// 已公开, so many days late.
    Late {
        /// Calendar days after the last day.
        days: i64,
    },
    /// 待公开.
    Due {
        /// Calendar days left, 0 on the last day.
        left: i64,
    },
    /// 逾期.
    Overdue {
        /// Calendar days after the last day.
        days: i64,
    },
    /// 未到期: the period has not ended.
    Coming,
    /// 暂停: the office says why it rests.
    Paused,
}

impl SlotState {
    /// Whether an item fulfils the period.
    pub fn is_published(self) -> bool {
        matches!(self, Self::Published | Self::Late { .. })
    }

    /// Whether it is owed by today: published, due or overdue.
    pub fn is_owed(self) -> bool {
        !matches!(self, Self::Coming | Self::Paused)
    }
}

/// A period of a duty that is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed<'a> {
    /// The duty and its other periods.
    pub series: &'a Series,
    /// The period.
    pub slot: &'a Slot,
}
