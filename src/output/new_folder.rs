use super::artifact::Artifact;
use super::error::{WriteError, at};
use super::folder::FolderError;
use crate::say;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is made anew, whole or not at all: its files are laid down beside it, and it takes its name when all of
/// them are there. Dropped before that, nothing is left.
#[derive(Debug)]
pub struct NewFolder {
    path: PathBuf,
    staging: PathBuf,
    folders: BTreeSet<PathBuf>,
}

impl NewFolder {
    /// Takes a folder that is not there yet, or is empty; a relative path counts from the board's root.
    ///
    /// # Errors
    /// Says why it is refused: it holds something, it is a file, or it lies in the sources.
    pub fn open(root: &Path, out: &Path) -> Result<Self, FolderError> {
        let path = root.join(out);
        let shown = path.display().to_string();
        if path.is_file() {
            return Err(FolderError(say!("{shown} 是文件，不是文件夹", "{shown} is a file, not a folder")));
        }
        let filled = fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_some());
        if filled {
            return Err(FolderError(say!(
                "{shown} 里已有文件；换一个空文件夹或新的文件夹",
                "{shown} holds files already; take an empty folder or a new one"
            )));
        }
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
        let above = path.ancestors().skip(1).find_map(|folder| fs::canonicalize(folder).ok());
        let sources = ["content", "themes", ".git"].map(|name| root.join(name));
        if above.is_some_and(|above| sources.iter().any(|source| above.starts_with(source))) {
            return Err(FolderError(say!(
                "{shown} 在公开栏的原文件里面；换一个文件夹",
                "{shown} lies in the board's sources; take another folder"
            )));
        }
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".gongkai.tmp");
        Ok(Self { staging: path.with_file_name(name), path, folders: BTreeSet::new() })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Lays down one file.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn take(&mut self, artifact: &Artifact) -> Result<(), WriteError> {
        if self.folders.is_empty() && self.staging.exists() {
            fs::remove_dir_all(&self.staging).map_err(at(&self.staging))?;
        }
        let path = self.staging.join(&artifact.path);
        if let Some(folder) = path.parent().filter(|folder| !self.folders.contains(*folder)) {
            fs::create_dir_all(folder).map_err(at(folder))?;
            self.folders.insert(folder.to_path_buf());
        }
        fs::write(&path, &artifact.bytes).map_err(at(&path))
    }

    /// Gives the folder its name.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn finish(self) -> Result<(), WriteError> {
        if self.path.is_dir() {
            fs::remove_dir(&self.path).map_err(at(&self.path))?;
        }
        fs::rename(&self.staging, &self.path).map_err(at(&self.path))
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        // What was not finished is of no use to anyone.
        let _ = fs::remove_dir_all(&self.staging);
    }
}
