use super::gate_memo::GateMemo;
use super::mishap::about;
use crate::parallel;
use crate::parse::{Draft, draft};
use crate::source::{Source, Sources, Versions};
use std::collections::HashMap;
use std::sync::Arc;

/// How much work a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items' files that were parsed.
    pub parsed: usize,
    /// Items' files that were the same as before.
    pub reused: usize,
    /// Attachments that were read.
    pub read: usize,
    /// Pages and files that were made.
    pub rendered: usize,
    /// Files that were written to disk.
    pub written: usize,
    /// Files that were removed from disk.
    pub removed: usize,
}

/// What one run may take over from the run before: results that depend on one file's bytes alone.
#[derive(Debug, Default)]
pub struct Memo {
    drafts: HashMap<Arc<str>, Arc<Draft>>,
    pub(super) looks: GateMemo,
    versions: Arc<Versions>,
}

impl Memo {
    /// What the items' files held before; git is asked only for what it was not asked for yet.
    pub(super) fn versions(&mut self, sources: &Sources) -> Arc<Versions> {
        let fresh = Versions::read(&sources.root, &sources.history, &sources.items, &self.versions);
        self.versions = Arc::new(fresh);
        Arc::clone(&self.versions)
    }

    /// The drafts of all items; only files whose bytes changed are parsed.
    pub(super) fn drafts(&mut self, items: &[Source], counts: &mut Counts) -> Vec<Arc<Draft>> {
        let fresh: Vec<&Source> = items
            .iter()
            .filter(|source| self.drafts.get(&source.path).is_none_or(|known| known.digest != source.digest))
            .collect();
        let parsed = parallel::map(&fresh, |source| about(&source.path, || Arc::new(draft(source))));
        counts.parsed = parsed.len();
        counts.reused = items.len() - parsed.len();
        self.drafts.extend(parsed.into_iter().map(|draft| (Arc::clone(&draft.path), draft)));
        let drafts: Vec<Arc<Draft>> =
            items.iter().filter_map(|source| self.drafts.get(&source.path).cloned()).collect();
        if self.drafts.len() > drafts.len() {
            self.drafts = drafts.iter().map(|draft| (Arc::clone(&draft.path), Arc::clone(draft))).collect();
        }
        drafts
    }
}
