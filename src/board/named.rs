use super::address::Address;
use super::attached::{attached, resolve_path};
use super::edition::{Edition, Reach};
use crate::parse::Draft;
use crate::source::Stored;
use crate::term::{Audience, Method};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The files beside the items that would be published now or as soon as the items are no longer held: as they lie or
/// as tables. They are read before the board is made, because what they say belongs to it.
pub fn named_files(drafts: &[Arc<Draft>], stored: &[Stored], edition: Edition) -> BTreeSet<Arc<str>> {
    let meant = drafts.iter().filter(|draft| offers_files(draft, edition));
    meant.flat_map(|draft| files_of(draft, stored)).collect()
}

/// Whether the files of an item may ever come to readers: not those of drafts, of what is withheld or taken down, of
/// what is given on request, or of what is meant for others.
fn offers_files(draft: &Draft, edition: Edition) -> bool {
    let front = &draft.front;
    let public = front.audience.as_ref().is_none_or(|audience| audience.value == Audience::Public);
    let proactive = front.method.as_ref().is_none_or(|method| method.value == Method::Proactive);
    (!front.draft || edition.drafts)
        && (public || edition.reach == Reach::Internal)
        && proactive
        && front.withheld.is_none()
        && front.withdrawn.is_none()
}

fn files_of(draft: &Draft, stored: &[Stored]) -> Vec<Arc<str>> {
    let folder = draft.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let tables = draft.front.tables.iter().filter_map(|table| {
        let path = resolve_path(folder, &table.file)?;
        let at = stored.binary_search_by(|file| (*file.path).cmp(&path)).ok()?;
        Some(Arc::clone(&stored[at].path))
    });
    attached(draft, &Address::default(), stored).into_iter().filter_map(|file| file.path).chain(tables).collect()
}
