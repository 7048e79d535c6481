use crate::render::href::Hrefs;
use crate::render::setting::Setting;
use crate::render::view::{Crumb, Link, Pager};
use std::borrow::Cow;

/// The way from the home page to here. The last step is the page itself.
pub(super) fn trail<'a>(
    setting: &'a Setting,
    hrefs: Hrefs<'_>,
    between: Vec<Crumb<'a>>,
    own: impl Into<Cow<'a, str>>,
) -> Vec<Crumb<'a>> {
    let mut crumbs = vec![Link::to(hrefs.page(""), word(setting, "home"))];
    crumbs.extend(between);
    crumbs.push(Link::words(own));
    crumbs
}

/// An interface word.
pub(super) fn word<'a>(setting: &'a Setting, key: &str) -> &'a str {
    setting.theme.words().get(key).unwrap_or_default()
}

/// The part of a list that stands on one of its pages, counted from 1.
pub(super) fn part<T>(all: &[T], number: usize, length: usize) -> &[T] {
    let start = (number.max(1) - 1).saturating_mul(length).min(all.len());
    &all[start..all.len().min(start + length)]
}

/// The pager of a list that stands at a path.
pub(super) fn pager(
    hrefs: Hrefs<'_>,
    path: &str,
    number: usize,
    total: usize,
    length: usize,
) -> Option<Pager<'static>> {
    Pager::new(number, total, length, |number| hrefs.numbered(path, number).into())
}

/// The title of a later page says which it is, so that no two pages bear the same title.
pub(super) fn numbered_title(title: &str, number: usize) -> Cow<'_, str> {
    if number == 1 { title.into() } else { format!("{title}（{number}）").into() }
}
