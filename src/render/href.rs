use crate::board::{Address, Board, Item, ItemId};
use crate::config::CategoryId;

/// Makes the links of one page.
#[derive(Clone, Copy)]
pub(super) struct Hrefs<'a> {
    /// The board.
    pub(super) board: &'a Board,
    /// The page on which the links stand.
    pub(super) from: &'a Address,
}

impl Hrefs<'_> {
    /// To any page or file.
    pub(super) fn to(&self, address: &Address) -> String {
        self.from.link_to(address)
    }

    /// To a page by its path from the root: `catalogue`.
    pub(super) fn page(&self, path: &str) -> String {
        self.to(&Address::page(path))
    }

    /// To an item; none for one without a page.
    pub(super) fn item(&self, item: &Item) -> Option<String> {
        item.has_page().then(|| self.to(&item.address))
    }

    /// To an item by its id.
    pub(super) fn of(&self, id: ItemId) -> Option<String> {
        self.item(self.board.item(id))
    }

    /// To a category.
    pub(super) fn category(&self, id: CategoryId) -> String {
        self.page(&self.board.config.categories.get(id).path)
    }

    /// To one page of a paged list, counted from 1.
    pub(super) fn numbered(&self, path: &str, number: usize) -> String {
        if number == 1 { self.page(path) } else { self.page(&format!("{path}/page-{number}")) }
    }
}
