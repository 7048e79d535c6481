use super::attachment::{Attachment, Qr};
use super::facet::{Consultation, Guide, Publicity, Reply};
use super::line::ItemLine;
use super::link::Link;
use super::state::PhaseState;
use crate::theme::Html;
use serde::Serialize;
use std::borrow::Cow;

/// An item's page (`item.html`). Facets that the item does not have are `None` or empty and leave no trace.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ItemView<'a> {
    /// The title.
    pub title: Cow<'a, str>,
    /// 内容概述; the opening words of a service guide.
    pub summary: Option<Cow<'a, str>>,
    /// 发布日期.
    pub published: Cow<'a, str>,
    /// 信息来源.
    pub source: Option<Cow<'a, str>>,
    /// The day of the last correction.
    pub corrected: Option<Cow<'a, str>>,
    /// 核对日期.
    pub verified: Option<Cow<'a, str>>,
    /// Who answers for it.
    pub unit: Option<Cow<'a, str>>,
    /// What the reader must know first: repealed, expired, on request, a draft.
    pub notices: Vec<Notice<'a>>,
    /// 发文字号, above the body with the red line.
    pub number: Option<Cow<'a, str>>,
    /// The head table (standards of the official sites), in the order printed.
    pub rows: Vec<HeadRow<'a>>,
    /// The body, cleaned.
    pub body: Html<'a>,
    /// Tables shown and offered for download, as masked.
    pub tables: Vec<TableView<'a>>,
    /// 附件.
    pub attachments: Vec<Attachment<'a>>,
    /// The documents that this item explains.
    pub interprets: Vec<ItemLine<'a>>,
    /// The items that explain this one.
    pub interpretations: Vec<ItemLine<'a>>,
    /// 办事指南.
    pub guide: Option<Guide<'a>>,
    /// 公示.
    pub publicity: Option<Publicity<'a>>,
    /// 征求意见.
    pub consultation: Option<Consultation<'a>>,
    /// 答复.
    pub reply: Option<Reply<'a>>,
    /// The undertaking that it belongs to.
    pub matter: Option<MatterPlace<'a>>,
    /// The periods before and after.
    pub series: Option<Series<'a>>,
    /// 审核签发记录.
    pub approvals: Vec<Approval<'a>>,
    /// 更正与更新, newest first.
    pub history: Vec<HistoryEntry<'a>>,
    /// What changed from one published version to the next, newest first; for the office only.
    pub versions: Vec<Version<'a>>,
    /// Whether nothing can be told of earlier versions because only the newest commits were fetched; for the office only.
    pub shallow: bool,
    /// The sheet for printing.
    pub print: Option<Cow<'a, str>>,
    /// The code of the short address.
    pub qr: Option<Qr<'a>>,
    /// The short address without scheme, shown where there is no code.
    pub short: Option<Cow<'a, str>>,
    /// Other items of the same period or category.
    pub near: Vec<ItemLine<'a>>,
    /// Whom to ask.
    pub ask: Ask<'a>,
}

/// Something that the reader must know before reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice<'a> {
    /// Names the words `notice_…`: `repealed invalid modified expired on-request internal draft replaced replaces`.
    pub key: &'static str,
    /// `closed` for what is no longer in force, `warning` for what needs care, else empty.
    pub tone: &'static str,
    /// Since when.
    pub date: Option<Cow<'a, str>>,
    /// More words.
    pub text: Option<Cow<'a, str>>,
    /// Where to look instead.
    pub link: Option<Link<'a>>,
}

/// A row of the head table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeadRow<'a> {
    /// Names the words `row_…`.
    pub key: &'static str,
    /// Takes the whole width.
    pub wide: bool,
    /// What it says.
    pub value: HeadValue<'a>,
}

