use super::make;
use super::setting::Setting;
use crate::board::Board;
use crate::diag::Diagnostic;
use crate::output::Artifact;
use crate::page::Page;
use crate::theme::Theme;
use std::sync::Arc;

/// Turns pages into HTML. Rendering a page depends on nothing but board, page and theme, so any page may be rendered
/// at any time and from any thread.
pub struct Renderer {
    setting: Setting,
}

impl Renderer {
    /// A renderer of one board in one theme.
    pub fn new(board: Arc<Board>, theme: Arc<Theme>) -> Self {
        Self { setting: Setting::new(board, theme) }
    }

    /// Renders one page.
    ///
    /// # Errors
    /// The mistake in the theme, with file, line and range.
    pub fn page(&self, page: &Page) -> Result<Artifact, Box<Diagnostic>> {
        let html = make::page(&self.setting, page)?;
        Ok(Artifact { path: page.address.file_path(), bytes: html.into_bytes() })
    }
}
