use super::mishap::about;
use super::search_index::search_index;
use crate::board::Board;
use crate::diag::Diagnostic;
use crate::export;
use crate::output::Artifact;
use crate::page::{Page, PageKind};
use crate::parallel;
use crate::render::Renderer;
use crate::say;
use crate::source::{ReadError, read_bytes};
use crate::text::digest;
use crate::theme::Theme;
use std::collections::HashMap;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A site that is ready to be made: any of its files can be asked for at any time, from any thread. The build asks for
/// all of them, the preview for the one that is looked at.
pub struct Site {
    root: PathBuf,
    board: Arc<Board>,
    theme: Arc<Theme>,
    renderer: Renderer,
    places: Arc<Places>,
    exported: OnceLock<HashMap<String, Vec<u8>>>,
    searched: OnceLock<HashMap<String, Vec<u8>>>,
}

/// What stands where.
struct Places {
    /// Sorted by address.
    pages: Vec<Page>,
    page_at: HashMap<String, usize>,
    /// The files that are published as they lie: where, and which.
    attached: HashMap<String, Arc<str>>,
}

/// Why a file of a site could not be made.
#[derive(Debug)]
pub enum Flaw {
    /// A mistake in the theme.
    Theme(Box<Diagnostic>),
    /// A file of the board that cannot be read any more.
    Read(ReadError),
}

impl Site {
    /// A site of a compiled board. `root` is where the board's files lie.
    pub fn new(root: PathBuf, board: Board, pages: Vec<Page>, theme: Arc<Theme>) -> Self {
        let page_at = pages.iter().enumerate().map(|(at, page)| (page.address.file_path(), at)).collect();
        let shown = board.items.iter().filter(|item| item.shows_content()).flat_map(|item| &item.attached);
        let attached = shown.filter_map(|file| Some((file.address.as_str().to_owned(), Arc::clone(file.offered()?))));
        let places = Places { pages, page_at, attached: attached.collect() };
        Self::laid_out(root, board, Arc::new(places), theme)
    }

    /// The site of another board in which everything stands where it stands in this one.
    pub(super) fn of(&self, board: Board) -> Self {
        Self::laid_out(self.root.clone(), board, Arc::clone(&self.places), Arc::clone(&self.theme))
    }

    fn laid_out(root: PathBuf, board: Board, places: Arc<Places>, theme: Arc<Theme>) -> Self {
        let board = Arc::new(board);
        let renderer = Renderer::new(Arc::clone(&board), Arc::clone(&theme));
        Self { root, board, theme, renderer, places, exported: OnceLock::new(), searched: OnceLock::new() }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The board.
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// The theme that its pages are rendered in.
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.places.pages.len()
    }

    /// Any page in the looks of the site, whether it is one of its pages or not.
    ///
    /// # Errors
    /// Where the theme has a mistake.
    pub fn rendered(&self, page: &Page) -> Result<Vec<u8>, Flaw> {
        self.renderer.page(page).map(|artifact| artifact.bytes).map_err(Flaw::Theme)
    }

    /// One file by its path below the site's root; none where the site has no such file.
    pub fn file(&self, path: &str) -> Option<Result<Vec<u8>, Flaw>> {
        if let Some(&at) = self.places.page_at.get(path) {
            return Some(self.rendered(&self.places.pages[at]));
        }
        if let Some(source) = self.places.attached.get(path) {
            return Some(self.attachment(source));
        }
        if path.starts_with("search/") {
            return self.searched().get(path).cloned().map(Ok);
        }
        let path = path.strip_prefix("screen/").filter(|path| on_screen(path) && self.has_screen()).unwrap_or(path);
        let asset = self.theme.assets().iter().find(|asset| asset.path == path).map(|asset| asset.bytes.clone());
        asset.or_else(|| self.exported().get(path).cloned()).map(Ok)
    }

    /// Makes every file and hands it on, pages on all cores. Mistakes of the theme are gathered; the first error of
    /// `take` ends it.
    ///
    /// # Errors
    /// What `take` refuses, or a file that cannot be read.
    pub fn each<E: From<Flaw>>(&self, mut take: impl FnMut(&Artifact) -> Result<(), E>) -> Result<Vec<Diagnostic>, E> {
        let mut mistakes = Vec::new();
        parallel::pipe(
            &self.places.pages,
            |page| about(&page.address.file_path(), || self.renderer.page(page)),
            |made| match made {
                Ok(artifact) => take(&artifact),
                Err(mistake) => {
                    mistakes.push(*mistake);
                    Ok(())
                }
            },
        )?;
        for asset in self.theme.assets() {
            take(&Artifact { path: asset.path.clone(), bytes: asset.bytes.clone() })?;
            if on_screen(&asset.path) && self.has_screen() {
                take(&Artifact { path: format!("screen/{}", asset.path), bytes: asset.bytes.clone() })?;
            }
        }
        for exporter in export::registered() {
            for artifact in exporter.export(&self.board, &self.places.pages) {
                take(&artifact)?;
            }
        }
        if self.has_search() {
            search_index(&self.board, &mut take)?;
        }
        let mut attached: Vec<(&String, &Arc<str>)> = self.places.attached.iter().collect();
        attached.sort();
        for (path, source) in attached {
            let bytes = self.attachment(source)?;
            take(&Artifact { path: path.clone(), bytes })?;
        }
        // Every page of a broken template has the same mistake; it is said once.
        mistakes.dedup();
        Ok(mistakes)
    }

    /// The index of search, made when it is first asked for: a saved edit need not wait for it.
    fn searched(&self) -> &HashMap<String, Vec<u8>> {
        self.searched.get_or_init(|| {
            let mut files = HashMap::new();
            if self.has_search() {
                let _: Result<(), Infallible> = search_index(&self.board, |artifact| {
                    files.insert(artifact.path.clone(), artifact.bytes.clone());
                    Ok(())
                });
            }
            files
        })
    }

    /// Whether there is a screen of ours: a category may have taken its place.
    fn has_screen(&self) -> bool {
        self.stands_at("screen/index.html", &PageKind::Screen)
    }

    /// Whether there is a search page of ours: a category may have taken its place.
    fn has_search(&self) -> bool {
        self.stands_at("search/index.html", &PageKind::Search)
    }

    fn stands_at(&self, path: &str, kind: &PageKind) -> bool {
        self.places.page_at.get(path).is_some_and(|&at| self.places.pages[at].kind == *kind)
    }

    /// A file that is published as it lies, if it still is the file that was looked at: one that changed since then has
    /// been judged by nobody.
    fn attachment(&self, path: &str) -> Result<Vec<u8>, Flaw> {
        let bytes = read_bytes(&self.root, path).map_err(Flaw::Read)?;
        let judged = self.board.reading(path).and_then(|reading| reading.digest);
        if judged == Some(digest(&bytes)) {
            return Ok(bytes);
        }
        let message = say!("检查之后文件又改动了，请重新运行", "the file changed after it was checked; run again");
        Err(Flaw::Read(ReadError { path: self.root.join(path), message }))
    }

    fn exported(&self) -> &HashMap<String, Vec<u8>> {
        self.exported.get_or_init(|| {
            let made =
                export::registered().iter().flat_map(|exporter| exporter.export(&self.board, &self.places.pages));
            made.map(|artifact| (artifact.path, artifact.bytes)).collect()
        })
    }
}

/// Whether the hall's screen needs a file of the theme: its folder holds all it needs, so that it can be copied alone.
fn on_screen(asset: &str) -> bool {
    asset.starts_with("assets/board.") || asset.starts_with("assets/icon.")
}
