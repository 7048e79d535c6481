//! Home addresses (家庭住址) in lists of persons: published only down to 乡镇 or 街道.

use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::scan::mask::{MaskKind, mask};
use crate::scan::passage::Passage;
use crate::scan::person::begins_with_name;
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Columns that tell where something is, not where someone lives.
const ELSEWHERE: &[&str] = &[
    "施工",
    "建设",
    "项目",
    "工程",
    "单位",
    "办公",
    "经营",
    "企业",
    "部门",
    "职务",
    "种植",
    "养殖",
    "承包",
    "地块",
    "土地",
    "学校",
    "机构",
    "事由",
    "网点",
    "服务点",
    "开户",
];

const PLACES: [&str; 5] = ["村", "社区", "路", "街", "巷"];
const DETAILS: [&str; 6] = ["组", "号", "栋", "幢", "单元", "室"];

/// Finds addresses in the items of a list that begin with a person's name.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if setting.kind != Kind::Listed || !begins_with_name(passage.text()) {
        return Vec::new();
    }
    detail(passage.text()).map(|span| address(passage.text(), span)).into_iter().collect()
}

/// Finds addresses in the rows of a table of persons.
pub fn find_in_table(grid: &Grid) -> Vec<CellFind> {
    let persons = grid.person_columns();
    if persons.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for column in 0..grid.header.len().max(1) {
        let label = grid.label(column);
        if persons.contains(&column) || ELSEWHERE.iter().any(|word| label.contains(word)) {
            continue;
        }
        for (row, cell) in grid.column(column) {
            if let Some(span) = detail(cell) {
                found.push(CellFind { row: Some(row), column: Some(column), find: address(cell, span) });
            }
        }
    }
    found
}

fn address(text: &str, span: Span) -> Find {
    let message = say!(
        "名单中的住址写到了村（居）以下，只应写到乡镇、街道",
        "an address in a list of persons is more exact than the township"
    );
    // The span reaches over the whole address, so that the proposal can take its place.
    let written = span.of(text);
    Find::new(span, Severity::Warning, message).instead(mask(MaskKind::Address, written))
}

/// The address in a text that goes below the village or the street: 南山村三组, 幸福路8号.
fn detail(text: &str) -> Option<Span> {
    for (at, place) in PLACES.iter().flat_map(|place| text.match_indices(place)) {
        let rest = &text[at + place.len()..];
        let near = rest.char_indices().nth(13).map_or(rest, |(end, _)| &rest[..end]);
        let clause = near.split(['，', '。', '；', '、', ',', '\n']).next().unwrap_or("");
        let end = DETAILS.iter().filter_map(|word| clause.rfind(word).map(|found| found + word.len())).max();
        let Some(end) = end else { continue };
        let start = text[..at]
            .rfind(['，', '。', '；', '：', ':', ' ', ',', '\n', '、', '|'])
            .map_or(0, |mark| mark + text[mark..].chars().next().map_or(1, char::len_utf8));
        return Some(Span::new(start, whole_address(text, at + place.len() + end)));
    }
    None
}

/// Follows an address to its end: 3幢 · 2单元 · 501室.
fn whole_address(text: &str, mut end: usize) -> usize {
    loop {
        let rest = &text[end..];
        let near = rest.char_indices().nth(8).map_or(rest, |(at, _)| &rest[..at]);
        let clause = near.split(['，', '。', '；', '、', ',', ' ', '\n', '（', '(']).next().unwrap_or("");
        match DETAILS.iter().filter_map(|word| clause.rfind(word).map(|found| found + word.len())).max() {
            Some(more) => end += more,
            None => return end,
        }
    }
}
