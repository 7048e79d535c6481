use super::item::HeadRow;
use super::line::ItemLine;
use super::link::Link;
use serde::Serialize;
use std::borrow::Cow;

/// What a reader sees who asks for what is not there (`404.html`). Its links start with the base path.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NotFoundView<'a> {
    /// The search page, where there is one.
    pub search: Option<Cow<'a, str>>,
    /// Where the reader may want to go.
    pub ways: Vec<Link<'a>>,
    /// Whom to tell.
    pub phone: Option<Cow<'a, str>>,
}

/// An old address (`redirect.html`) or the short address (`short.html`) of an item: the reader is led on, and can go by
/// hand where that fails.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RedirectView<'a> {
    /// The item's page, relative.
    pub href: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// 索引号; on the page of the short address.
    pub index: Option<Cow<'a, str>>,
}

/// An item that was taken down (`withdrawn.html`): the address stays, the content is gone.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WithdrawnView<'a> {
    /// Its title, which may stay.
    pub title: Option<Cow<'a, str>>,
    /// When it was taken down.
    pub on: Option<Cow<'a, str>>,
    /// Index, unit, dates, reason.
    pub rows: Vec<HeadRow<'a>>,
    /// What can still be read.
    pub near: Vec<ItemLine<'a>>,
    /// Whom to ask.
    pub phone: Option<Cow<'a, str>>,
}
