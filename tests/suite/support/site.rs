use super::files::cut;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A board in a folder of its own, gone with the value.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// Lays out the files of a board: each opened by a line `-- path --`, the path counted from the board's root.
    #[track_caller]
    pub(crate) fn from(files: &str) -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a folder is made") };
        let files = cut(files);
        assert!(!files.is_empty(), "a board needs at least one line `-- path --`");
        for (path, content) in &files {
            site.write(path, content);
        }
        site
    }

    /// Where the board lies.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes one file, whatever was there before.
    #[track_caller]
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
        self
    }

    /// Changes a file as a clerk would: these words to those.
    #[track_caller]
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let before = self.read(path);
        assert!(before.contains(from), "{path} does not hold {from:?}");
        self.write(path, before.replace(from, to))
    }

    /// Removes a file.
    #[track_caller]
    pub(crate) fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path(path)).expect("the file is removed");
        self
    }

    /// What a file says.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn path(&self, path: &str) -> PathBuf {
        let inside = !path.starts_with('/') && !path.split('/').any(|part| part == "..");
        assert!(inside, "{path} leads out of the board");
        self.folder.path().join(path)
    }
}
