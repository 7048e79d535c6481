use super::artifact::Artifact;
use super::disk::{Disk, EXCHANGES};
use super::error::{WriteError, at};
use super::folder::OutputFolder;
use super::in_place::{self, Journal};
use super::lock::Lock;
use super::manifest::{MANIFEST, Manifest};
use super::places::{Places, inside};
use super::swap::{self, Swap};
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

/// A site on its way to disk. New and changed files are laid down beside the site first; [`Writing::finish`] puts the
/// whole new site into place. Dropped before that, the old site stays as it was.
#[derive(Debug)]
pub struct Writing {
    places: Places,
    disk: Disk,
    lock: Option<Lock>,
    /// Where new files are laid down; none as long as nothing is new.
    ground: Option<PathBuf>,
    in_place: bool,
    old: Manifest,
    /// Whether the list of the old site can be believed: then a file that it does not name is a stranger's.
    listed: bool,
    new: Manifest,
    staged: BTreeSet<String>,
    folders: BTreeSet<PathBuf>,
    unchanged: usize,
}

impl Writing {
    /// Starts to write. What a killed build left is mended first.
    ///
    /// # Errors
    /// Where the disk refuses, or another program writes the same site.
    pub fn start(folder: &OutputFolder) -> Result<Self, WriteError> {
        Self::start_on(folder, Disk::default())
    }

    /// Starts to write on a disk.
    pub(super) fn start_on(folder: &OutputFolder, disk: Disk) -> Result<Self, WriteError> {
        let mut writing = Self {
            places: Places::of(folder.path()),
            disk,
            lock: None,
            ground: None,
            in_place: folder.is_kept(),
            old: Manifest::default(),
            listed: true,
            new: Manifest::default(),
            staged: BTreeSet::new(),
            folders: BTreeSet::new(),
            unchanged: 0,
        };
        if writing.places.has_left_overs() {
            writing.lock = Some(writing.places.lock(&writing.disk)?);
            writing.mend()?;
        }
        (writing.old, writing.listed) = Manifest::of(&writing.places.out);
        Ok(writing)
    }

    /// Takes one file. One that is the same as before is not written.
    ///
    /// # Errors
    /// Where the disk refuses, a stranger's file is in the way, or another program writes the same site.
    pub fn take(&mut self, artifact: &Artifact) -> Result<(), WriteError> {
        let known = (digest(&artifact.bytes), artifact.bytes.len() as u64);
        let target = inside(&self.places.out, &artifact.path);
        let is_same = self.old.files.get(&artifact.path) == Some(&known)
            && fs::metadata(&target).is_ok_and(|there| there.is_file() && there.len() == known.1);
        self.new.files.insert(artifact.path.clone(), known);
        if is_same {
            self.unchanged += 1;
            return Ok(());
        }
        if self.listed && !self.old.files.contains_key(&artifact.path) && is_other(&target, &artifact.bytes) {
            return Err(at(&target)(io::ErrorKind::AlreadyExists.into()));
        }
        self.lay_down(&artifact.path, &artifact.bytes)?;
        self.staged.insert(artifact.path.clone());
        Ok(())
    }

    /// Puts the new site into place.
    ///
    /// # Errors
    /// Where the disk refuses; the old site then stays as it was.
    pub fn finish(mut self) -> Result<Written, WriteError> {
        let gone: Vec<String> =
            self.old.files.keys().filter(|path| !self.new.files.contains_key(*path)).cloned().collect();
        let removed = gone.iter().filter(|path| inside(&self.places.out, path).symlink_metadata().is_ok()).count();
        let counts = Written { unchanged: self.unchanged, written: self.staged.len(), removed };
        if self.staged.is_empty() && gone.is_empty() {
            return Ok(counts);
        }
        let manifest = self.new.to_json();
        self.lay_down(MANIFEST, manifest.as_bytes())?;
        if self.ground.as_deref() == Some(&*self.places.fresh) {
            let Self { places, disk, old, new, staged, .. } = &self;
            match (Swap { places, disk, old, new, staged }).publish() {
                Ok(()) => return Ok(counts),
                Err(full) if full.kind() == io::ErrorKind::StorageFull => return Err(at(&self.places.fresh)(full)),
                Err(_) => self.move_inside()?,
            }
        }
        let place = self.staged.iter().cloned().chain([MANIFEST.to_owned()]).collect();
        let journal = Journal { place, remove: gone };
        journal.publish(&self.disk, &self.places).map_err(at(&self.places.out))?;
        Ok(counts)
    }

