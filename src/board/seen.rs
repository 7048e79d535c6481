use super::item::Item;
use super::model::Board;
use super::standing::{Hold, Standing};
use crate::diag::Place;
use crate::gate::{Part, Seen};
use crate::term::{Channel, Method};

impl Board {
    /// What the gate saw in everything of an item that is published, or will be as soon as it is no longer held: in its
    /// file, in the files that it offers as they lie, and in its tables.
    pub fn seen<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = (Place, &'a Seen)> {
        let own = self.looked.drafts.get(&item.draft.path).into_iter().flat_map(|seen| seen.iter());
        let own = own.filter(|seen| publishes(item, seen.part) || is_kept(item) && seen.part == Part::Content);
        let own = own.map(|seen| (&item.draft.path, seen));
        let content = publishes(item, Part::Content);
        let files = item.attached.iter().filter(move |_| content).filter_map(|file| file.path.as_ref());
        let files = files.filter_map(|path| Some((path, self.looked.files.get(path)?)));
        let files = files.flat_map(|(path, seen)| seen.iter().map(move |seen| (path, seen)));
        let tables = self.looked.tables.get(&item.draft.path).filter(|_| content).into_iter();
        let tables = tables.flat_map(|seen| seen.iter()).map(|(path, seen)| (path, seen));
        own.chain(files).chain(tables).map(|(path, seen)| (Place { path: path.clone(), spot: seen.spot.clone() }, seen))
    }

    /// What the gate saw in the register of opinions, where that is published.
    pub fn seen_in_opinions(&self) -> impl Iterator<Item = (Place, &Seen)> {
        let path = self.annual.opinions_path.as_ref();
        let all = path.into_iter().flat_map(|path| self.looked.opinions.iter().map(move |seen| (path, seen)));
        all.map(|(path, seen)| (Place { path: path.clone(), spot: seen.spot.clone() }, seen))
    }

    /// Whether the body and the files of an item are published, or will be as soon as it is no longer held.
    pub fn will_show(&self, item: &Item) -> bool {
        publishes(item, Part::Content)
    }
}

/// Whether the file of an item without a page is open to everybody all the same: what hangs on the wall goes into the
/// public part of the archive.
fn is_kept(item: &Item) -> bool {
    publishes(item, Part::Field) && item.method == Method::Proactive && item.front().withdrawn.is_none()
}

/// Whether a part of an item comes to readers, now or later.
fn publishes(item: &Item, part: Part) -> bool {
    if matches!(&item.standing, Standing::Held(holds) if holds.contains(&Hold::NotPublic)) {
        return false;
    }
    let front = item.front();
    if front.withheld.is_some() || item.method == Method::Withheld {
        return part == Part::Withheld;
    }
    if front.withdrawn.is_some() {
        return matches!(part, Part::Title | Part::Withdrawn);
    }
    let listed = matches!(part, Part::Title | Part::Field);
    let shown = item.method == Method::Proactive && item.channels.contains(&Channel::Website);
    listed || shown && part == Part::Content
}
