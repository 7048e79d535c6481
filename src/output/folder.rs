use super::in_place::JOURNAL;
use super::manifest::Manifest;
use super::places::{INNER_LOCK, Places, STAGING};
use crate::say;
use crate::text::Text;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A folder into which a site may be written.
#[derive(Clone, Debug)]
pub struct OutputFolder {
    path: PathBuf,
    is_kept: bool,
}

/// Why a folder is refused.
#[derive(Clone, Debug)]
pub struct FolderError(pub Text);

impl OutputFolder {
    /// Takes a folder, relative to the board's root, unless it is, holds or lies in the sources, is the home folder, or
    /// holds files that no build of ours wrote. `force` waives only the last.
    ///
    /// # Errors
    /// Says why it is refused.
    pub fn open(root: &Path, out: &Path, force: bool) -> Result<Self, FolderError> {
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
        let path = whole(&root.join(out));
        let shown = path.display().to_string();
        let refuse = |text: Text| Err(FolderError(text));
        let content = root.join("content");
        let sources = [content, root.join("themes"), root.join("src"), root.join(".git")];
        if root.starts_with(&path) || sources.iter().any(|source| path.starts_with(source)) {
            return refuse(say!(
                "输出文件夹 {shown} 与公开栏的原文件重叠；换一个，如 public",
                "the output folder {shown} overlaps the board's sources; take another, such as public"
            ));
        }
        let home = ["HOME", "USERPROFILE"].iter().find_map(std::env::var_os).map(PathBuf::from);
        if home.is_some_and(|home| whole(&home) == path) {
            return refuse(say!(
                "输出文件夹不能是用户主文件夹 {shown}",
                "the output folder cannot be the home folder {shown}"
            ));
        }
        if path.is_file() {
            return refuse(say!("{shown} 是文件，不是文件夹", "{shown} is a file, not a folder"));
        }
        let is_ours = |name: &std::ffi::OsStr| name == STAGING || name == INNER_LOCK;
        let strangers =
            fs::read_dir(&path).is_ok_and(|entries| entries.flatten().any(|entry| !is_ours(&entry.file_name())));
        let is_site = Manifest::is_ours(&path) || path.join(STAGING).join(JOURNAL).is_file();
        if strangers && !is_site && !force {
            return refuse(say!(
                "{shown} 里已有别的文件，不是本程序生成的；换一个空文件夹，或加 --force-out（别的文件仍会保留）",
                "{shown} holds files that this program did not write; take an empty folder, or add --force-out (they are kept)"
            ));
        }
        Ok(Self { path, is_kept: false })
    }

    /// The same, where the folder itself must stay and only its files may change: a server stands in it, or a container
    /// has it for its own. A build that is killed while it moves files then leaves a mixture until the next build.
    #[must_use]
    pub fn kept(self) -> Self {
        Self { is_kept: true, ..self }
    }

    /// Whether the folder itself must stay.
    pub(super) fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether no build was killed here that the next one must mend.
    pub fn is_settled(&self) -> bool {
        !Places::of(&self.path).has_left_overs()
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The path without `.` and `..`, and without links as far as it exists.
fn whole(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            other => whole.push(other),
        }
        if let Ok(real) = fs::canonicalize(&whole) {
            whole = real;
        }
    }
    whole
}
