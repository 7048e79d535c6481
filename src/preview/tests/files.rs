//! The watcher on real files in a real folder.

use super::super::look::{Look, Pace, Stamp};
use super::super::watch::{Mode, Told, Watch, Watched};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, UNIX_EPOCH};

/// Long enough for a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);
/// A quick look, so that the tests need not wait.
const QUICK: Pace = Pace { interval: Duration::from_millis(30), share: 1 };

/// A board's folder under watch.
struct Folder {
    told: Receiver<Told>,
    root: PathBuf,
    _watch: Watch,
    _home: tempfile::TempDir,
}

impl Folder {
    /// Watches `content/` and `themes/`, of which only the first exists; the system reports, or it does not, or it
    /// promises to and stays silent.
    fn watch(reports: Option<bool>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let roots = vec![root.join("content"), root.join("themes")];
        fs::create_dir_all(root.join("content/财政")).unwrap();
        fs::write(root.join("content/财政/预算.md"), "旧").unwrap();
        let (sender, told) = channel();
        let watched = Watched { roots: roots.clone(), ignored: vec![root.join("content/public")], look: look(&roots) };
        let reported = reports.map(|speaks| if speaks { roots } else { Vec::new() });
        let watch = Watch::start_with(watched, reported.as_deref(), [QUICK, QUICK], move |it| drop(sender.send(it)));
        Self { told, root, _watch: watch.unwrap(), _home: folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    /// Waits until all these paths, or folders above them, have been told, and gives everything that was.
    fn hears(&self, paths: &[&str]) -> BTreeSet<PathBuf> {
        let until = Instant::now() + PATIENCE;
        let mut heard = BTreeSet::new();
        let is_heard = |heard: &BTreeSet<PathBuf>, path: &Path| path.ancestors().any(|path| heard.contains(path));
        while !paths.iter().all(|path| is_heard(&heard, &self.path(path))) {
            match self.told.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Told::Changed(paths)) => heard.extend(paths),
                Ok(Told::Mode(_)) => {}
                Err(error) => panic!("{error}: of {paths:?} only {heard:?} was told"),
            }
        }
        heard
    }
}

fn look(roots: &[PathBuf]) -> Look {
    let roots = roots.to_vec();
    Box::new(move || {
        let mut found = Vec::new();
        let mut folders = roots.clone();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let Ok(metadata) = entry.metadata() else { continue };
                if metadata.is_dir() {
                    folders.push(entry.path());
                } else {
                    let modified = metadata.modified().unwrap().duration_since(UNIX_EPOCH).unwrap().as_nanos();
                    found.push((entry.path(), Stamp { modified, size: metadata.len() }));
                }
            }
        }
        found
    })
}

/// With the system's reports, and by looking.
fn both_ways(test: impl Fn(&Folder)) {
    for reports in [Some(true), None] {
        test(&Folder::watch(reports));
    }
}

#[test]
fn a_saved_file_is_told() {
    both_ways(|folder| {
        folder.write("content/财政/预算.md", "新的预算");
        folder.hears(&["content/财政/预算.md"]);
        folder.write("content/财政/决算.md", "新文件");
        folder.hears(&["content/财政/决算.md"]);
        fs::remove_file(folder.path("content/财政/决算.md")).unwrap();
        folder.hears(&["content/财政/决算.md"]);
    });
}

#[test]
fn a_file_saved_by_renaming_is_told_and_its_temporary_name_is_not() {
    both_ways(|folder| {
        folder.write("content/财政/.预算.md.swp", "临时");
        folder.write("content/财政/预算.md.tmp", "新的预算");
        fs::rename(folder.path("content/财政/预算.md"), folder.path("content/财政/预算.md~")).unwrap();
        fs::rename(folder.path("content/财政/预算.md.tmp"), folder.path("content/财政/预算.md")).unwrap();
        let heard = folder.hears(&["content/财政/预算.md"]);
        assert_eq!(heard.len(), 1, "{heard:?}");
    });
}

#[test]
fn what_is_not_ours_to_watch_is_never_told() {
    both_ways(|folder| {
        folder.write("content/public/index.html", "我们自己写的");
        folder.write("public/index.html", "我们自己写的");
        folder.write("content/.git/index", "git");
        folder.write("content/财政/~$预算.xlsx", "锁");
        fs::read(folder.path("content/财政/预算.md")).unwrap();
        folder.write("content/财政/最后.md", "末");
        let heard = folder.hears(&["content/财政/最后.md"]);
        assert_eq!(heard.into_iter().collect::<Vec<_>>(), [folder.path("content/财政/最后.md")]);
    });
}

#[test]
fn three_hundred_files_are_all_told() {
    both_ways(|folder| {
        let names: Vec<String> = (0..300).map(|number| format!("content/财政/第{number}号.md")).collect();
        for name in &names {
            folder.write(name, "正文");
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        folder.hears(&names);
    });
}

#[test]
fn folders_that_are_moved_or_removed_are_told() {
    both_ways(|folder| {
        folder.write("outside/说明.md", "正文");
        fs::rename(folder.path("outside"), folder.path("content/新栏目")).unwrap();
        folder.hears(&["content/新栏目/说明.md"]);
        folder.write("content/新栏目/说明.md", "改了");
        folder.hears(&["content/新栏目/说明.md"]);
        fs::remove_dir_all(folder.path("content/财政")).unwrap();
        folder.hears(&["content/财政/预算.md"]);
    });
}

#[test]
fn a_watched_folder_may_be_made_later_and_made_again() {
    both_ways(|folder| {
        folder.write("themes/青/base.html", "一");
        folder.hears(&["themes/青/base.html"]);
        fs::remove_dir_all(folder.path("themes")).unwrap();
        folder.hears(&["themes/青/base.html"]);
        folder.write("themes/青/base.html", "二");
        folder.hears(&["themes/青/base.html"]);
        folder.write("themes/青/base.html", "又改了");
        folder.hears(&["themes/青/base.html"]);
    });
}

#[test]
fn a_system_that_reports_nothing_is_found_out() {
    let folder = Folder::watch(Some(false));
    assert_eq!(folder.told.recv_timeout(PATIENCE), Ok(Told::Mode(Mode::Reports)));
    let until = Instant::now() + PATIENCE;
    for edit in 0.. {
        assert!(Instant::now() < until, "the silence is never noticed");
        folder.write("content/财政/预算.md", &format!("第{edit}稿"));
        match folder.told.recv_timeout(Duration::from_millis(100)) {
            Ok(Told::Mode(Mode::Looks)) => break,
            Ok(other) => panic!("{other:?}"),
            Err(error) => assert_eq!(error, RecvTimeoutError::Timeout),
        }
    }
    folder.hears(&["content/财政/预算.md"]);
}

#[test]
fn a_system_that_reports_is_trusted() {
    let folder = Folder::watch(Some(true));
    assert_eq!(folder.told.recv_timeout(PATIENCE), Ok(Told::Mode(Mode::Reports)));
    for edit in 0..20 {
        folder.write(&format!("content/财政/第{edit}号.md"), "正文");
        // Times that change without a change of the text are no reason for doubt either.
        let file = fs::File::open(folder.path("content/财政/预算.md")).unwrap();
        file.set_modified(UNIX_EPOCH + Duration::from_secs(edit)).unwrap();
        folder.hears(&[&format!("content/财政/第{edit}号.md")]);
    }
    assert!(folder.told.try_iter().all(|told| told != Told::Mode(Mode::Looks)));
}
