//! The catalogue as a table: the same columns and rows in CSV and in the workbook.

use super::row::{Row, rows};
use crate::board::Board;

/// The columns in their official order.
pub(super) const COLUMNS: [&str; 20] = [
    "索引号",
    "名称",
    "内容概述",
    "生成日期",
    "公开类别",
    "公开时限",
    "所属期",
    "责任单位",
    "发文字号",
    "成文日期",
    "发布日期",
    "更新日期",
    "有效性",
    "公开方式",
    "公开渠道",
    "网址",
    ATTACHMENTS,
    "更正",
    "废止日期",
    "替代文件",
];

/// The one column of numbers.
pub(super) const ATTACHMENTS: &str = "附件数";

/// The head row.
pub(super) fn header() -> Vec<String> {
    COLUMNS.iter().map(|&name| name.to_owned()).collect()
}

/// The rows of the catalogue in words, newest first.
pub(super) fn cells(board: &Board) -> impl Iterator<Item = Vec<String>> + '_ {
    rows(board).map(|row| in_words(board, row))
}

fn in_words(board: &Board, row: Row<'_>) -> Vec<String> {
    let address = row.address.map(|address| board.config.base_url.join(&address));
    let corrections = row.corrections.iter().map(|one| match &one.on {
        Some(on) => format!("{on} {}", one.note),
        None => one.note.to_owned(),
    });
    let corrections: Vec<String> = corrections.collect();
    let plain = |text: Option<&str>| text.unwrap_or_default().to_owned();
    vec![
        plain(row.index),
        row.title.to_owned(),
        plain(row.summary),
        row.formed.unwrap_or_default(),
        row.category_names.join("/"),
        row.cadence_name.to_owned(),
        row.period.unwrap_or_default(),
        row.unit_name.to_owned(),
        plain(row.doc_number),
        row.written.unwrap_or_default(),
        row.published.unwrap_or_default(),
        row.updated.unwrap_or_default(),
        row.validity_name.to_owned(),
        row.method_name.to_owned(),
        row.channel_names.join("、"),
        address.unwrap_or_default(),
        row.attachments.len().to_string(),
        corrections.join("；"),
        row.repealed.unwrap_or_default(),
        row.replaced_by.join("、"),
    ]
}
