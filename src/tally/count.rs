use super::percent::{Percent, shares};
use crate::board::ItemId;

/// By what items are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// 公开类别: the categories at the top of the tree, each with those below it.
    Category,
    /// 公开专区: the four sections of the board.
    Section,
    /// 公开时限.
    Cadence,
    /// 责任单位.
    Unit,
    /// 公开渠道; an item may have several, so shares are of all mentions.
    Channel,
    /// 公开方式: here items on request and withheld ones are counted as well.
    Method,
    /// 体裁分类, of the items that name one.
    Genre,
    /// The month of publication, 1 to 12.
    Month,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Category,
        Self::Section,
        Self::Cadence,
        Self::Unit,
        Self::Channel,
        Self::Method,
        Self::Genre,
        Self::Month,
    ];

    /// Its name in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Section => "section",
            Self::Cadence => "cadence",
            Self::Unit => "unit",
            Self::Channel => "channel",
            Self::Method => "method",
            Self::Genre => "genre",
            Self::Month => "month",
        }
    }
}

/// One value of a dimension, and the items behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The id of the category, cadence, unit, channel or method; the genre itself; the number of the month.
    pub id: String,
    /// Its name in Chinese.
    pub name: String,
    /// The items, newest first.
    pub items: Vec<ItemId>,
    /// Its share; the shares of one dimension add up to 100.00 %.
    pub share: Percent,
}

impl Count {
    /// A value with no items yet.
    pub(super) fn empty(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), items: Vec::new(), share: Percent(0) }
    }

    /// Its part of an address: letters and digits of any script, hyphens for the rest.
    pub fn slug(&self) -> String {
        self.id.chars().map(|character| if character.is_alphanumeric() { character } else { '-' }).collect()
    }
}

/// Works out the shares of a dimension.
pub(super) fn settle(counts: &mut [Count]) {
    let sizes: Vec<usize> = counts.iter().map(|count| count.items.len()).collect();
    for (count, share) in counts.iter_mut().zip(shares(&sizes)) {
        count.share = share;
    }
}
