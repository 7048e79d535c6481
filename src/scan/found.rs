use crate::diag::Severity;
use crate::text::{Span, Text};

/// One fault in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// The bytes of the given text that are at fault; always on character boundaries.
    pub span: Span,
    /// What is wrong, in one clause. It never holds a whole number of a person.
    pub message: Text,
    /// What to write in place of the span: the official masked form, or the mended writing. None where only a person
    /// can know.
    pub instead: Option<String>,
    /// How much it weighs by default.
    pub severity: Severity,
}

impl Find {
    /// A find without a proposal.
    pub fn new(span: Span, severity: Severity, message: Text) -> Self {
        Self { span, message, instead: None, severity }
    }

    /// Proposes what to write in place of the span.
    #[must_use]
    pub fn instead(mut self, text: impl Into<String>) -> Self {
        self.instead = Some(text.into());
        self
    }
}

/// One fault in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFind {
    /// The row, from 0, without the header; none for the header or the table as a whole.
    pub row: Option<usize>,
    /// The column, from 0; none for the table as a whole.
    pub column: Option<usize>,
    /// What is wrong; the span counts in the cell's text.
    pub find: Find,
}
