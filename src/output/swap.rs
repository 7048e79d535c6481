//! The new site is made whole beside the old one, then both change places in one step.

use super::disk::{Disk, alike};
use super::manifest::{MANIFEST, Manifest};
use super::places::{INNER_LOCK, Places, STAGING};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// What a swap starts from: the new files lie in `places.fresh` already.
pub(super) struct Swap<'a> {
    pub(super) places: &'a Places,
    pub(super) disk: &'a Disk,
    pub(super) old: &'a Manifest,
    pub(super) new: &'a Manifest,
    pub(super) staged: &'a BTreeSet<String>,
}

impl Swap<'_> {
    /// Completes the new site with what stays of the old one, then lets it take the old one's place. The old site is
    /// whole until that step, the new one from it on.
    ///
    /// # Errors
    /// Where this cannot be done here; the site is then as it was.
    pub(super) fn publish(&self) -> io::Result<()> {
        let Places { out, fresh, former, above, .. } = self.places;
        if !out.exists() {
            // Nothing is there that could be lost; a power cut leaves files of a wrong length, which the next build mends.
            return self.disk.rename(fresh, out);
        }
        if !alike(out, fresh)? {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let kept = self.keep(out, fresh, "")?;
        let expected = self.new.files.keys().filter(|path| !self.staged.contains(*path)).count();
        if kept < expected {
            return Err(io::Error::new(io::ErrorKind::NotFound, "a file of the old site went away in the meantime"));
        }
        let staged = self.staged.iter().map(|path| super::places::inside(fresh, path));
        self.disk.sync(fresh, staged)?;
        self.disk.exchange(fresh, out)?;
        // What follows only tidies up; the next build would do it too.
        let _ = self.disk.sync_folder(above);
        if self.disk.rename(fresh, former).is_ok() {
            let _ = clear(self.disk, self.places);
        }
        Ok(())
    }

    /// Gives all that stays a second name in the new folder: unchanged files of ours, and strangers' files. Answers how
    /// many of ours these were.
    fn keep(&self, from: &Path, to: &Path, below: &str) -> io::Result<usize> {
        let mut kept = 0;
        let mut is_empty = true;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            is_empty = false;
            let name = entry.file_name();
            let path = format!("{below}{}", name.to_string_lossy());
            if below.is_empty() && [STAGING, MANIFEST, INNER_LOCK].contains(&&*path) {
                continue;
            }
            let target = to.join(&name);
            if entry.file_type()?.is_dir() {
                kept += self.keep(&entry.path(), &target, &format!("{path}/"))?;
                continue;
            }
            let stays = self.new.files.contains_key(&path);
            if self.staged.contains(&path) || (!stays && self.old.files.contains_key(&path)) {
                continue;
            }
            self.open(to)?;
            self.disk.link(&entry.path(), &target)?;
            kept += usize::from(stays);
        }
        if is_empty {
            self.open(to)?;
        }
        if to.is_dir() {
            let (wanted, is) = (fs::metadata(from)?.permissions(), fs::metadata(to)?.permissions());
            if wanted != is {
                self.disk.permit(to, wanted)?;
            }
        }
        Ok(kept)
    }

    fn open(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() { Ok(()) } else { self.disk.make_folders(folder) }
    }
}

/// Removes the old site after the new one took its place. A file that is not ours and came into the old folder at the
/// last moment is moved over into the new one.
pub(super) fn clear(disk: &Disk, places: &Places) -> io::Result<()> {
    let ours = fs::read_to_string(places.former.join(MANIFEST)).ok().and_then(|text| Manifest::parse(&text));
    clear_folder(disk, &ours.unwrap_or_default(), &places.former, &places.out, "")?;
    // From here on nothing in it is worth keeping, and its name says so: a killed build may have removed its list first.
    disk.rename(&places.former, &places.fresh)?;
    disk.remove_tree(&places.fresh)
}

fn clear_folder(disk: &Disk, ours: &Manifest, former: &Path, out: &Path, below: &str) -> io::Result<()> {
    for entry in fs::read_dir(former)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{below}{}", name.to_string_lossy());
        let (there, here) = (entry.path(), out.join(&name));
        if entry.file_type()?.is_dir() {
            if !(below.is_empty() && path == STAGING) {
                clear_folder(disk, ours, &there, &here, &format!("{path}/"))?;
            }
        } else if path != MANIFEST && !ours.files.contains_key(&path) && is_newer(&there, &here) {
            disk.make_folders(out)?;
            disk.rename(&there, &here)?;
        }
    }
    Ok(())
}

/// Whether the stranger's file in the old folder is another than the one in the new folder, and the later one.
fn is_newer(there: &Path, here: &Path) -> bool {
    let (Ok(there), Ok(here)) = (fs::symlink_metadata(there), fs::symlink_metadata(here)) else {
        return !here.exists();
    };
    there.modified().ok() > here.modified().ok()
}
