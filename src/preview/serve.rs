use super::answer::Pages;
use super::findings::Findings;
use super::refused::Refused;
use super::server::{Server, Settings};
use super::shown::Outcome;
use super::watch::{Mode, Told, Watch, Watched};
use crate::diag::{Diagnostic, Severity};
use crate::say;
use crate::text::{Language, Text};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Builds the board anew.
pub trait Rebuild {
    /// Builds after these paths changed; all of the board where there are none, which is the first time. A path may be
    /// gone; where it is a folder, anything below it may have changed.
    fn rebuild(&mut self, changed: &[PathBuf]) -> Outcome;

    /// A site that shows these changes already, where it can be had at once; it is shown until [`Self::rebuild`], which
    /// comes next with the same changes, has judged the whole board.
    fn at_once(&mut self, _changed: &[PathBuf]) -> Option<Arc<dyn Pages>> {
        None
    }
}

/// What the user of the command may want to hear.
#[derive(Debug)]
pub enum News<'a> {
    /// The preview can be opened at this address.
    Serving {
        /// The address, with the token of a shared preview.
        address: &'a str,
        /// Whether others on the network can come in, with the token.
        shared: bool,
        /// The address of the desk with its token, where there is one.
        desk: Option<&'a str>,
    },
    /// How changes are noticed from now on.
    Watching(Mode),
    /// A build is done and shown.
    Built {
        /// What had changed; nothing the first time.
        changed: &'a [PathBuf],
        /// How long it took until it was shown.
        took: Duration,
        /// Whether there is a new site; else the last good one stays.
        good: bool,
        /// What was found.
        findings: &'a Findings,
    },
}

/// A preview that listens already and shows nothing yet.
pub struct Preview {
    server: Server,
    language: Language,
    notes: Receiver<Note>,
    sender: Sender<Note>,
}

enum Note {
    Told(Told),
    Stop,
}

/// Ends a preview from another thread.
#[derive(Clone)]
pub struct Stop(Sender<Note>);

impl Stop {
    /// Asks the preview to end.
    pub fn stop(&self) {
        // One that has ended already needs no asking.
        let _ = self.0.send(Note::Stop);
    }
}

impl Preview {
    /// Starts to listen. A busy port is found out here, before any work is done.
    pub fn open(settings: Settings) -> Result<Self, Refused> {
        let language = settings.language;
        let (sender, notes) = channel();
        Ok(Self { server: Server::start(settings)?, language, notes, sender })
    }

    /// The address to open in a browser.
    pub fn address(&self) -> String {
        self.server.address()
    }

    /// What ends this preview.
    pub fn stopper(&self) -> Stop {
        Stop(self.sender.clone())
    }

    /// Watches, rebuilds and shows, until it is stopped. Every thread has ended when it returns.
    pub fn run(
        self,
        watched: Watched,
        rebuild: &mut dyn Rebuild,
        tell: &mut dyn FnMut(News<'_>),
    ) -> Result<(), Refused> {
        let sender = self.sender.clone();
        // Watching begins before the first build, so that no change falls between the two.
        let _watch = Watch::start(watched, move |told| drop(sender.send(Note::Told(told))))
            .map_err(|error| Refused::Thread { error })?;
        let desk = self.server.desk_address();
        tell(News::Serving { address: &self.address(), shared: self.server.is_shared(), desk: desk.as_deref() });
        for note in self.notes.try_iter() {
            match note {
                Note::Stop => return Ok(()),
                Note::Told(Told::Mode(mode)) => tell(News::Watching(mode)),
                // The first build sees it anyway.
                Note::Told(Told::Changed(_)) => {}
            }
        }
        self.build(&[], rebuild, tell);
        while let Ok(note) = self.notes.recv() {
            let mut changed = Vec::new();
            // What came in while the last build ran is one change.
            for note in std::iter::once(note).chain(self.notes.try_iter()) {
                match note {
                    Note::Stop => return Ok(()),
                    Note::Told(Told::Mode(mode)) => tell(News::Watching(mode)),
                    Note::Told(Told::Changed(paths)) => changed.extend(paths),
                }
            }
            if !changed.is_empty() {
                changed.sort();
                changed.dedup();
                self.build(&changed, rebuild, tell);
            }
        }
        Ok(())
    }

    fn build(&self, changed: &[PathBuf], rebuild: &mut dyn Rebuild, tell: &mut dyn FnMut(News<'_>)) {
        let started = Instant::now();
        let early = catch_unwind(AssertUnwindSafe(|| rebuild.at_once(changed))).ok().flatten().map(|site| {
            self.server.show_early(site);
            started.elapsed()
        });
        let outcome = catch_unwind(AssertUnwindSafe(|| rebuild.rebuild(changed)));
        let outcome = outcome.unwrap_or_else(|_| self.broken(changed));
        let (good, findings) = (outcome.site.is_some(), outcome.findings.clone());
        self.server.show(outcome);
        tell(News::Built { changed, took: early.unwrap_or_else(|| started.elapsed()), good, findings: &findings });
    }

    /// The program itself failed. The preview goes on, for the next edit may well be harmless.
    fn broken(&self, changed: &[PathBuf]) -> Outcome {
        let message = say!(
            "程序自身出错，这不是内容的问题（刚改动：{files}）",
            "the program itself failed, and not the content (changed: {files})";
            files: Text::list(changed.iter().map(|path| path.display().to_string())),
        );
        let remedy = say!(
            "请把刚改动的文件和终端上的提示发给 gongkai 的维护者；撤销刚才的改动可以继续",
            "send the changed file and what the terminal says to the maintainers of gongkai; undo the change to go on"
        );
        let finding = Diagnostic::new("internal-error", Severity::Error, None, message).remedy(remedy);
        Outcome { site: None, anew: true, findings: Findings::of(&[finding], |_| None, self.language) }
    }
}