/// What a row of the head table says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HeadValue<'a> {
    /// Words of the office.
    Text {
        /// The words.
        text: Cow<'a, str>,
    },
    /// 索引号, which may break before its serial.
    Index {
        /// Before the slash, or the whole number where it has none.
        code: Cow<'a, str>,
        /// Behind the slash.
        serial: Option<Cow<'a, str>>,
    },
    /// A day in words: 2026年10月8日.
    Date {
        /// The day.
        date: Cow<'a, str>,
    },
    /// A day, with the time of day where it is known: 2026-10-09 09:10.
    Moment {
        /// The day and time.
        date: Cow<'a, str>,
    },
    /// 有效性.
    Validity {
        /// `valid modified expired repealed`.
        validity: &'static str,
    },
    /// One of the theme's words.
    Word {
        /// Its key: `method_proactive`, `audience_public`.
        word: Cow<'a, str>,
    },
    /// 公开时限.
    Cadence {
        /// Id of the section.
        section: &'static str,
        /// Id of the cadence, where the section is periodic.
        cadence: Option<&'static str>,
    },
    /// 所属期.
    Period {
        /// `2026-Q3`.
        period: Cow<'a, str>,
    },
    /// Links with something between them.
    Links {
        /// The links.
        links: Vec<Link<'a>>,
        /// ` / ` on the way down a tree, `、` in a list.
        between: &'static str,
    },
}

impl<'a> HeadRow<'a> {
    /// A row of half the width.
    pub fn new(key: &'static str, value: HeadValue<'a>) -> Self {
        Self { key, wide: false, value }
    }

    /// A row of words.
    pub fn text(key: &'static str, text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(key, HeadValue::Text { text: text.into() })
    }

    /// The row takes the whole width.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

/// A table that the page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableView<'a> {
    /// Id of its heading, unique on the page.
    pub id: Cow<'a, str>,
    /// Its heading.
    pub caption: Cow<'a, str>,
    /// Small type behind the number of rows.
    pub note: Option<Cow<'a, str>>,
    /// The whole `<table class="data-table">`.
    pub html: Html<'a>,
    /// Rows without head and foot.
    pub rows: usize,
    /// How many of them the page shows, where it does not show all.
    pub cut: Option<usize>,
    /// Whether something in it is masked or dropped.
    pub masked: bool,
    /// The same table for download.
    pub files: Vec<Attachment<'a>>,
}

/// Where an item stands in its undertaking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatterPlace<'a> {
    /// The undertaking's page.
    pub link: Link<'a>,
    /// Its five phases.
    pub phases: Vec<PhaseState>,
    /// The steps before and after.
    pub steps: Vec<ItemLine<'a>>,
}

/// The periods around an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Series<'a> {
    /// The period before.
    pub previous: Option<SeriesPlace<'a>>,
    /// The whole series; its period is the first one.
    pub all: Option<SeriesPlace<'a>>,
    /// The period after, published or not.
    pub next: Option<SeriesPlace<'a>>,
}

/// A place in a series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SeriesPlace<'a> {
    /// Its page, where there is one.
    pub href: Option<Cow<'a, str>>,
    /// The name of the series; empty for a period.
    pub title: Cow<'a, str>,
    /// The period.
    pub period: Cow<'a, str>,
    /// Periods in the series.
    pub count: usize,
    /// When it was published.
    pub published: Option<Cow<'a, str>>,
    /// When it must be published, where it is not.
    pub due: Option<Cow<'a, str>>,
}

/// A step of approval, as far as the board publishes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Approval<'a> {
    /// The step: 分管领导审核.
    pub name: Cow<'a, str>,
    /// Who, by role.
    pub by: Option<Cow<'a, str>>,
    /// When.
    pub on: Option<Cow<'a, str>>,
    /// With what words.
    pub opinion: Option<Cow<'a, str>>,
}

/// An event in the life of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HistoryEntry<'a> {
    /// The day.
    pub on: Cow<'a, str>,
    /// Names the words `history_…`: `published updated corrected verified changed`.
    pub key: &'static str,
    /// What was changed.
    pub note: Option<Cow<'a, str>>,
}

/// A version of an item beside the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version<'a> {
    /// The day of the change; none where it is not recorded yet.
    pub on: Option<Cow<'a, str>>,
    /// What its author said of it.
    pub note: Cow<'a, str>,
    /// The lines that changed.
    pub lines: Vec<Vec<VersionPiece>>,
    /// How many more lines changed.
    pub more: usize,
}

/// A piece of a line that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionPiece {
    /// `kept`, `added` or `removed`.
    pub key: &'static str,
    /// The words.
    pub text: String,
}

/// Whom to ask about an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ask<'a> {
    /// The unit's telephone.
    pub phone: Option<Cow<'a, str>>,
    /// The unit.
    pub unit: Option<Cow<'a, str>>,
    /// The supervision's telephone.
    pub hotline: Option<Cow<'a, str>>,
    /// Where to ask for a correction.
    pub feedback: Option<Cow<'a, str>>,
}
