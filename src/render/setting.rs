use super::frame::frame;
use super::href::Hrefs;
use super::view::{Feed, Frame, Head, Page as PageView};
use crate::board::{Address, Board, ItemId};
use crate::diag::Diagnostic;
use crate::page::{Page, PageKind};
use crate::tally::Tally;
use crate::term::Term;
use crate::theme::Theme;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What a frame depends on: the way to the root, the navigation's entry, whether the page is that entry itself.
type FrameKey = (String, &'static str, bool);

/// The board in its theme: what makers of pages draw from.
pub(super) struct Setting {
    pub(super) board: Arc<Board>,
    pub(super) theme: Arc<Theme>,
    year: String,
    tally: OnceLock<Tally>,
    frames: Mutex<BTreeMap<FrameKey, Arc<Frame>>>,
}

impl Setting {
    /// A board in a theme.
    pub(super) fn new(board: Arc<Board>, theme: Arc<Theme>) -> Self {
        let year = board.today.year().to_string();
        Self { board, theme, year, tally: OnceLock::new(), frames: Mutex::default() }
    }

    /// The figures of the board, counted when the first page asks for them.
    pub(super) fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| Tally::of(&self.board))
    }

    /// The links of a page that stands at this address.
    pub(super) fn hrefs_of<'p>(&'p self, from: &'p Address) -> Hrefs<'p> {
        Hrefs { board: &self.board, from }
    }

    /// Puts a view into its template, with frame, head and the way from the home page around it.
    pub(super) fn finish<V: Serialize>(
        &self,
        page: &Page,
        template: &str,
        made: Made<'_, V>,
    ) -> Result<String, Box<Diagnostic>> {
        let frame = self.frame(page)?;
        let view = PageView {
            frame: &frame,
            site: &self.board.config.title,
            year: &self.year,
            head: made.head,
            crumbs: made.crumbs,
            page: made.view,
        };
        self.theme.render(template, &view)
    }

    /// A head with what every page of this address says.
    pub(super) fn head<'s>(&'s self, page: &Page, title: impl Into<Cow<'s, str>>) -> Head<'s> {
        let mut head = Head::titled(title);
        let base = &self.board.config.base_url;
        if page.kind != PageKind::NotFound {
            head.canonical = Some(base.join(&page.address.encoded()).into());
        }
        let from = &page.address;
        let title = &self.board.config.title;
        let changes = self.theme.words().fill("feed_changes", &[("name", title)]);
        let feed = |kind, title: &str, path: &str| Feed {
            kind,
            title: title.to_owned().into(),
            href: from.link_to(&Address::file(path)).into(),
        };
        head.feeds = vec![
            feed("application/atom+xml", title, "feed.xml"),
            feed("application/atom+xml", &changes, "changes.xml"),
            feed("application/feed+json", title, "feed.json"),
        ];
        head
    }

    fn frame(&self, page: &Page) -> Result<Arc<Frame>, Box<Diagnostic>> {
        // Nobody knows from which depth a missing page is asked for.
        let root = match page.kind {
            PageKind::NotFound => self.board.config.base_url.path().to_owned(),
            // The screen's folder has its own style and script, so that it can be carried about alone.
            PageKind::Screen => String::new(),
            _ => page.address.to_root(),
        };
        let (place, exact) = self.place(&page.kind);
        let key = (root, place, exact);
        let mut frames = self.frames.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = frames.get(&key) {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(frame(&self.board, &self.theme, &key.0, place, exact)?);
        frames.insert(key, Arc::clone(&made));
        Ok(made)
    }

    /// The navigation's entry that a page belongs to, and whether it is that entry itself.
    fn place(&self, kind: &PageKind) -> (&'static str, bool) {
        let of = |id: ItemId| self.board.item(id).section().id();
        match kind {
            PageKind::Home => ("home", true),
            PageKind::Section { section, number } => (section.id(), *number == 1),
            PageKind::Item(id) => (of(*id), false),
            PageKind::Category { category, .. } => (
                self.board.config.categories.get(*category).cadence.map_or("", |cadence| cadence.section().id()),
                false,
            ),
            PageKind::PeriodicYear(_) => ("periodic", false),
            PageKind::Matters | PageKind::Matter(_) => ("staged", false),
            PageKind::Catalogue { number } => ("catalogue", *number == 1),
            PageKind::Standard => ("standard", true),
            PageKind::Statistics(year) => ("statistics", *year == Some(self.board.today.year())),
            PageKind::Traced { .. } => ("statistics", false),
            PageKind::Units => ("units", true),
            PageKind::Unit { .. } => ("units", false),
            _ => ("", false),
        }
    }
}

/// What a maker of pages gives back.
pub(super) struct Made<'v, V> {
    pub(super) head: Head<'v>,
    pub(super) crumbs: Vec<super::view::Crumb<'v>>,
    pub(super) view: V,
}
