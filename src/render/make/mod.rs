//! Fills the views from the board, one file per kind of page.

mod facets;
mod head_rows;
mod home;
mod item;
mod line;
mod window;

use super::setting::Setting;
use crate::diag::Diagnostic;
use crate::page::{Page, PageKind};

/// Makes the HTML of a page.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    match &page.kind {
        PageKind::Home => home::page(setting, page),
        PageKind::Item(id) => item::page(setting, page, *id),
        _ => Ok(String::new()),
    }
}
