use super::line::Group;
use super::link::Link;
use serde::Serialize;
use std::borrow::Cow;

/// An annual report, or the progress report (`report.html` with the site around it, `report-alone.html` as a paper of its
/// own). Its words are those of the official form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ReportView<'a> {
    /// Its title.
    pub title: Cow<'a, str>,
    /// What stands before the first section.
    pub preface: Option<ReportParagraph<'a>>,
    /// The sections.
    pub chapters: Vec<ReportChapter<'a>>,
    /// Items behind figures of the tables, each group with the id that the figure leads to.
    pub behind: Vec<Group<'a>>,
    /// What the office wrote down itself, each with the id that its figures lead to.
    pub sources: Vec<ReportSource<'a>>,
    /// The report as it was signed and published.
    pub published: Option<Cow<'a, str>>,
    /// The statistics of the year.
    pub statistics: Option<Cow<'a, str>>,
}

/// A section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReportChapter<'a> {
    /// Id of its heading.
    pub id: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Its words.
    pub paragraphs: Vec<ReportParagraph<'a>>,
    /// Its tables.
    pub tables: Vec<ReportTable<'a>>,
}

/// A paragraph with its lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReportParagraph<'a> {
    /// （一）主动公开。
    pub lead: &'static str,
    /// What it says.
    pub pieces: Vec<ReportPiece<'a>>,
}

/// Words, or a place to fill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReportPiece<'a> {
    /// The words, or what belongs there.
    pub text: Cow<'a, str>,
    /// Whether the office must write here.
    pub fill: bool,
    /// Where a figure leads.
    pub href: Option<Cow<'a, str>>,
}

/// Figures that no item carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReportSource<'a> {
    /// Names the words `report_source_…`, and its anchor `source-…`.
    pub id: &'static str,
    /// The file in which the office writes them down.
    pub file: Cow<'a, str>,
    /// Pages that say more.
    pub links: Vec<Link<'a>>,
}

/// A table of the official form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReportTable<'a> {
    /// What it is called for a reader who cannot see it.
    pub caption: Cow<'a, str>,
    /// Whether it has many columns.
    pub wide: bool,
    /// The rows of its head.
    pub head: Vec<Vec<ReportCell<'a>>>,
    /// Its rows.
    pub rows: Vec<Vec<ReportCell<'a>>>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReportCell<'a> {
    /// What it says.
    pub text: Cow<'a, str>,
    /// `col colgroup row rowgroup` of a label; empty for a figure.
    pub scope: &'static str,
    /// Rows that it spans.
    pub rows: usize,
    /// Columns that it spans.
    pub columns: usize,
    /// Where its figure leads.
    pub href: Option<Cow<'a, str>>,
}

impl<'a> ReportCell<'a> {
    /// A figure.
    pub fn figure(number: impl ToString) -> Self {
        Self { text: number.to_string().into(), rows: 1, columns: 1, ..Self::default() }
    }

    /// A label of columns.
    pub fn column(text: impl Into<Cow<'a, str>>, rows: usize, columns: usize) -> Self {
        let scope = if columns > 1 { "colgroup" } else { "col" };
        Self { text: text.into(), scope, rows, columns, href: None }
    }

    /// A label of rows.
    pub fn row(text: impl Into<Cow<'a, str>>, rows: usize, columns: usize) -> Self {
        let scope = if rows > 1 { "rowgroup" } else { "row" };
        Self { text: text.into(), scope, rows, columns, href: None }
    }
}
