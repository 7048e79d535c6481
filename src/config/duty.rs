use crate::calendar::{Length, Period};
use crate::term::{Audience, Cadence, Channel, Level, Method};
use crate::text::{Placed, Span};

/// Which duty, by its place in `duties.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DutyId(pub u16);

/// One row of the standard catalogue: what must be published, by whom, how often, on what basis, by when (应公开事项).
#[derive(Clone, Debug)]
pub struct Duty {
    /// Its id, as items name it.
    pub id: String,
    /// 二级事项, the name of what is owed.
    pub name: String,
    /// Where it stands in `duties.yaml`: its id.
    pub span: Span,
    /// 试点领域, the area whose standard catalogue it comes from.
    pub area: Option<String>,
    /// 一级事项.
    pub group: Option<String>,
    /// The category where it is fulfilled, by path of ids or names.
    pub category: Option<Placed<String>>,
    /// How often; that of its category where it does not say.
    pub cadence: Option<Placed<Cadence>>,
    /// Who, by id or name; that of its category where it does not say.
    pub unit: Option<Placed<String>>,
    /// From which period on it is owed.
    pub since: Option<Placed<Period>>,
    /// Up to which period it is owed.
    pub until: Option<Placed<Period>>,
    /// When and why it rests.
    pub paused: Vec<Pause>,
    /// How long after the period, or after the information was formed, it is due.
    pub due: Option<Placed<Length>>,
    /// 公开时限 in the words of the official catalogue, where they say more than cadence and length.
    pub limit: Option<String>,
    /// How many working days a notice that fulfils it must be open to objections.
    pub publicity_days: Option<u64>,
    /// 公开依据.
    pub basis: Vec<String>,
    /// 公开内容（要素）: what an item must speak of.
    pub elements: Vec<String>,
    /// 公开渠道和载体.
    pub channels: Vec<Channel>,
    /// 公开对象.
    pub audience: Option<Audience>,
    /// 公开方式, as the catalogue ticks it; an item says its own.
    pub method: Option<Method>,
    /// 公开层级; empty where it is not said.
    pub levels: Vec<Level>,
}

/// A time in which a duty rests, and why (暂停).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its first period; none where it rested from the beginning.
    pub from: Option<Period>,
    /// Its last period; none where it still rests.
    pub to: Option<Period>,
    /// Why, in the office's own words.
    pub reason: String,
}

impl Duty {
    /// The pause in which a period of this duty lies.
    pub fn pause_in(&self, period: Period) -> Option<&Pause> {
        self.paused.iter().find(|pause| {
            pause.from.is_none_or(|from| from.start() <= period.start())
                && pause.to.is_none_or(|to| period.end() <= to.end())
        })
    }

    /// Whether it is for an office of this size: a row that only the county owes is not.
    pub fn is_ours(&self) -> bool {
        self.levels.is_empty() || self.levels.iter().any(|level| *level != Level::County)
    }
}
