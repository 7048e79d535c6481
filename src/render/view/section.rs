use super::line::{Group, ItemLine};
use super::link::{MenuLink, Pager};
use serde::Serialize;

/// The sections 长期公开 and 及时公开: items by category (`section.html`).
#[derive(Clone, Debug, Default, Serialize)]
pub struct SectionView<'a> {
    /// `permanent` or `timely`.
    pub section: &'static str,
    /// Guide, rules, reports, how to apply; shown in boxes.
    pub documents: Vec<MenuLink<'a>>,
    /// The categories, leading to their groups below or to their pages; empty hides the menu.
    pub menu: Vec<MenuLink<'a>>,
    /// The items by category.
    pub groups: Vec<Group<'a>>,
    /// Documents that are no longer in force.
    pub closed: Vec<ItemLine<'a>>,
    /// The other pages of a long list.
    pub pager: Option<Pager<'a>>,
}
