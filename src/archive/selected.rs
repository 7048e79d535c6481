use super::file_number::Filed;
use crate::board::Item;

/// An item that is packed.
pub(super) struct Selected<'a> {
    pub(super) item: &'a Item,
    pub(super) filed: Filed,
    /// Where its source lies in the bag.
    pub(super) source: Option<String>,
}
