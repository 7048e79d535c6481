use super::link::Crumb;
use crate::theme::Html;
use serde::Serialize;
use std::borrow::Cow;

/// A page with everything around its own content. `V` is the view of its kind.
#[derive(Clone, Debug, Serialize)]
pub struct Page<'a, V> {
    /// The parts that all pages of one depth and section share.
    pub frame: &'a Frame,
    /// The board's title.
    pub site: &'a str,
    /// The year of today, `2026`: dates in it are shown without it.
    pub year: &'a str,
    /// What stands in the head.
    pub head: Head<'a>,
    /// The way from the home page to here; empty on the home page.
    pub crumbs: Vec<Crumb<'a>>,
    /// The page's own content.
    pub page: V,
}

/// The rendered parts of `templates/frame/`, equal on all pages of one depth and section.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Frame {
    /// Policy, site tags, style and script.
    pub head: Html<'static>,
    /// Everything above `<main>`.
    pub top: Html<'static>,
    /// What says that a page is for the office only, for pages without a top; empty in a public build.
    pub band: Html<'static>,
    /// Everything below it.
    pub bottom: Html<'static>,
}

/// What one page says in its head.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Head<'a> {
    /// The page's title without the board's; equal to the board's on the home page.
    pub title: Cow<'a, str>,
    /// The one address of this page, absolute.
    pub canonical: Option<Cow<'a, str>>,
    /// The required page tags beyond those of the site; none is ever empty.
    pub tags: Vec<Tag<'a>>,
    /// Not for search engines.
    pub noindex: bool,
    /// Feeds that carry what this page lists.
    pub feeds: Vec<Feed<'a>>,
    /// Documents of JSON-LD, made by [`Html::json`].
    pub data: Vec<Html<'a>>,
}

/// A page tag (网页标签, 国办发〔2017〕47号).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tag<'a> {
    /// `ArticleTitle`, `PubDate`, …
    pub name: &'static str,
    /// What it says.
    pub content: Cow<'a, str>,
}

/// A feed that a page points to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feed<'a> {
    /// Media type: `application/atom+xml`.
    pub kind: &'static str,
    /// Its name.
    pub title: Cow<'a, str>,
    /// Where it is.
    pub href: Cow<'a, str>,
}

impl<'a> Head<'a> {
    /// A head with a title.
    pub fn titled(title: impl Into<Cow<'a, str>>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Adds a page tag, unless it would be empty.
    #[must_use]
    pub fn tag(mut self, name: &'static str, content: impl Into<Cow<'a, str>>) -> Self {
        let content = content.into();
        if !content.trim().is_empty() {
            self.tags.push(Tag { name, content });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_page_tag_is_left_out() {
        let head = Head::titled("公告").tag("ColumnName", "财政信息").tag("ContentSource", " ");
        assert_eq!(head.tags, [Tag { name: "ColumnName", content: "财政信息".into() }]);
    }
}
