use crate::text::Span;

/// A table of a body.
#[derive(Clone, Debug, Default)]
pub struct VisibleTable {
    /// The cells of its head.
    pub header: Vec<VisibleCell>,
    /// The cells of its rows.
    pub rows: Vec<Vec<VisibleCell>>,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub struct VisibleCell {
    /// Its words as they show.
    pub text: String,
    /// Where it is written, in the body.
    pub span: Span,
    /// Whether it is written as it shows.
    pub exact: bool,
}

impl VisibleCell {
    /// Where some of its words are written; the whole cell where that cannot be told.
    pub fn place(&self, span: Span) -> Span {
        if self.exact { span.shifted(self.span.start as usize) } else { self.span }
    }
}
