use super::seen::Seen;
use std::collections::HashMap;
use std::sync::Arc;

/// A path with what was seen there.
pub type SeenAt = (Arc<str>, Seen);

/// What was seen in the files of a board.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// In items' files, by path.
    pub drafts: HashMap<Arc<str>, Arc<[Seen]>>,
    /// In files that are published as they lie, by path.
    pub files: HashMap<Arc<str>, Arc<[Seen]>>,
    /// In tables as they are published, by the path of the item that shows them; each with the path of its own file.
    pub tables: HashMap<Arc<str>, Arc<[SeenAt]>>,
    /// In the register of opinions.
    pub opinions: Vec<Seen>,
}
