use super::parallel;
use crate::attachment::{LARGEST_FILE, Reading};
use crate::board::Readings;
use crate::parse::{Draft, draft};
use crate::source::{Source, Sources, Stored};
use std::collections::{BTreeSet, HashMap};
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
    readings: HashMap<Stored, Arc<Reading>>,
}

impl Memo {
    /// The drafts of all items; only files whose bytes changed are parsed.
    pub(super) fn drafts(&mut self, items: &[Source], counts: &mut Counts) -> Vec<Arc<Draft>> {
        let fresh: Vec<&Source> = items
            .iter()
            .filter(|source| self.drafts.get(&source.path).is_none_or(|known| known.digest != source.digest))
            .collect();
        let parsed = parallel::map(&fresh, |source| Arc::new(draft(source)));
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

    /// What the named files say; only files that are not as they were at the last look are read. A file that is named
    /// no longer is forgotten.
    pub(super) fn readings(&mut self, sources: &Sources, named: &BTreeSet<Arc<str>>, counts: &mut Counts) -> Readings {
        let files: Vec<&Stored> = named.iter().filter_map(|path| sources.stored(path)).collect();
        let fresh: Vec<&Stored> = files.iter().copied().filter(|file| !self.readings.contains_key(*file)).collect();
        let read = parallel::map_large(&fresh, |file| Arc::new(reading(sources, file)));
        counts.read = read.len();
        self.readings.extend(fresh.into_iter().cloned().zip(read));
        if self.readings.len() > files.len() {
            let files: BTreeSet<&Arc<str>> = files.iter().map(|file| &file.path).collect();
            self.readings.retain(|file, _| files.contains(&file.path) && sources.stored(&file.path) == Some(file));
        }
        let known = files.iter().filter_map(|file| self.readings.get(*file).map(|reading| (*file, reading)));
        known.map(|(file, reading)| (Arc::clone(&file.path), Arc::clone(reading))).collect()
    }
}

/// Reads one attachment. One that is too large is not even taken into memory.
fn reading(sources: &Sources, file: &Stored) -> Reading {
    if file.size > LARGEST_FILE {
        return Reading::too_big();
    }
    match sources.bytes(&file.path) {
        Ok(bytes) => Reading::of(&file.path, &bytes),
        Err(error) => Reading::refused(error.message),
    }
}
