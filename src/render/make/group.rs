use super::line::lines;
use crate::board::{Board, ItemId};
use crate::calendar::{Period, PeriodKind};
use crate::render::href::Hrefs;
use crate::render::view::Group;

/// Items in order of time, grouped by month of publication.
pub(super) fn by_month<'a>(board: &'a Board, hrefs: Hrefs<'_>, items: &[ItemId]) -> Vec<Group<'a>> {
    let month = |id: ItemId| board.item(id).published().map(|at| Period::containing(PeriodKind::Month, at.date()));
    let chinese = board.config.language.starts_with("zh");
    let mut groups: Vec<(Option<Period>, Vec<ItemId>)> = Vec::new();
    for &id in items {
        match groups.last_mut() {
            Some((last, group)) if *last == month(id) => group.push(id),
            _ => groups.push((month(id), vec![id])),
        }
    }
    groups
        .into_iter()
        .map(|(period, items)| {
            let text = period.map(|period| period.to_string()).unwrap_or_default();
            let title = period.filter(|_| chinese).map_or_else(|| text.clone(), Period::chinese);
            Group {
                id: format!("m{text}").into(),
                title: title.into(),
                count: items.len(),
                lines: lines(board, hrefs, items),
                ..Group::default()
            }
        })
        .collect()
}
