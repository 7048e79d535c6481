//! What the items' files held before, as git remembers it: one git for all of them.

use super::files::Source;
use super::git::Blobs;
use super::history::History;
use crate::calendar::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// How many of the newest versions of a file are read.
const MOST: usize = 20;

/// A version that is longer, in bytes, is not read.
const LONGEST: u64 = 1 << 20;

/// How much text of older versions is held of all files together, in bytes.
const ALL_TOGETHER: usize = 128 << 20;

/// A file as it once was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The day of the change that made it so.
    pub on: Date,
    /// What the author said of that change.
    pub subject: Arc<str>,
    /// The whole file.
    pub text: Arc<str>,
}

impl Version {
    /// Whether the file says the same now; git may keep other line ends than the disk.
    pub fn is(&self, text: &str) -> bool {
        self.text.lines().eq(text.lines())
    }
}

/// The recorded versions of all items' files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    of: BTreeMap<Arc<str>, Vec<Version>>,
    /// What was read, by git's name for it; nothing for what is too long or no text.
    texts: BTreeMap<Arc<str>, Option<Arc<str>>>,
}

impl Versions {
    /// Reads the versions of all items' files, but for those that `before` knows.
    pub fn read(root: &Path, history: &History, items: &[Source], before: &Self) -> Self {
        let mut versions = Self::default();
        let mut blobs = None;
        let mut held = 0;
        for item in items {
            let changes = history.of(&item.path);
            let mut known: Vec<Version> = Vec::new();
            let mut last = None;
            for change in &changes[changes.len().saturating_sub(MOST)..] {
                // A rename alone is no other text.
                if last.replace(&change.blob) == Some(&change.blob) || held > ALL_TOGETHER {
                    continue;
                }
                let blob = &change.blob;
                let text = match versions.texts.get(blob).or_else(|| before.texts.get(blob)) {
                    Some(text) => text.clone(),
                    None => {
                        let Some(open) = blobs.get_or_insert_with(|| Blobs::open(root)) else { return versions };
                        let text = open.text(blob, LONGEST);
                        text.map(|text| Arc::from(text.strip_prefix('\u{FEFF}').unwrap_or(&text)))
                    }
                };
                versions.texts.insert(Arc::clone(blob), text.clone());
                let Some(text) = text else { continue };
                held += text.len();
                known.push(Version { on: change.on, subject: Arc::clone(&change.subject), text });
            }
            if known.len() > 1 || known.iter().any(|one| !one.is(&item.text)) {
                versions.of.insert(Arc::clone(&item.path), known);
            }
        }
        versions
    }

    /// The recorded versions of a file, the oldest first; none where there is nothing to compare.
    pub fn of(&self, path: &str) -> &[Version] {
        self.of.get(path).map_or(&[], Vec::as_slice)
    }
}
