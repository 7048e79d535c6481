use crate::output::artifact::Artifact;
use crate::output::disk::{Disk, Gate, Step};
use crate::output::error::WriteError;
use crate::output::folder::OutputFolder;
use crate::output::write::{Writing, Written};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::rc::Rc;

/// A site as files and what they hold.
pub(super) type Site = BTreeMap<String, String>;

/// How the site is put into place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Swapped,
    InPlace,
}

/// A folder `public` in a folder of its own.
pub(super) struct Ground {
    folder: tempfile::TempDir,
    way: Way,
}

/// The site before: its files differ from those of [`after`] in every way there is.
pub(super) fn before() -> Site {
    site(&[
        ("index.html", "first page of the old site"),
        ("same/index.html", "this stays"),
        ("same/deep/down/index.html", "this stays too"),
        ("gone/index.html", "this goes"),
        ("gone/too.txt", "this goes too"),
        ("lists/all.json", "[old]"),
        ("turns", "a file that becomes a folder"),
    ])
}

/// The site after.
pub(super) fn after() -> Site {
    site(&[
        ("index.html", "first page of the new site, longer"),
        ("same/index.html", "this stays"),
        ("same/deep/down/index.html", "this stays too"),
        ("new/index.html", "this comes"),
        ("lists/all.json", "[new]"),
        ("turns/index.html", "now a folder"),
    ])
}

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

impl Ground {
    pub(super) fn new(way: Way) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), way }
    }

    /// A ground on which the site before stands, with strangers' files in it.
    pub(super) fn with_strangers(way: Way) -> Self {
        let ground = Self::new(way);
        ground.build(&before(), None).unwrap();
        for (path, text) in strangers() {
            ground.put(&path, &text);
        }
        ground
    }

    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn put(&self, path: &str, text: &str) {
        let path = self.root().join("public").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Starts a build whose every step asks the gate first.
    pub(super) fn start(&self, gate: Option<Gate>) -> Result<Writing, WriteError> {
        let folder = OutputFolder::open(self.root(), Path::new("public"), false).unwrap();
        let folder = if self.way == Way::InPlace { folder.kept() } else { folder };
        Writing::start_on(&folder, Disk { gate })
    }

    pub(super) fn build(&self, site: &Site, gate: Option<Gate>) -> Result<Written, WriteError> {
        let mut writing = self.start(gate)?;
        for (path, text) in site {
            writing.take(&Artifact { path: path.clone(), bytes: text.clone().into_bytes() })?;
        }
        writing.finish()
    }

    /// What stands in the folder, without the list of files and what we keep for ourselves.
    pub(super) fn standing(&self) -> Site {
        let mut found = Site::new();
        gather(&self.root().join("public"), "", &mut found);
        found.retain(|path, _| path != "build.json" && !path.starts_with(".gongkai-"));
        found
    }

    /// Whether the folder holds exactly this site and the strangers' files, and its list says so.
    pub(super) fn holds(&self, site: &Site) -> bool {
        let mut wanted = site.clone();
        wanted.extend(strangers());
        self.standing() == wanted && self.list_names(site)
    }

    fn list_names(&self, site: &Site) -> bool {
        let text = fs::read_to_string(self.root().join("public/build.json")).unwrap_or_default();
        let manifest = crate::output::manifest::Manifest::parse(&text).unwrap_or_default();
        manifest.files.len() == site.len()
            && manifest.files.iter().all(|(path, (digest, _))| {
                site.get(path).is_some_and(|text| crate::text::digest(text.as_bytes()) == *digest)
            })
    }

    /// What lies beside the site, and of ours in it, by name.
    pub(super) fn left_overs(&self) -> Vec<String> {
        let inside = fs::read_dir(self.root().join("public")).into_iter().flatten();
        let names = fs::read_dir(self.root()).unwrap().chain(inside);
        let names = names.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name.contains(".gongkai-")).collect()
    }
}

pub(super) fn strangers() -> Site {
    site(&[
        (".git/config", "theirs"),
        ("same/theirs.txt", "theirs, among ours"),
        ("theirs/deep/letter.txt", "theirs alone"),
    ])
}

fn gather(folder: &Path, below: &str, found: &mut Site) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &format!("{path}/"), found);
        } else {
            found.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// A gate at which the program dies: from this step on nothing reaches the disk any more, tidying up included.
pub(super) fn death_at(last: usize) -> (Gate, Rc<Cell<bool>>) {
    let (taken, died) = (Cell::new(0), Rc::new(Cell::new(false)));
    let seen = Rc::clone(&died);
    let gate = move |_: Step, _: &Path| {
        taken.set(taken.get() + 1);
        if taken.get() > last {
            seen.set(true);
            return Err(io::Error::other("dead"));
        }
        Ok(())
    };
    (Rc::new(gate), died)
}

/// A gate at which one step fails, once.
pub(super) fn failure_at(failing: usize, kind: io::ErrorKind) -> (Gate, Rc<Cell<bool>>) {
    let (taken, failed) = (Cell::new(0), Rc::new(Cell::new(false)));
    let seen = Rc::clone(&failed);
    let gate = move |_: Step, _: &Path| {
        taken.set(taken.get() + 1);
        if taken.get() == failing + 1 {
            seen.set(true);
            return Err(kind.into());
        }
        Ok(())
    };
    (Rc::new(gate), failed)
}

/// The steps that were taken, with the names of the files.
pub(super) type Steps = Rc<RefCell<Vec<(Step, String)>>>;

/// A gate that writes down what passes.
pub(super) fn witness() -> (Gate, Steps) {
    let steps = Steps::default();
    let noted = Rc::clone(&steps);
    let gate = move |step: Step, path: &Path| {
        noted.borrow_mut().push((step, path.file_name().unwrap_or_default().to_string_lossy().into_owned()));
        Ok(())
    };
    (Rc::new(gate), steps)
}
