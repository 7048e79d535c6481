use crate::calendar::Date;

/// What kind of text is looked at: the same number weighs more in a list than in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Running text: a body or a paragraph. Paragraphs are parted by blank lines, lines by `\n`.
    Prose,
    /// One cell of a table or one item of a list.
    Listed,
    /// A title, a heading, a caption.
    Title,
    /// The name of a file.
    FileName,
    /// The target of a link.
    Link,
}

/// What the office has said about itself, and the day it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeWords {
    /// What the office calls itself after 我: 镇, 乡, 街道, 村, 社区. Empty where it is unknown.
    pub self_names: Vec<String>,
    /// Telephone numbers that the office publishes on purpose, in any writing.
    pub public_phones: Vec<String>,
    /// The day of the run; births are judged by it.
    pub today: Date,
}

/// The circumstances of a text.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What kind of text it is.
    pub kind: Kind,
    /// The words that name the text: the header of the cell's column. Empty where there are none.
    pub label: &'a str,
    /// The office whose board it is.
    pub office: &'a OfficeWords,
}

impl<'a> Setting<'a> {
    /// A text of this kind without a label.
    pub fn new(kind: Kind, office: &'a OfficeWords) -> Self {
        Self { kind, label: "", office }
    }

    /// The same circumstances under the header of a column.
    #[must_use]
    pub fn labelled(self, label: &'a str) -> Self {
        Self { label, ..self }
    }
}
