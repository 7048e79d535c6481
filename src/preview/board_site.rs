use super::answer::{Answer, Pages};
use super::finding::Finding;
use crate::diag::{Diagnostic, Place, Severity};
use crate::pipeline::{Flaw, Site};
use crate::text::Language;
use crate::theme::Theme;
use std::path::Path;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A board's site, of which each page is made when it is asked for.
pub(super) struct BoardSite {
    site: Site,
    language: Language,
    /// The site before the theme was last changed: its pages stay where the changed theme fails.
    before: Option<Arc<BoardSite>>,
    failed: AtomicBool,
}

impl BoardSite {
    pub(super) fn new(site: Site, language: Language, before: Option<Arc<Self>>) -> Self {
        Self { site, language, before, failed: AtomicBool::new(false) }
    }

    /// The site with the body of one item as it lies on disk, where nothing else changed.
    pub(super) fn with_body(&self, changed: &Path) -> Option<Self> {
        Some(Self::new(self.site.with_body(changed)?, self.language, self.before.clone()))
    }

    /// The site whose pages stay where one in this theme, which comes next, fails. With the same theme that is needed
    /// only while the theme fails, and a board is held twice no longer than that.
    pub(super) fn fallback(self: Arc<Self>, next: &Theme) -> Option<Arc<Self>> {
        match (self.failed.load(Ordering::Relaxed), ptr::eq(self.site.theme(), next)) {
            (true, _) => self.before.clone(),
            (false, true) => None,
            (false, false) => Some(self),
        }
    }

    fn broken(&self, path: &str, flaw: &Flaw) -> Answer {
        let finding = match flaw {
            Flaw::Theme(mistake) => {
                self.failed.store(true, Ordering::Relaxed);
                let text = mistake.place.as_ref().and_then(|place| self.site.theme().source(&place.path));
                Finding::of(mistake, text, self.language)
            }
            Flaw::Read(error) => {
                let place = Place::file(&error.path.to_string_lossy().into());
                let gone = Diagnostic::new("missing-attachment", Severity::Error, place, error.message.clone());
                Finding::of(&gone, None, self.language)
            }
        };
        // A site before the theme was changed is asked without its own past: nothing here can go on for ever.
        let last = self.before.as_ref().and_then(|before| before.site.file(path)?.ok());
        let answer = last.map_or_else(|| Answer::broken(Vec::new()), |bytes| Answer::file(path, bytes));
        Answer { findings: vec![finding], ..answer }
    }
}

impl Pages for BoardSite {
    fn answer(&self, path: &str) -> Option<Answer> {
        // A board that will live below a path is reached by that path as well: `404.html` links so.
        let base = self.site.board().config.base_url.path().trim_start_matches('/');
        let inside = path.strip_prefix(base).filter(|_| !base.is_empty());
        let mut paths = std::iter::once(path).chain(inside);
        let found = paths.find_map(|path| Some((path, self.site.file(path)?)));
        found.map(|(path, file)| match file {
            Ok(bytes) => Answer::file(path, bytes),
            Err(flaw) => self.broken(path, &flaw),
        })
    }
}
