use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder for what may be forgotten, below the board's root. Deleting it costs the next build its time, no more.
const FOLDER: &str = ".gongkai";

/// The last build into a folder: what it was made of, what it left, and what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBuild {
    /// The digest of everything that went into it.
    pub made_of: String,
    /// The digest of names, sizes and times of the files that it left.
    pub left: String,
    /// What it said.
    pub told: Told,
}

/// What a build says at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The findings, as printed.
    pub findings: String,
    /// The items that are held and why, as printed.
    pub held: String,
    /// Items that are shown.
    pub items: usize,
    /// Pages.
    pub pages: usize,
    /// Files in all.
    pub files: usize,
    /// Whether nothing was wrong.
    pub is_clean: bool,
}

impl LastBuild {
    /// The last build that was kept under a name; none where it was forgotten or cannot be read.
    pub fn load(root: &Path, name: &str) -> Option<Self> {
        serde_json::from_slice(&fs::read(place(root, name)).ok()?).ok()
    }

    /// Keeps it. A disk that refuses is no fault of the build: the next one then does its work again.
    pub fn keep(&self, root: &Path, name: &str) {
        let place = place(root, name);
        let made = fs::create_dir_all(root.join(FOLDER)).ok();
        if let Some(text) = made.and_then(|()| serde_json::to_vec(self).ok()) {
            let _ = fs::write(place, text);
        }
    }
}

fn place(root: &Path, name: &str) -> PathBuf {
    root.join(FOLDER).join(format!("build-{name}.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_remembered_by_name_until_its_file_is_damaged() {
        let root = tempfile::tempdir().unwrap();
        let told = Told { findings: "提示：…".into(), items: 3, ..Told::default() };
        let build = LastBuild { made_of: "a".into(), left: "b".into(), told };
        assert_eq!(LastBuild::load(root.path(), "x"), None);
        build.keep(root.path(), "x");
        assert_eq!(LastBuild::load(root.path(), "x"), Some(build));
        assert_eq!(LastBuild::load(root.path(), "y"), None);
        fs::write(place(root.path(), "x"), "{").unwrap();
        assert_eq!(LastBuild::load(root.path(), "x"), None);
    }
}
