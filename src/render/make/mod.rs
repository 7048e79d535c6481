//! Fills the views from the board, one file per kind of page.

mod facets;
mod head_rows;
mod home;
mod item;
mod line;
mod window;

use super::renderer::Renderer;
use crate::diag::Diagnostic;
use crate::page::{Page, PageKind};

/// Makes the HTML of a page.
pub(super) fn page(renderer: &Renderer, page: &Page) -> Result<String, Box<Diagnostic>> {
    match &page.kind {
        PageKind::Home => home::page(renderer, page),
        PageKind::Item(id) => item::page(renderer, page, *id),
        _ => Ok(String::new()),
    }
}
