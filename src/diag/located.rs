use super::diagnostic::{Diagnostic, Spot};
use crate::text::locate;

/// A finding and the line on which it stands, for lists that are read without the files beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The finding.
    pub finding: Diagnostic,
    /// Its line, from 1; none where it has no place in a text.
    pub line: Option<usize>,
}

impl Located {
    /// Finds the line of a finding in the text of its file.
    pub fn new(finding: Diagnostic, texts: &dyn Fn(&str) -> Option<String>) -> Self {
        let line = finding.place.as_ref().and_then(|place| match place.spot {
            Spot::Text(span) => Some(locate(&texts(&place.path)?, span.start as usize).line),
            _ => None,
        });
        Self { finding, line }
    }

    /// The file and the line, as `content/finance/a.md:4`.
    pub fn place(&self) -> Option<String> {
        let path = &self.finding.place.as_ref()?.path;
        Some(self.line.map_or_else(|| path.to_string(), |line| format!("{path}:{line}")))
    }
}
