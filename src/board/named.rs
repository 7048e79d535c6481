use super::address::Address;
use super::attached::{attached, resolve_path};
use super::edition::Edition;
use super::readings::Readings;
use super::standing::offers_files;
use crate::parse::Draft;
use crate::source::Stored;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How items use a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileUse {
    /// It is offered as it lies.
    AsItLies,
    /// Its cells are shown as a table.
    AsTable,
    /// Both.
    Both,
}

/// The files beside the items that would be published now or as soon as the items are no longer held: as they lie or
/// as tables. They are read before the board is made, because what they say belongs to it.
pub fn named_files(drafts: &[Arc<Draft>], stored: &[Stored], edition: Edition) -> BTreeMap<Arc<str>, FileUse> {
    let mut named: BTreeMap<Arc<str>, FileUse> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| offers_files(&draft.front, edition)) {
        let lying = attached(draft, &Address::default(), stored, &Readings::new())
            .into_iter()
            .filter_map(|file| file.offered().cloned());
        let uses = lying.map(|path| (path, FileUse::AsItLies));
        let tables = table_files(draft, stored).map(|path| (path, FileUse::AsTable));
        for (path, used) in uses.chain(tables) {
            let known = named.entry(path).or_insert(used);
            *known = if *known == used { used } else { FileUse::Both };
        }
    }
    named
}

/// The files of an item's tables that are there.
fn table_files(draft: &Draft, stored: &[Stored]) -> impl Iterator<Item = Arc<str>> {
    let folder = draft.folder();
    draft.front.tables.iter().filter_map(move |table| {
        let path = resolve_path(folder, &table.file)?;
        let at = stored.binary_search_by(|file| (*file.path).cmp(&path)).ok()?;
        Some(Arc::clone(&stored[at].path))
    })
}
