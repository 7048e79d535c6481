use super::answer::Pages;
use super::board_site::BoardSite;
use super::findings::Findings;
use super::serve::Rebuild;
use super::shown::Outcome;
use crate::check::stops_build;
use crate::config::Config;
use crate::diag::{Diagnostic, Place, Severity};
use crate::edit::Desk;
use crate::pipeline::{Compiled, Memo, Options, Site, compile, load_theme};
use crate::source::{ReadError, Sources, read_board, read_theme, refresh};
use crate::text::Language;
use crate::theme::Theme;
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;

/// Builds a board anew after each change, and reuses what the change did not touch: the texts and drafts of the other
/// files, and the theme.
pub struct BoardRebuild {
    root: PathBuf,
    options: Options,
    language: Language,
    memo: Memo,
    sources: Option<Sources>,
    look: Option<Look>,
    site: Option<Arc<BoardSite>>,
    /// Whether the site that is shown was built from a board without errors. Such a site stays while there are some.
    good: bool,
    /// Whether a site is shown already that has the changes which come next.
    early: bool,
    /// Where items are changed; it hears what changed on disk.
    desk: Option<Arc<Desk>>,
}

/// A theme as it was loaded, and by which names.
struct Look {
    name: String,
    language: String,
    theme: Arc<Theme>,
}

impl BoardRebuild {
    /// A board that has not been read yet. `root` is absolute and canonical, as the changes will be.
    pub fn new(root: PathBuf, options: Options, language: Language) -> Self {
        Self {
            root,
            options,
            language,
            memo: Memo::default(),
            sources: None,
            look: None,
            site: None,
            good: false,
            early: false,
            desk: None,
        }
    }

    /// The same, with a desk that hears of every change.
    #[must_use]
    pub fn with_desk(self, desk: Option<Arc<Desk>>) -> Self {
        Self { desk, ..self }
    }

    /// The sources as they are now; only what changed is read again.
    fn read(&mut self, changed: &[PathBuf]) -> Result<Sources, ReadError> {
        match self.sources.take() {
            Some(sources) if !changed.is_empty() => refresh(&sources, changed),
            _ => read_board(&self.root),
        }
    }

    /// The theme of the board; loaded only where it changed.
    fn theme(&mut self, config: &Config, changed: &[PathBuf]) -> Result<Arc<Theme>, Vec<Diagnostic>> {
        let (name, language) = (&config.theme, &config.language);
        let themes = self.root.join("themes");
        if changed.iter().any(|path| path.starts_with(&themes)) {
            self.look = None;
        }
        if let Some(known) = self.look.as_ref().filter(|known| known.name == *name && known.language == *language) {
            return Ok(Arc::clone(&known.theme));
        }
        let own = read_theme(&self.root, name).map_err(|error| vec![unreadable(&error)])?;
        let theme = Arc::new(load_theme(name, language, own)?);
        self.look = Some(Look { name: name.clone(), language: language.clone(), theme: Arc::clone(&theme) });
        Ok(theme)
    }

    /// Compiles. Where no good site is shown, it compiles without the faulty items: a clerk who starts the preview on a
    /// board with a mistake shall see the rest of it.
    fn compile(&mut self, sources: &Sources) -> Compiled {
        let options = Options { keep_going: self.options.keep_going || !self.good, ..self.options.clone() };
        compile(sources, &options, &mut self.memo)
    }

    /// The new site, unless something stands against it, and what was found.
    fn rebuilt(&mut self, changed: &[PathBuf]) -> (Option<Arc<BoardSite>>, Findings) {
        let sources = match self.read(changed) {
            Ok(sources) => sources,
            Err(error) => return (None, Findings::of(&[unreadable(&error)], |_| None, self.language)),
        };
        let Compiled { board, pages, mut report, .. } = self.compile(&sources);
        let stays = self.good && stops_build(&report);
        let mut fresh = None;
        if let Some(board) = board.filter(|_| !stays) {
            match self.theme(&board.config, changed) {
                Ok(theme) => {
                    let before = self.site.take().and_then(|last| last.fallback(&theme));
                    let site = Site::new(self.root.clone(), board, pages, theme);
                    fresh = Some(Arc::new(BoardSite::new(site, self.language, before)));
                    self.good = !stops_build(&report);
                }
                Err(findings) => report.extend(findings),
            }
        }
        let findings = Findings::of(report.findings(), |path| sources.text(path), self.language);
        self.sources = Some(sources);
        if fresh.is_some() {
            self.site.clone_from(&fresh);
        }
        (fresh, findings)
    }
}

impl Rebuild for BoardRebuild {
    fn rebuild(&mut self, changed: &[PathBuf]) -> Outcome {
        if let Some(desk) = &self.desk {
            desk.hear(changed);
        }
        let early = mem::take(&mut self.early);
        let (fresh, findings) = self.rebuilt(changed);
        // What was shown early gives way to the last good site where it turns out to be none.
        let (site, anew) = match fresh {
            None if early => (self.site.clone(), true),
            fresh => (fresh, !early),
        };
        Outcome { site: site.map(|site| site as Arc<dyn Pages>), anew, findings }
    }

    /// Where nothing but the body of one item changed, its page need not wait for the whole board to be judged.
    fn at_once(&mut self, changed: &[PathBuf]) -> Option<Arc<dyn Pages>> {
        let ([changed], Some(site), true) = (changed, &self.site, self.good) else { return None };
        let fresh = site.with_body(changed)?;
        self.early = true;
        Some(Arc::new(fresh))
    }
}

fn unreadable(error: &ReadError) -> Diagnostic {
    let place = Place::file(&error.path.to_string_lossy().into());
    Diagnostic::new("unreadable-file", Severity::Error, place, error.message.clone())
}
