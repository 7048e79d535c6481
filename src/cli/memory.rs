//! What the last build said, for a build that would make the same again.

use super::terminal::Terminal;
use crate::output::{LastBuild, OutputFolder, Told};
use crate::pipeline::{Options, left_in, made_of};
use crate::source::Sources;
use crate::text::{Digest, digest};
use std::path::PathBuf;

/// What a build is made of, and where the last one is remembered.
pub(super) struct Memory {
    root: PathBuf,
    name: String,
    /// None where not everything can be read: such a build is not remembered.
    made_of: Option<String>,
}

impl Memory {
    /// The memory of builds like this one.
    pub(super) fn of(
        sources: &Sources,
        options: &Options,
        strict: bool,
        folder: &OutputFolder,
        terminal: Terminal,
    ) -> Self {
        let (program, colour) = (program(), terminal.colours_errors());
        let asked = format!("{program} {options:?} {strict} {:?} {colour} {folder:?}", terminal.language);
        Self {
            root: sources.root.clone(),
            name: digest(format!("{:?} {folder:?}", options.edition).as_bytes()).short(16),
            made_of: made_of(sources, &asked).map(|digest| digest.to_string()),
        }
    }

    /// What the last build said, where this one would be the same and its site still stands: `left` is what stands there.
    pub(super) fn told(&self, folder: &OutputFolder, left: Digest) -> Option<Told> {
        let last = LastBuild::load(&self.root, &self.name).filter(|_| folder.is_settled())?;
        let same = self.made_of.as_ref() == Some(&last.made_of) && last.left == left.to_string();
        same.then_some(last.told)
    }

    /// Remembers what this build said.
    pub(super) fn keep(self, told: &Told, folder: &OutputFolder) {
        let Some(made_of) = self.made_of else { return };
        let (left, told) = (left_in(folder).to_string(), told.clone());
        LastBuild { made_of, left, told }.keep(&self.root, &self.name);
    }
}

/// Which program this is: another version, or another build of the same, may make another site.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let stamp = file.map(|file| (file.len(), file.modified().ok()));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}
