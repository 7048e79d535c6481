use crate::diag::{Severity, Spot};
use crate::text::Text;

/// Which part of an item something stands in; how the item is disclosed says which parts are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The title.
    Title,
    /// Front matter that stands in the head table, in lists and in data.
    Field,
    /// The body, its tables and pictures, the facets shown beside it, attachments.
    Content,
    /// What is said instead of the content of an item taken down.
    Withdrawn,
    /// What is said of an item that is not disclosed.
    Withheld,
}

/// Something that a scanner found in what would be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The id of the check that it belongs to.
    pub check: &'static str,
    /// How much it weighs by default.
    pub severity: Severity,
    /// Where in the file.
    pub spot: Spot,
    /// In which part of the item.
    pub part: Part,
    /// What is wrong, in one clause. It never holds a whole number of a person.
    pub message: Text,
    /// What to write in its place; none where only a person can know.
    pub instead: Option<String>,
}
