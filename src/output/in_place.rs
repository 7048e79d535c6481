//! Where the site cannot change places with a new one: its files are replaced one by one, by a list that is on disk
//! first. Whatever stops this, the list tells the next build how to end it, or how to take it back.

use super::disk::Disk;
use super::places::{Places, inside};
use super::prune::prune;
use serde_json::{Value, json};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The file of the list.
pub(super) const JOURNAL: &str = "journal";

/// The list of what is to be done, once all new files are on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Journal {
    /// Files that come, by path.
    pub(super) place: Vec<String>,
    /// Files that go.
    pub(super) remove: Vec<String>,
}

/// Where new files wait.
pub(super) fn waiting(places: &Places) -> PathBuf {
    places.staging.join("new")
}

impl Journal {
    /// Carries the list out. Each file that goes or is replaced is kept aside until all is done.
    ///
    /// # Errors
    /// Where the system refuses a file; the site is then as it was, or as good as it was once the next build has run.
    pub(super) fn publish(&self, disk: &Disk, places: &Places) -> io::Result<()> {
        let waiting = waiting(places);
        disk.sync(&places.staging, self.place.iter().map(|path| inside(&waiting, path)))?;
        let draft = places.staging.join("journal.new");
        disk.write(&draft, self.to_json().as_bytes())?;
        disk.sync(&places.staging, std::iter::once(draft.clone()))?;
        disk.rename(&draft, &places.staging.join(JOURNAL))?;
        disk.sync_folder(&places.staging)?;
        self.finish(disk, places)
    }

    /// Carries the list out from wherever it stands, or takes it back.
    fn finish(&self, disk: &Disk, places: &Places) -> io::Result<()> {
        if let Err(refused) = self.redo(disk, places) {
            // Where this is refused as well, the list stays for the next build.
            self.undo(disk, places)?;
            let _ = close(disk, places);
            return Err(refused);
        }
        // A list that stays is carried out once more by the next build, and then there is nothing left to do.
        let _ = close(disk, places);
        Ok(())
    }

    /// What goes, goes first: a file may stand where a folder comes, and the other way round.
    fn redo(&self, disk: &Disk, places: &Places) -> io::Result<()> {
        for path in &self.remove {
            let [_, kept, target] = spots(places, path);
            if is_file(&target) && !there(&kept) {
                shift(disk, &target, &kept)?;
                prune(disk, &places.out, &target);
            }
        }
        for path in &self.place {
            let [waits, kept, target] = spots(places, path);
            if there(&waits) {
                if there(&target) && !is_file(&target) {
                    return Err(io::ErrorKind::AlreadyExists.into());
                }
                if there(&target) {
                    shift(disk, &target, &kept)?;
                }
                shift(disk, &waits, &target)?;
            }
        }
        Ok(())
    }

    fn undo(&self, disk: &Disk, places: &Places) -> io::Result<()> {
        for path in &self.place {
            let [waits, kept, target] = spots(places, path);
            if !there(&waits) && is_file(&target) {
                shift(disk, &target, &waits)?;
            }
            prune(disk, &places.out, &target);
            if is_file(&kept) {
                shift(disk, &kept, &target)?;
            }
        }
        for path in &self.remove {
            let [_, kept, target] = spots(places, path);
            if is_file(&kept) {
                shift(disk, &kept, &target)?;
            }
        }
        Ok(())
    }

    fn to_json(&self) -> String {
        json!({ "place": self.place, "remove": self.remove }).to_string()
    }

    fn parse(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let list = |key: &str| {
            let rows = value.get(key)?.as_array()?;
            rows.iter().map(|row| row.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
        };
        Some(Self { place: list("place")?, remove: list("remove")? })
    }
}

/// Ends or takes back what a killed build left inside the site.
///
/// # Errors
/// Where the system refuses a file both ways.
pub(super) fn recover(disk: &Disk, places: &Places) -> io::Result<()> {
    let journal = fs::read_to_string(places.staging.join(JOURNAL)).ok().and_then(|text| Journal::parse(&text));
    match journal {
        Some(journal) => journal.finish(disk, places),
        None => disk.remove_tree(&places.staging),
    }
}

/// The list goes first: without it what else lies there means nothing.
fn close(disk: &Disk, places: &Places) -> io::Result<()> {
    disk.sync_folder(&places.staging)?;
    disk.remove_file(&places.staging.join(JOURNAL))?;
    let _ = disk.remove_tree(&places.staging);
    Ok(())
}

/// Where a file waits, where its forerunner is kept, and where it belongs.
fn spots(places: &Places, path: &str) -> [PathBuf; 3] {
    [inside(&waiting(places), path), inside(&places.staging.join("old"), path), inside(&places.out, path)]
}

fn there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether a file is there, or a link, but no folder.
fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|there| !there.is_dir())
}

fn shift(disk: &Disk, from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent().filter(|folder| !folder.is_dir()) {
        disk.make_folders(folder)?;
    }
    disk.rename(from, to).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", to.display())))
}
