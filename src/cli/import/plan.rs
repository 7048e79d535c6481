use super::guess::Guess;
use crate::calendar::{Date, Period};
use crate::config::CategoryId;
use crate::text::Text;

/// An item that is to be written.
#[derive(Debug)]
pub(super) struct Plan {
    /// The file that it comes from, as shown.
    pub(super) source: String,
    pub(super) title: Guess,
    pub(super) category: Guess<CategoryId>,
    pub(super) published: Guess<Date>,
    pub(super) period: Option<Guess<Period>>,
    pub(super) number: Option<Guess>,
    pub(super) issuer: Option<Guess>,
    pub(super) written: Option<Guess<Date>>,
    pub(super) origin: Option<Guess>,
    /// Lines of front matter that only some items have, as they stand there.
    pub(super) lines: Vec<String>,
    pub(super) body: String,
    /// Files that lie beside the item.
    pub(super) files: Vec<Beside>,
    /// Addresses that the body names and that may lead to files or other pages of the same site.
    pub(super) named: Vec<String>,
    /// What a person should look at.
    pub(super) notes: Vec<Text>,
}

/// A file that is to lie beside an item.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// What became of one file.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Items come of it.
    Items(Vec<Plan>),
    /// It is none; why.
    Unread(Text),
}
