use crate::pipeline::{Compiled, Memo, Options, compile};
use crate::source::{ReadError, Source, Sources, read_board, refresh};
use crate::text::Language;
use crate::theme::Theme;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Where items are made and changed: a board's folder, and what is known of it. Asked by one person at a time, but
/// from several tabs.
pub struct Desk {
    pub(super) root: PathBuf,
    pub(super) options: Options,
    pub(super) language: Language,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    sources: Option<Sources>,
    /// What changed since the sources were read.
    changed: Vec<PathBuf>,
    memo: Memo,
    judged: Option<Arc<Judged>>,
    look: Option<(String, String, Arc<Theme>)>,
}

/// The sources, and what the pipeline says of them.
pub(super) struct Judged {
    pub(super) sources: Sources,
    pub(super) compiled: Compiled,
}

impl Desk {
    /// A desk for a board; nothing is read before it is asked. `root` is absolute and canonical.
    pub fn new(root: PathBuf, options: Options, language: Language) -> Self {
        Self { root, options, language, state: Mutex::default() }
    }

    /// Is told that files changed.
    pub fn hear(&self, changed: &[PathBuf]) {
        self.with(|state| {
            state.changed.extend_from_slice(changed);
            state.judged = None;
            if changed.iter().any(|path| path.starts_with(self.root.join("themes"))) {
                state.look = None;
            }
        });
    }

    /// The board as it lies on disk.
    pub(super) fn board(&self) -> Result<Arc<Judged>, ReadError> {
        self.with(|state| {
            if let Some(known) = state.judged.as_ref().filter(|_| state.changed.is_empty()) {
                return Ok(Arc::clone(known));
            }
            let sources = self.sources(state)?;
            let compiled = compile(&sources, &self.options, &mut state.memo);
            let judged = Arc::new(Judged { sources, compiled });
            state.judged = Some(Arc::clone(&judged));
            Ok(judged)
        })
    }

    /// The board as it would be with another text of one item.
    pub(super) fn board_with(&self, path: &str, text: &str) -> Result<Judged, ReadError> {
        self.with(|state| {
            let mut sources = self.sources(state)?;
            let item = sources.items.iter_mut().find(|item| *item.path == *path);
            if let Some((item, source)) = item.and_then(|item| {
                let source = Source::from_bytes(&item.path, text.as_bytes().to_vec()).ok()?;
                Some((item, source))
            }) {
                *item = source;
            }
            let compiled = compile(&sources, &self.options, &mut state.memo);
            Ok(Judged { sources, compiled })
        })
    }

    /// The theme in which pages are shown; none where it has mistakes.
    pub(super) fn theme(&self, name: &str, language: &str) -> Option<Arc<Theme>> {
        self.with(|state| {
            let known = state.look.as_ref().filter(|(known, spoken, _)| known == name && spoken == language);
            if let Some((.., theme)) = known {
                return Some(Arc::clone(theme));
            }
            let own = crate::source::read_theme(&self.root, name).ok()?;
            let theme = Arc::new(crate::pipeline::load_theme(name, language, own).ok()?);
            state.look = Some((name.to_owned(), language.to_owned(), Arc::clone(&theme)));
            Some(theme)
        })
    }

    /// Where a path of the board lies on disk.
    pub(super) fn on_disk(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.root.clone(), |folder, part| folder.join(part))
    }

    /// A path on disk as findings name it.
    pub(super) fn named(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn sources(&self, state: &mut State) -> Result<Sources, ReadError> {
        let changed = std::mem::take(&mut state.changed);
        let sources = match state.sources.take() {
            Some(sources) if changed.is_empty() => sources,
            Some(sources) => refresh(&sources, &changed)?,
            None => read_board(&self.root)?,
        };
        state.sources = Some(sources.clone());
        Ok(sources)
    }

    /// One at a time. A panic while the board was compiled leaves nothing half done that the next one could trip over.
    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
