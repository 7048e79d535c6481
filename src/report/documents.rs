use crate::annual::Documents;
use crate::board::{Board, Item, ItemId};
use crate::calendar::{Date, Period, Stamp};
use crate::tally::is_counted;
use crate::term::Validity;

/// A row of table two that is counted from items: 规章 or 行政规范性文件.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its label in the official form.
    pub name: &'static str,
    /// 本年制发件数.
    pub made: u64,
    /// 本年废止件数.
    pub repealed: u64,
    /// 现行有效件数, at the end of the year.
    pub valid: u64,
    /// The items behind the three numbers, newest first; empty where the office counts by hand.
    pub items: [Vec<ItemId>; 3],
    /// Whether the office counts by hand.
    pub by_hand: bool,
}

impl DocumentRow {
    /// The three numbers in order.
    pub fn cells(&self) -> [u64; 3] {
        [self.made, self.repealed, self.valid]
    }
}

/// Both rows for a year.
pub fn documents(board: &Board, year: i16) -> [DocumentRow; 2] {
    let figures = board.annual.years.get(&year);
    let rules = figures.and_then(|figures| figures.rules);
    let normative = figures.and_then(|figures| figures.normative);
    [
        row(board, year, "规章", rules, &["规章", "部门规章", "地方政府规章", "政府规章"]),
        row(board, year, "行政规范性文件", normative, &["行政规范性文件", "规范性文件"]),
    ]
}

fn row(board: &Board, year: i16, name: &'static str, by_hand: Option<Documents>, genres: &[&str]) -> DocumentRow {
    if let Some(Documents { made, repealed, valid, .. }) = by_hand {
        return DocumentRow { name, made, repealed, valid, items: Default::default(), by_hand: true };
    }
    let mut items: [Vec<ItemId>; 3] = Default::default();
    for &id in &board.listed {
        let item = board.item(id);
        if !is_counted(item) || !genre(item).is_some_and(|genre| genres.contains(&genre)) {
            continue;
        }
        let Some(written) = written(item) else { continue };
        let repealed = item.front().document.as_ref().and_then(|document| document.repealed.as_ref());
        if written == year {
            items[0].push(id);
        }
        if repealed.is_some_and(|date| date.value.year() == year) {
            items[1].push(id);
        }
        if written <= year && in_force(item, year) {
            items[2].push(id);
        }
    }
    let [made, repealed, valid] = [0, 1, 2].map(|at: usize| items[at].len() as u64);
    DocumentRow { name, made, repealed, valid, items, by_hand: false }
}

fn genre(item: &Item) -> Option<&str> {
    Some(item.front().document.as_ref()?.genre.as_ref()?.trim())
}

/// The year on the document, else that in which it was formed or published.
fn written(item: &Item) -> Option<i16> {
    item.formed().or_else(|| item.published().map(Stamp::date)).map(Date::year)
}

/// Whether it was in force at the end of a year.
fn in_force(item: &Item, year: i16) -> bool {
    let end = Period::Year(year).end();
    let front = item.front();
    let repealed = front.document.as_ref().and_then(|document| document.repealed.as_ref()).map(|date| date.value);
    if let Some(repealed) = repealed {
        return repealed > end;
    }
    match front.expires.as_ref() {
        Some(expires) => expires.value >= end,
        None => !matches!(item.validity(), Some(Validity::Repealed | Validity::Expired)),
    }
}
