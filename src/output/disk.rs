//! Every step by which a site changes the disk. All of them pass one gate, so that a test can let any of them fail, or
//! let the program die right before it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
#[cfg(test)]
use std::rc::Rc;

/// The kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    MakeFolder,
    Write,
    Link,
    Rename,
    Exchange,
    RemoveFile,
    RemoveFolder,
    Permit,
    Sync,
    Lock,
}

/// Asked before each step; an error is what the system would have said.
#[cfg(test)]
pub(super) type Gate = Rc<dyn Fn(Step, &Path) -> io::Result<()>>;

/// The disk.
#[derive(Default)]
pub(super) struct Disk {
    #[cfg(test)]
    pub(super) gate: Option<Gate>,
}

impl std::fmt::Debug for Disk {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Disk")
    }
}

/// Whether two folders can change places in one step here.
pub(super) const EXCHANGES: bool = cfg!(any(target_os = "linux", target_os = "macos"));

impl Disk {
    #[cfg(test)]
    pub(super) fn step(&self, step: Step, path: &Path) -> io::Result<()> {
        self.gate.as_ref().map_or(Ok(()), |gate| gate(step, path))
    }

    #[cfg(not(test))]
    #[expect(clippy::unnecessary_wraps, reason = "in tests it may fail")]
    #[inline]
    pub(super) fn step(&self, _step: Step, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    /// Makes one folder, which is not there yet.
    pub(super) fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::MakeFolder, path)?;
        fs::create_dir(path)
    }

    /// Makes a folder and those above it, where they are not there.
    pub(super) fn make_folders(&self, path: &Path) -> io::Result<()> {
        self.step(Step::MakeFolder, path)?;
        fs::create_dir_all(path)
    }

    /// Writes a file. In tests the program may die when half of it is written.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step(Step::Write, path)?;
        #[cfg(test)]
        {
            fs::write(path, &bytes[..bytes.len() / 2])?;
            self.step(Step::Write, path)?;
        }
        fs::write(path, bytes)
    }

    /// Gives a file a second name. A symbolic link gets a second name itself, not what it points to.
    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Step::Link, to)?;
        fs::hard_link(from, to)
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(Step::Rename, to)?;
        fs::rename(from, to)
    }

    /// Lets two folders change places, in one step: nobody ever sees neither or half of one.
    pub(super) fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step(Step::Exchange, other)?;
        #[cfg(any(target_os = "linux", target_os = "macos"))]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
        }
        #[cfg(not(any(target_os = "linux", target_os = "macos")))]
        {
            let _ = (one, other);
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(Step::RemoveFile, path)?;
        fs::remove_file(path)
    }

    /// Removes a folder that is empty.
    pub(super) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(Step::RemoveFolder, path)?;
        fs::remove_dir(path)
    }

    /// Removes a folder with all that is in it. Links in it are removed, never followed.
    pub(super) fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                self.remove_tree(&entry.path())?;
            } else {
                self.remove_file(&entry.path())?;
            }
        }
        self.remove_folder(path)
    }

    pub(super) fn permit(&self, path: &Path, permissions: fs::Permissions) -> io::Result<()> {
        self.step(Step::Permit, path)?;
        fs::set_permissions(path, permissions)
    }

    /// Brings files from memory to the disk, so that they are there after a power cut: on Linux all of their file system
    /// in one go, elsewhere one by one. Tests only take note of it.
    pub(super) fn sync(&self, folder: &Path, files: impl Iterator<Item = PathBuf>) -> io::Result<()> {
        self.step(Step::Sync, folder)?;
        if cfg!(test) {
            return Ok(());
        }
        #[cfg(target_os = "linux")]
        {
            drop(files);
            Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
        }
        #[cfg(not(target_os = "linux"))]
        {
            for file in files {
                fs::OpenOptions::new().write(true).open(&file)?.sync_all()?;
            }
            self.sync_folder(folder)
        }
    }

    /// Brings the names in a folder to the disk. Where a folder cannot be opened, the system does so by itself.
    pub(super) fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(Step::Sync, folder)?;
        if cfg!(all(unix, not(test))) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// Whether two folders have the same owner and the same labels (access lists, the marks of a guarded system). One that is
/// made anew may have lost them.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn alike(one: &Path, other: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let (first, second) = (fs::metadata(one)?, fs::metadata(other)?);
    let owners = (first.uid(), first.gid()) == (second.uid(), second.gid());
    Ok(owners && labels(one) == labels(other))
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn alike(_one: &Path, _other: &Path) -> io::Result<bool> {
    Ok(true)
}

/// The labels of a folder; none where there are none or the system knows no such thing.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn labels(path: &Path) -> Vec<(Vec<u8>, Vec<u8>)> {
    use rustix::fs::{getxattr, listxattr};
    let mut room = vec![0_u8; 16 << 10];
    let Ok(length) = listxattr(path, room.as_mut_slice()) else { return Vec::new() };
    room.truncate(length);
    let names = room.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    let mut labels: Vec<(Vec<u8>, Vec<u8>)> = names
        .map(|name| {
            let mut value = vec![0_u8; 64 << 10];
            let length = getxattr(path, name, value.as_mut_slice()).unwrap_or(0);
            value.truncate(length);
            (name.to_vec(), value)
        })
        .collect();
    labels.sort();
    labels
}
