/// One page as search knows it: only what the page shows.
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    /// Where the page lies below the site's root, as it stands in a link: `finance/2026-q3/index.html`.
    pub address: &'a str,
    /// The title.
    pub title: &'a str,
    /// 发文字号, empty where there is none.
    pub number: &'a str,
    /// 索引号, empty where there is none.
    pub index: &'a str,
    /// 内容概述, empty where the page shows none.
    pub summary: &'a str,
    /// The page's text: a line for each paragraph, table cells parted by tabs or line ends. Whoever finds the entry sees
    /// pieces of it.
    pub text: &'a str,
    /// 公开专区.
    pub section: Option<Label<'a>>,
    /// 公开类别 from the top of the tree down to the category that the entry hangs on.
    pub categories: &'a [Label<'a>],
    /// 责任单位.
    pub unit: Option<Label<'a>>,
    /// 发布日期 as `2026-07-14`, empty where there is none. Its year is the year that the reader filters by.
    pub date: &'a str,
    /// Whether the entry holds.
    pub state: State,
}

/// Something that entries can be filtered by: its id and the name that the reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// The id, which stands in the search page's address.
    pub id: &'a str,
    /// The name.
    pub name: &'a str,
}

/// Whether what an entry says still holds. Whatever does not is marked in the results and ranks lower.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// In force, or something that is never repealed.
    #[default]
    Valid,
    /// 废止: a document that was repealed.
    Repealed,
    /// 失效: a document that has lapsed.
    Expired,
    /// 已过期: past the item's own `expires`.
    Past,
    /// 撤下: the content is gone, the address tells date and reason.
    Withdrawn,
}

impl State {
    /// The number that stands for the state in the facets; `search-files.js` knows the same.
    pub(super) fn code(self) -> u32 {
        match self {
            Self::Valid => 0,
            Self::Repealed => 1,
            Self::Expired => 2,
            Self::Past => 3,
            Self::Withdrawn => 4,
        }
    }
}
