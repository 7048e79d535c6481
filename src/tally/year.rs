use super::count::{Count, Dimension, settle};
use super::counted::is_counted;
use crate::board::{Board, Item, ItemId, Standing};
use crate::calendar::Stamp;
use crate::term::{Cadence, Channel, Method, Section, Term};
use std::collections::BTreeMap;

/// What was disclosed in one year.
#[derive(Clone, Debug)]
pub struct YearTally {
    /// The year, by date of publication.
    pub year: i16,
    /// Everything that counts as proactively disclosed, newest first.
    pub items: Vec<ItemId>,
    /// How many of them on the internet (政府网站).
    pub internet: usize,
    counts: [Vec<Count>; Dimension::ALL.len()],
}

impl YearTally {
    /// The counts of a dimension. Categories, cadences, units, channels, methods and months that have no item stand in it
    /// with 0.
    pub fn by(&self, dimension: Dimension) -> &[Count] {
        &self.counts[dimension as usize]
    }

    /// One count of a dimension by its id.
    pub fn find(&self, dimension: Dimension, id: &str) -> Option<&Count> {
        self.by(dimension).iter().find(|count| count.id == id)
    }
}

/// Counts the years of a board.
pub(super) fn years(board: &Board) -> BTreeMap<i16, YearTally> {
    let mut years: BTreeMap<i16, YearTally> = BTreeMap::new();
    let withheld = board.iter().filter(|(_, item)| item.standing == Standing::Withheld).map(|(id, _)| id);
    let mut genres: BTreeMap<i16, BTreeMap<&str, Vec<ItemId>>> = BTreeMap::new();
    for id in board.listed.iter().copied().chain(withheld) {
        let item = board.item(id);
        let Some(date) = item.published().map(Stamp::date) else { continue };
        let year = years.entry(date.year()).or_insert_with(|| empty(board, date.year()));
        if is_public(item) {
            push(&mut year.counts[Dimension::Method as usize], item.method.id(), id);
        }
        if !is_counted(item) {
            continue;
        }
        year.items.push(id);
        year.internet += usize::from(item.channels.contains(&Channel::Website));
        push(&mut year.counts[Dimension::Category as usize], category(board, item), id);
        push(&mut year.counts[Dimension::Cadence as usize], item.cadence.id(), id);
        push(&mut year.counts[Dimension::Section as usize], item.section().id(), id);
        let unit = item.unit.map_or("none", |unit| board.config.unit(unit).id.as_str());
        push(&mut year.counts[Dimension::Unit as usize], unit, id);
        for &channel in Channel::ALL.iter().filter(|channel| item.channels.contains(channel)) {
            push(&mut year.counts[Dimension::Channel as usize], channel.id(), id);
        }
        if let Some(month) =
            year.counts[Dimension::Month as usize].get_mut(usize::from(date.month().unsigned_abs()) - 1)
        {
            month.items.push(id);
        }
        if let Some(genre) = genre(item) {
            genres.entry(date.year()).or_default().entry(genre).or_default().push(id);
        }
    }
    for (at, year) in &mut years {
        let mut named: Vec<_> = genres.remove(at).unwrap_or_default().into_iter().collect();
        named.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
        let own = &mut year.counts[Dimension::Genre as usize];
        own.extend(named.into_iter().map(|(genre, items)| Count { items, ..Count::empty(genre, genre) }));
        for counts in &mut year.counts {
            // What is filed nowhere is named only where there is such a thing.
            counts.retain(|count| count.id != "none" || !count.items.is_empty());
            settle(counts);
        }
    }
    years
}

/// 体裁分类, where the item names one.
fn genre(item: &Item) -> Option<&str> {
    let genre = item.front().document.as_ref()?.genre.as_ref()?.trim();
    (!genre.is_empty()).then_some(genre)
}

/// Whether the way in which it is disclosed, or not disclosed, is itself public.
fn is_public(item: &Item) -> bool {
    match item.method {
        Method::Proactive => is_counted(item),
        Method::OnRequest => item.is_listed() && item.audience == crate::term::Audience::Public && !item.front().draft,
        Method::Withheld => {
            let title = item.front().withheld.as_ref().and_then(|withheld| withheld.public_title.as_ref());
            item.standing == Standing::Withheld && title.is_some()
        }
    }
}

fn category<'a>(board: &'a Board, item: &Item) -> &'a str {
    let categories = &board.config.categories;
    let top = item.category.and_then(|id| categories.line(id).first().copied());
    top.map_or("none", |id| categories.get(id).id.as_str())
}

fn push(counts: &mut [Count], id: &str, item: ItemId) {
    if let Some(count) = counts.iter_mut().find(|count| count.id == id) {
        count.items.push(item);
    }
}

fn empty(board: &Board, year: i16) -> YearTally {
    let tops = board.config.categories.iter().filter(|(_, category)| category.parent.is_none());
    let mut categories: Vec<Count> = tops.map(|(_, category)| Count::empty(&*category.id, &*category.name)).collect();
    categories.push(Count::empty("none", "未归类"));
    let mut units: Vec<Count> = board.config.units.iter().map(|unit| Count::empty(&*unit.id, &*unit.name)).collect();
    units.push(Count::empty("none", "未标责任单位"));
    let terms = |words: Vec<(&str, &str)>| words.into_iter().map(|(id, name)| Count::empty(id, name)).collect();
    YearTally {
        year,
        items: Vec::new(),
        internet: 0,
        counts: [
            categories,
            terms(Section::ALL.iter().map(|term| (term.id(), term.chinese())).collect()),
            terms(Cadence::ALL.iter().map(|term| (term.id(), term.chinese())).collect()),
            units,
            terms(Channel::ALL.iter().map(|term| (term.id(), term.chinese())).collect()),
            terms(Method::ALL.iter().map(|term| (term.id(), term.chinese())).collect()),
            Vec::new(),
            (1..=12).map(|month| Count::empty(month.to_string(), format!("{month}月"))).collect(),
        ],
    }
}
