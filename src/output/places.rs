use super::disk::Disk;
use super::error::WriteError;
use super::lock::Lock;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder inside the site in which new files wait, where the site cannot be exchanged as a whole.
pub(super) const STAGING: &str = ".gongkai-staging";

/// The lock, where it cannot lie beside the site.
pub(super) const INNER_LOCK: &str = ".gongkai-lock";

/// Where a site is, and where its next self is made.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// The site.
    pub(super) out: PathBuf,
    /// The folder above it.
    pub(super) above: PathBuf,
    /// Beside it: the new site, until it is whole.
    pub(super) fresh: PathBuf,
    /// Beside it: the old site, until it is removed.
    pub(super) former: PathBuf,
    /// Inside it: new files that wait, old ones that are kept, and the list of both.
    pub(super) staging: PathBuf,
    lock: PathBuf,
}

impl Places {
    pub(super) fn of(out: &Path) -> Self {
        let above = out.parent().unwrap_or(out).to_path_buf();
        let beside = |what: &str| {
            let mut name = OsString::from(".");
            name.push(out.file_name().unwrap_or_default());
            name.push(what);
            above.join(name)
        };
        Self {
            fresh: beside(".gongkai-new"),
            former: beside(".gongkai-old"),
            lock: beside(".gongkai-lock"),
            staging: out.join(STAGING),
            out: out.to_path_buf(),
            above,
        }
    }

    /// Whether a build ended here before its time.
    pub(super) fn has_left_overs(&self) -> bool {
        let is_there = |path: &Path| path.symlink_metadata().is_ok();
        let is_locked = cfg!(unix) && (is_there(&self.lock) || is_there(&self.out.join(INNER_LOCK)));
        is_locked || self.has_unfinished()
    }

    /// Whether a build ended between making its new files and putting them into place.
    pub(super) fn has_unfinished(&self) -> bool {
        [&self.fresh, &self.former, &self.staging].into_iter().any(|path| path.symlink_metadata().is_ok())
    }

    /// Locks the site: beside it, or inside it where the folder above cannot be written.
    pub(super) fn lock(&self, disk: &Disk) -> Result<Lock, WriteError> {
        match Lock::take(disk, &self.lock) {
            Err(refused) if refused.error.kind() != std::io::ErrorKind::WouldBlock && self.out.is_dir() => {
                Lock::take(disk, &self.out.join(INNER_LOCK))
            }
            taken => taken,
        }
    }
}

/// The file on disk of a path inside the site, which is written with `/`.
pub(super) fn inside(root: &Path, path: &str) -> PathBuf {
    path.split('/').fold(root.to_path_buf(), |folder, part| folder.join(part))
}
