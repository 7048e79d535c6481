use super::state::Window;
use serde::Serialize;
use std::borrow::Cow;

/// An item in a list: one line, with small type below it or, in a wide list, beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ItemLine<'a> {
    /// The item's page.
    pub href: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// When it was published.
    pub date: Option<Cow<'a, str>>,
    /// Shown instead of the date.
    pub when: Option<When<'a>>,
    /// Who answers for it.
    pub unit: Option<Cow<'a, str>>,
    /// Id of its section.
    pub section: Option<&'static str>,
    /// Id of its cadence, where it is periodic.
    pub cadence: Option<&'static str>,
    /// Id of its phase, where it is staged.
    pub phase: Option<&'static str>,
    /// 发文字号.
    pub number: Option<Cow<'a, str>>,
    /// A note in the office's own words.
    pub note: Option<Cow<'a, str>>,
    /// Marks in boxes, by the ids of the words `mark_…`: `repealed`, `expired`, `on-request`.
    pub marks: Vec<&'static str>,
}

/// What stands at the end of a line instead of the date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum When<'a> {
    /// 核对 with its date.
    Verified {
        /// The day.
        date: Cow<'a, str>,
    },
    /// Not verified for too long.
    Unverified {
        /// Months since the last time.
        months: usize,
    },
    /// 已公开 with its date.
    Published {
        /// The day.
        date: Cow<'a, str>,
    },
    /// 待公开 with its last day.
    Due {
        /// The day.
        date: Cow<'a, str>,
    },
    /// 逾期.
    Overdue {
        /// Days past the last day.
        days: usize,
    },
    /// 未到期.
    Coming,
    /// 未设.
    None,
    /// No longer in force.
    Closed {
        /// `modified`, `expired` or `repealed`.
        validity: &'static str,
        /// Since when.
        date: Cow<'a, str>,
    },
    /// Other words.
    Words {
        /// The words.
        text: Cow<'a, str>,
    },
}

/// A publicity or a consultation in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicityLine<'a> {
    /// The item's page.
    pub href: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its days.
    pub window: Window<'a>,
}

/// Items under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Group<'a> {
    /// Id of the heading, unique on the page.
    pub id: Cow<'a, str>,
    /// The heading.
    pub title: Cow<'a, str>,
    /// Items in all, which may be more than are listed.
    pub count: usize,
    /// Small type behind the count: the unit that keeps it.
    pub note: Option<Cow<'a, str>>,
    /// The page with all of them.
    pub more: Option<Cow<'a, str>>,
    /// The items listed.
    pub lines: Vec<ItemLine<'a>>,
}
