use super::batch::{Batch, State};
use super::litter::is_litter;
use super::look::{Look, Looked, Pace, keep_looking};
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};
use std::{io, mem};

/// While the system reports changes, the disk is looked at all the same, but seldom: a network folder, a folder shared
/// with a virtual machine, and a queue that ran over report nothing, and do not say so.
const SELDOM: Pace = Pace { interval: Duration::from_secs(3), share: 100 };
/// Where it reports nothing, looking is all there is.
const OFTEN: Pace = Pace { interval: Duration::from_millis(250), share: 10 };
/// A report may come this much later than the look that saw the same change.
const LATE: Duration = Duration::from_millis(300);

/// What is watched.
pub struct Watched {
    /// The folders, as absolute and canonical paths; they may be made, removed and made again meanwhile.
    pub roots: Vec<PathBuf>,
    /// Folders below them that are ours, such as the output.
    pub ignored: Vec<PathBuf>,
    /// A look at every file below the roots.
    pub look: Look,
}

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The system reports them.
    Reports,
    /// The system does not; the disk is looked at several times a second.
    Looks,
}

/// What the watcher tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// How changes are noticed from now on.
    Mode(Mode),
    /// These paths changed. A path may be gone; where it is a folder, anything below it may have changed.
    Changed(Vec<PathBuf>),
}

/// A running watcher; ends with its threads when dropped.
pub(super) struct Watch {
    sender: Sender<Signal>,
    paces: Option<Sender<Pace>>,
    threads: Vec<JoinHandle<()>>,
}

enum Signal {
    Reported(notify::Result<Event>),
    /// What changed between two looks at the disk.
    Seen(Vec<PathBuf>),
    End,
}

impl Watch {
    /// Starts to watch. What is told goes to `tell`, the mode first.
    pub(super) fn start(watched: Watched, tell: impl FnMut(Told) + Send + 'static) -> io::Result<Self> {
        let folders = Some(watched.roots.clone());
        Self::start_with(watched, folders.as_deref(), [SELDOM, OFTEN], tell)
    }

    /// The same with other paces, and with reports on other folders, or on none.
    pub(super) fn start_with(
        watched: Watched,
        folders: Option<&[PathBuf]>,
        [seldom, often]: [Pace; 2],
        mut tell: impl FnMut(Told) + Send + 'static,
    ) -> io::Result<Self> {
        let Watched { roots, ignored, look } = watched;
        let (sender, signals) = channel();
        let (pace_sender, paces) = channel();
        let (ready, is_ready) = channel();
        let reporter = folders.and_then(|folders| Reporter::start(folders, sender.clone()));
        let mode = if reporter.is_some() { Mode::Reports } else { Mode::Looks };
        tell(Told::Mode(mode));
        let seen = sender.clone();
        let pace = if mode == Mode::Reports { seldom } else { often };
        let looking = thread::Builder::new().name("preview looks".into()).spawn(move || {
            keep_looking(&look, pace, &paces, |looked| {
                // Whoever listens ends only together with this thread.
                let _ = match looked {
                    Looked::First => ready.send(()).is_ok(),
                    Looked::Changed(paths) => seen.send(Signal::Seen(paths)).is_ok(),
                };
            });
        })?;
        if mode == Mode::Looks {
            // What changes before the first look is seen by nobody.
            let _ = is_ready.recv();
        }
        let change_pace = pace_sender.clone();
        let scope = Scope { roots, ignored };
        let mut ear = Ear { scope, reporter, mode, batch: Batch::default(), heard: Default::default(), doubts: None };
        let listening = thread::Builder::new().name("preview watch".into()).spawn(move || {
            ear.listen(&signals, |told| {
                if told == Told::Mode(Mode::Looks) {
                    let _ = change_pace.send(often);
                }
                tell(told);
            });
        })?;
        Ok(Self { sender, paces: Some(pace_sender), threads: vec![looking, listening] })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.sender.send(Signal::End);
        self.paces = None;
        // The listener holds the other sender of paces; it ends first.
        for thread in self.threads.drain(..).rev() {
            // A panic there has been reported there.
            let _ = thread.join();
        }
    }
}

/// The system's own watcher. It watches each root, and the folder above it, for a root that is removed and made again
/// is a new one to the system.
struct Reporter {
    watcher: RecommendedWatcher,
}

impl Reporter {
    /// None where the system cannot watch, or not so many folders.
    fn start(roots: &[PathBuf], sender: Sender<Signal>) -> Option<Self> {
        let report = move |event| drop(sender.send(Signal::Reported(event)));
        let watcher = notify::recommended_watcher(report).ok()?;
        let mut reporter = Self { watcher };
        for root in roots {
            if let Some(above) = root.parent() {
                reporter.watcher.watch(above, RecursiveMode::NonRecursive).ok()?;
            }
            // A root that does not exist yet is watched once it does.
            if reporter.watch(root).is_err_and(|error| !is_missing(&error)) {
                return None;
            }
        }
        Some(reporter)
    }

