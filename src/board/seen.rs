use super::attached::Attached;
use super::item::Item;
use super::model::Board;
use crate::diag::Place;
use crate::gate::{Part, Seen};

impl Board {
    /// What the gate saw in everything of an item that is published, or will be as soon as it is no longer held: in its
    /// file, in the files that it offers as they lie, and in its tables.
    pub fn seen<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = (Place, &'a Seen)> {
        let own = self.looked.drafts.get(&item.draft.path).into_iter().flat_map(|seen| seen.iter());
        let meant = item.meant();
        let (content, kept) = (meant.publishes(Part::Content), meant.is_kept());
        let own = own.filter(move |seen| meant.publishes(seen.part) || kept && seen.part == Part::Content);
        let own = own.map(|seen| (&item.draft.path, seen));
        let files = item.attached.iter().filter(move |_| content).filter_map(Attached::offered);
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
        item.meant().publishes(Part::Content)
    }
}
