use crate::text::{Span, Text};
use std::fmt;
use std::sync::Arc;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A person should look.
    Warning,
    /// What would be published is wrong; nothing is published.
    Error,
}

impl Severity {
    /// The word in JSON and in `board.yaml`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id())
    }
}

/// Where in a file a finding stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A range of bytes of a text file.
    Text(Span),
    /// A cell of a spreadsheet: the sheet's name and the cell as `B7`.
    Cell {
        /// The sheet's name; empty in a CSV file.
        sheet: String,
        /// Column letters and row number.
        cell: String,
    },
    /// A page of a document, from 1.
    Page(u32),
    /// A paragraph of a document, from 1.
    Paragraph(u32),
}

/// A file and a spot in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, relative to the board's root, with `/` as separator.
    pub path: Arc<str>,
    /// Where in the file.
    pub spot: Spot,
}

impl Place {
    /// A range of bytes in a text file.
    pub fn text(path: &Arc<str>, span: Span) -> Self {
        Self { path: Arc::clone(path), spot: Spot::Text(span) }
    }

    /// A file as a whole.
    pub fn file(path: &Arc<str>) -> Self {
        Self { path: Arc::clone(path), spot: Spot::File }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The check that found it; stable for ever, and the thing to match on.
    pub check: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The smallest place that shows it; none for a finding on the whole board.
    pub place: Option<Place>,
    /// What is wrong, in one clause, without the remedy.
    pub message: Text,
    /// What to do.
    pub remedy: Option<Text>,
    /// The provision it rests on.
    pub basis: Option<&'static str>,
}

impl Diagnostic {
    /// A finding without remedy or basis yet.
    pub fn new(check: &'static str, severity: Severity, place: impl Into<Option<Place>>, message: Text) -> Self {
        Self { check, severity, place: place.into(), message, remedy: None, basis: None }
    }

    /// Says what to do.
    #[must_use]
    pub fn remedy(mut self, remedy: Text) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Names the provision.
    #[must_use]
    pub fn basis(mut self, basis: &'static str) -> Self {
        self.basis = Some(basis);
        self
    }
}
