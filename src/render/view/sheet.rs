use super::attachment::Qr;
use super::catalogue::CatalogueGroup;
use super::facet::Guide;
use super::item::{Approval, HeadRow, TableView};
use super::screen::ScreenLine;
use super::statutory::Rule;
use crate::theme::Html;
use serde::Serialize;
use std::borrow::Cow;

/// An item on paper, A4 (`print-item.html`): a document with the measures of GB/T 9704, anything else plainly.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ItemSheet<'a> {
    /// The item's page.
    pub back: Cow<'a, str>,
    /// The red head of a document: 青石镇人民政府文件.
    pub issuer: Option<Cow<'a, str>>,
    /// 发文字号.
    pub number: Option<Cow<'a, str>>,
    /// The title.
    pub title: Cow<'a, str>,
    /// What an item that is no document says of itself.
    pub rows: Vec<HeadRow<'a>>,
    /// The body, cleaned.
    pub body: Html<'a>,
    /// A service guide on one sheet.
    pub guide: Option<Guide<'a>>,
    /// Its tables.
    pub tables: Vec<TableView<'a>>,
    /// Titles of what is attached, where the body does not name them.
    pub attached: Vec<Cow<'a, str>>,
    /// Who signs, where the body does not say.
    pub signed_by: Option<Cow<'a, str>>,
    /// When.
    pub signed_on: Option<Cow<'a, str>>,
    /// The office that prints it, and when: 印发.
    pub printed_by: Option<Cow<'a, str>>,
    /// When.
    pub printed_on: Option<Cow<'a, str>>,
    /// 索引号.
    pub index: Option<Cow<'a, str>>,
    /// Key of the word of the method: `method_proactive`.
    pub method: Cow<'a, str>,
    /// 公开日期.
    pub published: Cow<'a, str>,
    /// The short address, without scheme.
    pub address: Option<Cow<'a, str>>,
    /// Its code.
    pub qr: Option<Qr<'a>>,
}

/// A sheet for the wall, A3 across (`print-board.html`): a board, a village's board, a quarter's accounts.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BoardSheet<'a> {
    /// The page that it is of.
    pub back: Cow<'a, str>,
    /// The board.
    pub title: Cow<'a, str>,
    /// The period.
    pub period: Option<Cow<'a, str>>,
    /// The day of posting.
    pub posted: Cow<'a, str>,
    /// The day by which it is replaced.
    pub until: Option<Cow<'a, str>>,
    /// `large` or `largest` where there is little to say: the wall is read from afar, and no sheet is half empty.
    pub size: &'static str,
    /// The columns of the sheet, at best four.
    pub columns: Vec<Vec<SheetBlock<'a>>>,
    /// Who approved it.
    pub approvals: Vec<Approval<'a>>,
    /// 监督电话.
    pub hotline: Option<Cow<'a, str>>,
    /// 意见箱.
    pub report_box: Option<Cow<'a, str>>,
    /// 查阅点.
    pub read_at: Option<Cow<'a, str>>,
}

/// A part of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetBlock<'a> {
    /// Its heading.
    pub title: Cow<'a, str>,
    /// Small type in the heading.
    pub note: Option<Cow<'a, str>>,
    /// Lines.
    pub lines: Vec<ScreenLine<'a>>,
    /// A whole `<table class="data-table">`.
    pub table: Html<'a>,
    /// Codes with their labels.
    pub codes: Vec<SheetCode<'a>>,
}

/// A code on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetCode<'a> {
    /// The code.
    pub qr: Qr<'a>,
    /// What it leads to.
    pub label: Cow<'a, str>,
}

/// A bound volume, A4 (`print-volume.html`): the catalogue or the rules.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VolumeSheet<'a> {
    /// The page that it is of.
    pub back: Cow<'a, str>,
    /// Whose it is.
    pub office: Cow<'a, str>,
    /// What it is.
    pub title: Cow<'a, str>,
    /// The day on which it was made.
    pub made: Cow<'a, str>,
    /// What all index numbers in it begin with, which is left out of them.
    pub code: Option<Cow<'a, str>>,
    /// Its parts, in order.
    pub parts: Vec<VolumePart<'a>>,
}

/// A part of a volume: a rule, or the items of a category.
#[derive(Clone, Debug, Default, Serialize)]
pub struct VolumePart<'a> {
    /// Id of its heading.
    pub id: Cow<'a, str>,
    /// The page on which it begins, counted from 1, where that is known.
    pub page: Option<u32>,
    /// The rule.
    pub rule: Option<Rule<'a>>,
    /// The items.
    pub group: Option<CatalogueGroup<'a>>,
}