    /// Writes a file where new files wait.
    fn lay_down(&mut self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let ground = match self.ground.take() {
            Some(ground) => ground,
            None => self.open_ground()?,
        };
        let path = inside(&ground, path);
        self.ground = Some(ground);
        if let Some(folder) = path.parent().filter(|folder| !self.folders.contains(*folder)) {
            self.disk.make_folders(folder).map_err(at(folder))?;
            self.folders.insert(folder.to_path_buf());
        }
        self.disk.write(&path, bytes).map_err(at(&path))
    }

    /// Locks the site and opens a folder for new files: beside the site if it can be exchanged as a whole, or inside.
    fn open_ground(&mut self) -> Result<PathBuf, WriteError> {
        self.disk.make_folders(&self.places.above).map_err(at(&self.places.above))?;
        if self.lock.is_none() {
            self.lock = Some(self.places.lock(&self.disk)?);
            let changed = Manifest::of(&self.places.out).0 != self.old;
            if changed || self.places.has_unfinished() {
                // Another build came between; what we compared with is no more.
                return Err(at(&self.places.out)(io::ErrorKind::WouldBlock.into()));
            }
        }
        let is_beside = !self.in_place && (EXCHANGES || !self.places.out.exists());
        if is_beside && self.disk.make_folder(&self.places.fresh).is_ok() {
            return Ok(self.places.fresh.clone());
        }
        let waiting = in_place::waiting(&self.places);
        self.disk.make_folders(&waiting).map_err(at(&waiting))?;
        Ok(waiting)
    }

    /// Moves the new files into the site's own folder, where the site cannot be exchanged as a whole after all.
    fn move_inside(&mut self) -> Result<(), WriteError> {
        let waiting = in_place::waiting(&self.places);
        let Places { staging, fresh, .. } = &self.places;
        self.disk.make_folders(staging).map_err(at(staging))?;
        if self.disk.rename(fresh, &waiting).is_ok() {
            return Ok(());
        }
        for path in self.staged.iter().map(String::as_str).chain([MANIFEST]) {
            let (from, to) = (inside(fresh, path), inside(&waiting, path));
            let bytes = fs::read(&from).map_err(at(&from))?;
            if let Some(folder) = to.parent() {
                self.disk.make_folders(folder).map_err(at(folder))?;
            }
            self.disk.write(&to, &bytes).map_err(at(&to))?;
        }
        Ok(())
    }

    /// Ends or takes back what a killed build left.
    fn mend(&self) -> Result<(), WriteError> {
        let Places { fresh, former, staging, .. } = &self.places;
        if staging.is_dir() {
            in_place::recover(&self.disk, &self.places).map_err(at(staging))?;
        }
        self.disk.remove_tree(fresh).map_err(at(fresh))?;
        if former.is_dir() {
            swap::clear(&self.disk, &self.places).map_err(at(former))?;
        }
        Ok(())
    }
}

impl Drop for Writing {
    /// What was laid down and not moved is of no use to anyone. A list inside the site stays until it is carried out.
    fn drop(&mut self) {
        if self.ground.is_some() {
            let _ = self.disk.remove_tree(&self.places.fresh);
            if !self.places.staging.join(in_place::JOURNAL).exists() {
                let _ = self.disk.remove_tree(&self.places.staging);
            }
        }
        if let Some(lock) = self.lock.take() {
            lock.release(&self.disk);
        }
        // Leaves the folder where it holds anything.
        if self.ground.is_some() {
            let _ = self.disk.remove_folder(&self.places.out);
        }
    }
}

/// Whether a file stands at a place that is not this.
fn is_other(target: &Path, bytes: &[u8]) -> bool {
    let is_file = target.symlink_metadata().is_ok_and(|there| !there.is_dir());
    is_file && fs::read(target).map_or(true, |there| there != bytes)
}
