//! The files that are to be imported.

use crate::cli::exit::Refusal;
use crate::cli::files::read;
use crate::say;
use crate::source::{list_folder, read_in_folder};
use crate::text::percent_decoded;
use std::path::{Path, PathBuf};

/// One file.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// The folder that was named, or the one that the file lies in.
    pub(super) root: PathBuf,
    /// The file below it, with `/`.
    pub(super) relative: String,
    /// The names of the folders it lies in, the innermost first.
    pub(super) places: Vec<String>,
    /// Whether a whole folder was named.
    of_folder: bool,
}

impl Input {
    /// The file's own name.
    pub(super) fn name(&self) -> String {
        self.relative.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// Its name without its ending.
    pub(super) fn stem(&self) -> String {
        let name = self.name();
        name.rsplit_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned())
    }

    /// As it is spoken of.
    pub(super) fn shown(&self) -> String {
        self.relative.clone()
    }

    /// Whether it is a page.
    pub(super) fn is_page(&self) -> bool {
        let name = self.name().to_lowercase();
        [".html", ".htm", ".shtml"].iter().any(|ending| name.ends_with(ending))
    }

    /// Whether its address on an old site is known: the path below the folder that was named.
    pub(super) fn is_of_site(&self) -> bool {
        self.of_folder
    }

    /// What it holds.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, Refusal> {
        Ok(read_in_folder(&self.root, &self.relative)?)
    }

    /// Whether an address on the page leads to a file of the same folder; that file's path below the root.
    pub(super) fn beside(&self, address: &str) -> Option<String> {
        let path = address.split(['?', '#']).next().filter(|path| !path.is_empty())?;
        let path = percent_decoded(path);
        let mut steps: Vec<&str> = match path.strip_prefix('/') {
            Some(_) => Vec::new(),
            None => self.relative.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect(),
        };
        for step in path.split(['/', '\\']).filter(|step| !step.is_empty() && *step != ".") {
            if step == ".." {
                steps.pop()?;
            } else {
                steps.push(step);
            }
        }
        Some(steps.join("/"))
    }
}

/// All files of what was named, each folder's in order. What programs leave behind is passed over.
pub(super) fn gather(paths: &[PathBuf]) -> Result<Vec<Input>, Refusal> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let own = path.file_name().map(|name| name.to_string_lossy().into_owned());
            for relative in list_folder(path)?.into_iter().filter(|relative| is_wanted(relative)) {
                let folders = relative.split('/').rev().skip(1).map(str::to_owned);
                let places = folders.chain(own.clone()).collect();
                found.push(Input { root: path.clone(), relative, places, of_folder: true });
            }
            continue;
        }
        // A name that is mistyped stops everything before anything is written.
        read(path)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let root = path.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf);
        found.push(Input { root, relative: name, places: Vec::new(), of_folder: false });
    }
    if found.is_empty() {
        return Err(Refusal(say!("没有可以导入的文件", "there is nothing to import")));
    }
    Ok(found)
}

fn is_wanted(relative: &str) -> bool {
    let left = |step: &str| step.starts_with(['.', '~']) || matches!(step, "Thumbs.db" | "desktop.ini");
    !relative.split('/').any(left)
}
