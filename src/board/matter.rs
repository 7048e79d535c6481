use super::item::ItemId;

/// One undertaking and its steps so far (事项进程).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// Its id, part of its address.
    pub id: String,
    /// Its name: the board's, else the title of its first item.
    pub name: String,
    /// Its items by phase and date.
    pub items: Vec<ItemId>,
}
