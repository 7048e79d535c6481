use super::fact::Figure;
use super::line::Group;
use super::link::{MenuLink, Pager};
use serde::Serialize;
use std::borrow::Cow;

/// Items in order of time: the page of a category, a topic or a year (`list.html`).
#[derive(Clone, Debug, Default, Serialize)]
pub struct ListView<'a> {
    /// The heading.
    pub title: Cow<'a, str>,
    /// What stands here, in the office's words.
    pub lead: Option<Cow<'a, str>>,
    /// Who keeps it.
    pub unit: Option<Cow<'a, str>>,
    /// When the newest item was published.
    pub updated: Option<Cow<'a, str>>,
    /// Items of several sections: each line names its own.
    pub mixed: bool,
    /// A topic whose work has ended (已归档).
    pub closed: bool,
    /// Numbers in large type.
    pub figures: Vec<Figure<'a>>,
    /// The categories beside this one; empty hides the menu.
    pub menu: Vec<MenuLink<'a>>,
    /// What the menu is of, for those who do not see it.
    pub menu_label: Cow<'a, str>,
    /// The categories below this one.
    pub children: Vec<MenuLink<'a>>,
    /// The years to choose from.
    pub years: Vec<MenuLink<'a>>,
    /// The items, by month or by category.
    pub groups: Vec<Group<'a>>,
    /// The other pages of a long list.
    pub pager: Option<Pager<'a>>,
}
