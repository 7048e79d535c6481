use super::link::MenuLink;
use serde::Serialize;
use std::borrow::Cow;

/// Where everything is (`directory.html`): the map of the site, all topics, all years.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DirectoryView<'a> {
    /// The heading.
    pub title: Cow<'a, str>,
    /// What stands here.
    pub lead: Option<Cow<'a, str>>,
    /// The links under their headings.
    pub groups: Vec<LinkGroup<'a>>,
}

/// Links under a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkGroup<'a> {
    /// Id of the heading, unique on the page.
    pub id: Cow<'a, str>,
    /// The heading.
    pub title: Cow<'a, str>,
    /// The page of the heading itself.
    pub more: Option<Cow<'a, str>>,
    /// Whether the links are whole titles, which need broad columns.
    pub long: bool,
    /// The links.
    pub links: Vec<MenuLink<'a>>,
}
