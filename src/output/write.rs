use super::artifact::Artifact;
use super::folder::OutputFolder;
use super::manifest::{MANIFEST, Manifest, STAGING};
use crate::text::digest;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a build did on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were new or changed.
    pub written: usize,
    /// Files that were the same.
    pub unchanged: usize,
    /// Files of ours that are no more.
    pub removed: usize,
}

/// What the disk refused.
#[derive(Debug)]
pub struct WriteError {
    /// Which file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// A site on its way to disk. New and changed files are laid down beside the site first; [`Writing::finish`] moves them
/// into place. Dropped before that, the old site stays as it was.
#[derive(Debug)]
pub struct Writing {
    out: PathBuf,
    staging: PathBuf,
    old: Manifest,
    new: Manifest,
    staged: Vec<String>,
    folders: BTreeSet<PathBuf>,
    unchanged: usize,
}

impl Writing {
    /// Starts to write.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn start(folder: &OutputFolder) -> Result<Self, WriteError> {
        let out = folder.path().to_path_buf();
        let staging = out.join(STAGING);
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(at(&staging))?;
        }
        fs::create_dir_all(&out).map_err(at(&out))?;
        let old = fs::read_to_string(out.join(MANIFEST)).map(|text| Manifest::parse(&text)).unwrap_or_default();
        let folders = BTreeSet::new();
        Ok(Self { out, staging, old, new: Manifest::default(), staged: Vec::new(), folders, unchanged: 0 })
    }

    /// Takes one file. One that is the same as before is not written.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn take(&mut self, artifact: &Artifact) -> Result<(), WriteError> {
        let known = (digest(&artifact.bytes), artifact.bytes.len() as u64);
        let same = self.old.files.get(&artifact.path) == Some(&known)
            && fs::metadata(self.out.join(&artifact.path)).is_ok_and(|there| there.is_file() && there.len() == known.1);
        self.new.files.insert(artifact.path.clone(), known);
        if same {
            self.unchanged += 1;
            return Ok(());
        }
        let path = self.staging.join(&artifact.path);
        self.make_folder(&path)?;
        fs::write(&path, &artifact.bytes).map_err(at(&path))?;
        self.staged.push(artifact.path.clone());
        Ok(())
    }

    /// Moves what is new into place, then removes what is no more.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn finish(mut self) -> Result<Written, WriteError> {
        let mut counts = Written { unchanged: self.unchanged, written: self.staged.len(), removed: 0 };
        let gone: Vec<String> =
            self.old.files.keys().filter(|path| !self.new.files.contains_key(*path)).cloned().collect();
        if self.staged.is_empty() && gone.is_empty() {
            return Ok(counts);
        }
        for path in std::mem::take(&mut self.staged) {
            let target = self.out.join(&path);
            self.make_folder(&target)?;
            fs::rename(self.staging.join(&path), &target).map_err(at(&target))?;
        }
        let manifest = self.out.join(MANIFEST);
        fs::write(&manifest, self.new.to_json()).map_err(at(&manifest))?;
        for path in gone {
            let target = self.out.join(&path);
            if fs::remove_file(&target).is_ok() {
                counts.removed += 1;
            }
            remove_empty_folders(&self.out, &target);
        }
        Ok(counts)
    }

    fn make_folder(&mut self, path: &Path) -> Result<(), WriteError> {
        let Some(folder) = path.parent() else { return Ok(()) };
        if !self.folders.contains(folder) {
            fs::create_dir_all(folder).map_err(at(folder))?;
            self.folders.insert(folder.to_path_buf());
        }
        Ok(())
    }
}

impl Drop for Writing {
    /// What was laid down and not moved is of no use to anyone.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.staging);
        // Leaves the folder where it holds anything.
        let _ = fs::remove_dir(&self.out);
    }
}

fn remove_empty_folders(out: &Path, removed: &Path) {
    let mut folder = removed.parent();
    while let Some(path) = folder.filter(|path| *path != out && path.starts_with(out)) {
        // A folder that still holds something, ours or a stranger's, stays.
        if fs::remove_dir(path).is_err() {
            return;
        }
        folder = path.parent();
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_path_buf();
    move |error| WriteError { path, error }
}
