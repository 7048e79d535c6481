use super::disk::{Disk, Step};
use super::error::{WriteError, at};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The right to write one site, which one program has at a time. The system takes it back when the program ends,
/// however it ends; the file by itself means nothing.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock.
    ///
    /// # Errors
    /// `WouldBlock` where another program has it.
    pub(super) fn take(disk: &Disk, path: &Path) -> Result<Self, WriteError> {
        for _ in 0..100 {
            disk.step(Step::Lock, path).map_err(at(path))?;
            let file = File::options().write(true).create(true).truncate(false).open(path).map_err(at(path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(at(path)(io::ErrorKind::WouldBlock.into())),
                // A file system without locks: then nothing keeps two builds apart, as before there were any.
                Err(TryLockError::Error(_)) => return Ok(Self { path: path.to_path_buf(), _file: file }),
            }
            // Whoever had it before may have removed the file between our opening and our locking it.
            if is_still_there(&file, path) {
                return Ok(Self { path: path.to_path_buf(), _file: file });
            }
        }
        Err(at(path)(io::ErrorKind::WouldBlock.into()))
    }

    /// Gives the lock back. The file goes first, while nobody else can have it.
    pub(super) fn release(self, disk: &Disk) {
        if cfg!(unix) {
            let _ = disk.remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |one: fs::Metadata, other: fs::Metadata| (one.dev(), one.ino()) == (other.dev(), other.ino());
    file.metadata().is_ok_and(|one| fs::metadata(path).is_ok_and(|other| same(one, other)))
}

/// Elsewhere the file is never removed.
#[cfg(not(unix))]
fn is_still_there(_file: &File, path: &Path) -> bool {
    fs::exists(path).unwrap_or(true)
}
