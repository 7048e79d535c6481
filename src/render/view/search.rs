use super::link::Link;
use serde::Serialize;
use std::borrow::Cow;

/// The search page (`search.html`). The theme's `search.js` fills in what it finds.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SearchView<'a> {
    /// Items that can be found.
    pub total: usize,
    /// The folder of the index, relative to the page, with `/` at its end; empty where that is the page's own.
    pub index: Cow<'a, str>,
    /// The board's root, relative to the page.
    pub root: Cow<'a, str>,
    /// Where to look without a script: the catalogue, the categories.
    pub ways: Vec<Link<'a>>,
    /// How to apply for what is not found.
    pub on_request: Option<Cow<'a, str>>,
    /// Whom to call.
    pub phone: Option<Cow<'a, str>>,
}
