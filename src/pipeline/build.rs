use super::site::{Flaw, Site};
use crate::diag::Diagnostic;
use crate::output::{OutputFolder, WriteError, Writing, Written};
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
        Self::Stopped(error.message())
    }
}

impl From<Flaw> for BuildError {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Theme(mistake) => Self::Findings(vec![*mistake]),
            Flaw::Read(error) => {
                let (path, Text { zh, en }) = (error.path.display().to_string(), error.message);
                Self::Stopped(Text { zh: format!("{path}：{zh}"), en: format!("{path}: {en}") })
            }
        }
    }
}

/// Makes every file of a site and lays it on disk.
///
/// # Errors
/// Mistakes of the theme, or a disk that refuses. The old site then stays as it was.
pub fn build(site: &Site, folder: &OutputFolder) -> Result<Written, BuildError> {
    let mut writing = Writing::start(folder)?;
    let mistakes = site.each(|artifact| writing.take(artifact).map_err(BuildError::from))?;
    if !mistakes.is_empty() {
        return Err(BuildError::Findings(mistakes));
    }
    Ok(writing.finish()?)
}
