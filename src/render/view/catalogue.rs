use super::link::{Link, MenuLink, Pager};
use serde::Serialize;
use std::borrow::Cow;

/// The disclosure catalogue (`catalogue.html`, 条例 art. 12): 索引、名称、内容概述、生成日期 of every item, by category. A
/// page of it stays under 300 KB with [`CatalogueView::ROWS`] rows.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CatalogueView<'a> {
    /// Items in the whole catalogue.
    pub total: usize,
    /// When the newest was published.
    pub updated: Option<Cow<'a, str>>,
    /// The units to choose from, by the names that the rows bear.
    pub units: Vec<Cow<'a, str>>,
    /// The categories to jump to, on this page or on others.
    pub jumps: Vec<MenuLink<'a>>,
    /// The same as data: links whose text is `XLSX`, `CSV`, `JSON`.
    pub files: Vec<Link<'a>>,
    /// The rows of this page by category.
    pub groups: Vec<CatalogueGroup<'a>>,
    /// What all index numbers begin with, where the rows show only the rest.
    pub code: Option<Cow<'a, str>>,
    /// The other pages.
    pub pager: Option<Pager<'a>>,
}

impl CatalogueView<'_> {
    /// How many rows a page may hold.
    pub const ROWS: usize = 200;
}

/// The rows of one category.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CatalogueGroup<'a> {
    /// Id of its heading, unique on the page.
    pub id: Cow<'a, str>,
    /// The category.
    pub title: Cow<'a, str>,
    /// Items in it, on all pages.
    pub count: usize,
    /// Its rows on this page.
    pub rows: Vec<CatalogueRow<'a>>,
}

/// An item in the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CatalogueRow<'a> {
    /// 索引号, without what all of them begin with; empty where it has none.
    pub index: Cow<'a, str>,
    /// Its page; none where it is disclosed on other channels only.
    pub href: Option<Cow<'a, str>>,
    /// 名称.
    pub title: Cow<'a, str>,
    /// The day and the words of the newest correction.
    pub correction: Option<(Cow<'a, str>, Cow<'a, str>)>,
    /// 内容概述.
    pub summary: Option<Cow<'a, str>>,
    /// Who answers for it.
    pub unit: Cow<'a, str>,
    /// Id of its section.
    pub section: &'static str,
    /// Id of its cadence, where it is periodic.
    pub cadence: Option<&'static str>,
    /// Id of its phase, where it is staged.
    pub phase: Option<&'static str>,
    /// 生成日期.
    pub formed: Option<Cow<'a, str>>,
    /// 发布日期.
    pub published: Option<Cow<'a, str>>,
    /// Marks in boxes: `repealed`, `on-request`.
    pub marks: Vec<&'static str>,
}
