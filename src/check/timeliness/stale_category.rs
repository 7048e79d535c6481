use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Board;
use crate::calendar::{Date, Length, LengthUnit};
use crate::config::{Category, CategoryId, Kind};
use crate::diag::Severity;
use crate::say;

/// Finds categories in which nothing new has appeared for so long that they count as not updated.
pub(crate) struct StaleCategory;

static META: Meta = Meta {
    id: "stale-category",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：栏目不更新"),
    page: include_str!("../../../docs/checks/stale-category.md"),
};

impl Check for StaleCategory {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn only_reminds(&self) -> bool {
        true
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let stale: Vec<Stale<'_>> =
            board.config.categories.iter().filter_map(|(id, node)| judge(board, id, node)).collect();
        let inspected = stale.iter().filter(|stale| stale.inspected).count();
        let policies = &board.config.policies;
        let too_many =
            inspected as u64 >= policies.stale_columns || stale.len() as u64 >= policies.stale_columns_of_any_kind;
        for stale in &stale {
            let (name, path, last) = (&stale.category.name, &stale.category.path, stale.last);
            let limit = stale.limit.text();
            let (zh, en) = (limit.zh, limit.en);
            let severity = if too_many { Severity::Error } else { stale.severity };
            let message = if stale.severity == Severity::Error {
                say!(
                    "类别“{name}”自 {last} 起没有更新，已满{zh}",
                    "nothing new in “{path}” since {last}, for {en} and more"
                )
            } else {
                say!(
                    "类别“{name}”自 {last} 起没有更新，期限是{zh}",
                    "nothing new in “{path}” since {last}; the limit is {en}"
                )
            };
            let place = cx.in_settings(stale.category.span);
            cx.find_as(severity, place, message).remedy = Some(say!(
                "在这个类别公开新的内容；确实不再更新的，在 board.yaml 里并入别的类别",
                "publish something new in it; if it is no longer kept up, merge it into another in board.yaml"
            ));
        }
    }
}

/// A category that was last changed too long ago.
struct Stale<'a> {
    category: &'a Category,
    last: Date,
    limit: Length,
    severity: Severity,
    /// Whether the inspection has its own rule for columns of this name.
    inspected: bool,
}

fn judge<'a>(board: &Board, id: CategoryId, category: &'a Category) -> Option<Stale<'a>> {
    // What only gathers other categories is as fresh as they are.
    if !category.children.is_empty() && board.by_category[id.0 as usize].is_empty() {
        return None;
    }
    let last = board.last_change(board.in_category(id).iter().copied())?;
    let named = named(category).filter(|_| board.config.kind != Kind::Village);
    let policies = &board.config.policies;
    let (warned, failed, inspected) = match (category.freshness, named) {
        (Some(own), _) => (own, None, false),
        (None, Some(Column::News)) => (early(policies.news_within), Some(policies.news_within), true),
        (None, Some(Column::Documents)) => (early(policies.documents_within), Some(policies.documents_within), true),
        (None, None) => return None,
    };
    let over = |limit: Length| limit.after(last, &board.workdays).date <= board.today;
    let limit = failed.unwrap_or(warned);
    let severity = match failed {
        Some(failed) if over(failed) => Severity::Error,
        _ if over(warned) => Severity::Warning,
        _ => return None,
    };
    Some(Stale { category, last, limit, severity, inspected })
}

/// When the office is warned of a limit: a month before one in months, else after five sevenths of it.
fn early(limit: Length) -> Length {
    match limit.unit {
        LengthUnit::Months => Length::months(limit.count.saturating_sub(1)),
        LengthUnit::Weeks => Length::days(limit.count.saturating_mul(5)),
        LengthUnit::Days | LengthUnit::WorkingDays => Length { count: limit.count.saturating_mul(5) / 7, ..limit },
    }
}

/// The two kinds of columns for which the inspection has figures.
enum Column {
    News,
    Documents,
}

fn named(category: &Category) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| category.name.contains(word));
    if has(&["动态", "要闻", "新闻"]) {
        Some(Column::News)
    } else if has(&["通知", "公告", "政策", "文件"]) {
        Some(Column::Documents)
    } else {
        None
    }
}
