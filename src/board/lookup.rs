use super::address::Address;
use super::attached::resolve_path;
use super::item::{Item, ItemId};
use std::collections::HashMap;
use std::sync::Arc;

/// Finds items by what texts call them.
#[derive(Debug, Default)]
pub(super) struct Lookup {
    paths: HashMap<Arc<str>, ItemId>,
    numbers: HashMap<String, ItemId>,
    addresses: HashMap<Address, ItemId>,
}

impl Lookup {
    pub(super) fn of(items: &[Item]) -> Self {
        let mut lookup = Self::default();
        for (at, item) in items.iter().enumerate() {
            let id = ItemId(at as u32);
            lookup.paths.insert(Arc::clone(&item.draft.path), id);
            lookup.addresses.entry(item.address.clone()).or_insert(id);
            if let Some(index) = item.index() {
                lookup.numbers.entry(index.to_owned()).or_insert(id);
            }
        }
        for (at, item) in items.iter().enumerate() {
            for old in item.old_addresses() {
                lookup.addresses.entry(old).or_insert(ItemId(at as u32));
            }
        }
        lookup
    }

    pub(super) fn find(&self, reference: &str, folder: &str) -> Option<ItemId> {
        let reference = reference.trim();
        let path = reference.split(['#', '?']).next().unwrap_or_default();
        if reference.is_empty() || path.is_empty() {
            return None;
        }
        self.numbers.get(reference).copied().or_else(|| {
            let near = resolve_path(folder, path);
            let from_content = resolve_path("content", path);
            near.iter().chain(&from_content).map(String::as_str).chain([path]).find_map(|path| self.at(path))
        })
    }

    /// The item whose page stands at an address, or stood there once.
    pub(super) fn at_address(&self, address: &Address) -> Option<ItemId> {
        self.addresses.get(address).copied()
    }

    /// The item at a path; its ending, or `index.md`, may be left out.
    fn at(&self, path: &str) -> Option<ItemId> {
        let path = path.trim_end_matches('/');
        let found = |path: &str| self.paths.get(path).copied();
        found(path).or_else(|| found(&format!("{path}.md"))).or_else(|| found(&format!("{path}/index.md")))
    }
}