    fn watch(&mut self, root: &Path) -> notify::Result<()> {
        self.watcher.watch(root, RecursiveMode::Recursive)
    }
}

fn is_missing(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

/// What matters to us.
struct Scope {
    roots: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
}

impl Scope {
    fn holds(&self, path: &Path) -> bool {
        let inside = self.roots.iter().find_map(|root| path.strip_prefix(root).ok());
        inside.is_some_and(|inside| !is_litter(inside)) && !self.ignored.iter().any(|folder| path.starts_with(folder))
    }
}

/// Listens to the system's reports and to the looks at the disk, and compares them.
struct Ear {
    scope: Scope,
    reporter: Option<Reporter>,
    mode: Mode,
    batch: Batch,
    /// Paths that were reported since the last look, and between that one and the look before.
    heard: [BTreeSet<PathBuf>; 2],
    /// What a look saw and no report has named yet, and until when one may.
    doubts: Option<(Instant, Vec<PathBuf>)>,
}

impl Ear {
    fn listen(&mut self, signals: &Receiver<Signal>, mut tell: impl FnMut(Told)) {
        loop {
            let due = self.batch.due().into_iter().chain(self.doubts.as_ref().map(|(until, _)| *until)).min();
            let signal = match due {
                None => signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => signals.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match signal {
                Ok(Signal::Reported(Ok(event))) => self.report(event),
                Ok(Signal::Reported(Err(_))) => self.stop_trusting(&mut tell),
                Ok(Signal::Seen(paths)) => self.see(paths),
                Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.settle_doubts(&mut tell);
            if self.batch.due().is_some_and(|due| due <= Instant::now()) {
                tell(Told::Changed(self.batch.take()));
            }
        }
    }

    fn report(&mut self, event: Event) {
        let now = Instant::now();
        if event.need_rescan() {
            // The queue ran over: anything may have changed.
            for root in &self.scope.roots {
                self.batch.add(root.clone(), State::Half, now);
            }
        }
        let Some(heard) = meaning(event.kind) else { return };
        for path in event.paths {
            if matches!(heard, Heard::Changed(_))
                && self.scope.roots.contains(&path)
                && let Some(reporter) = &mut self.reporter
            {
                // Made again, most likely. Watching a folder that is gone fails, which is no matter.
                let _ = reporter.watch(&path);
            }
            if !self.scope.holds(&path) {
                continue;
            }
            match heard {
                Heard::Closed => self.batch.close(&path, now),
                Heard::Touched => drop(self.heard[0].insert(path)),
                Heard::Changed(state) => {
                    self.heard[0].insert(path.clone());
                    self.batch.add(path, state, now);
                }
            }
        }
    }

    fn see(&mut self, mut paths: Vec<PathBuf>) {
        paths.retain(|path| self.scope.holds(path));
        if self.mode == Mode::Looks {
            let now = Instant::now();
            for path in paths {
                self.batch.add(path, State::Whole, now);
            }
            return;
        }
        paths.retain(|path| !self.was_heard(path));
        if !paths.is_empty() {
            let until = Instant::now() + LATE;
            self.doubts.get_or_insert((until, Vec::new())).1.extend(paths);
        }
        self.heard[1] = mem::take(&mut self.heard[0]);
    }

    /// A report on a folder speaks for everything below it.
    fn was_heard(&self, path: &Path) -> bool {
        self.heard.iter().any(|heard| path.ancestors().any(|path| heard.contains(path)))
    }

    fn settle_doubts(&mut self, tell: &mut impl FnMut(Told)) {
        let Some((until, mut paths)) = self.doubts.take() else { return };
        paths.retain(|path| !self.was_heard(path));
        if paths.is_empty() {
            return;
        }
        let now = Instant::now();
        if now < until {
            self.doubts = Some((until, paths));
            return;
        }
        for path in paths {
            self.batch.add(path, State::Whole, now);
        }
        self.stop_trusting(tell);
    }

    /// From now on the disk is looked at often. Reports that come all the same are still welcome.
    fn stop_trusting(&mut self, tell: &mut impl FnMut(Told)) {
        if self.mode == Mode::Reports {
            self.mode = Mode::Looks;
            tell(Told::Mode(Mode::Looks));
        }
    }
}

/// What a report means for a path.
#[derive(Clone, Copy)]
enum Heard {
    Changed(State),
    /// Its times or rights changed, not what is in it.
    Touched,
    Closed,
}

/// Reading raises reports too; a preview that reacted to them would rebuild for ever.
fn meaning(kind: EventKind) -> Option<Heard> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Heard::Closed),
        EventKind::Access(_) | EventKind::Other => None,
        EventKind::Modify(ModifyKind::Metadata(_)) => Some(Heard::Touched),
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => Some(Heard::Changed(State::Whole)),
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) => {
            Some(Heard::Changed(State::Half))
        }
    }
}
