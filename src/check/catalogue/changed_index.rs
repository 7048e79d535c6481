use super::super::contract::{Check, Context, Family, Meta};
use super::super::sealed::Places;
use crate::diag::Severity;
use crate::say;

/// Finds published items whose index number is not the one under which they were published.
pub(crate) struct ChangedIndex;

static META: Meta = Meta {
    id: "changed-index",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: Some("《政府信息公开条例》第十二条：目录包括索引、名称、内容概述、生成日期"),
    page: include_str!("../../../docs/checks/changed-index.md"),
};

impl Check for ChangedIndex {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let newest = cx.board.ledger.newest();
        if newest.is_empty() {
            return;
        }
        let places = Places::of(cx.board);
        for line in newest {
            let Some(old) = line.entry.index.as_deref().filter(|index| !places.by_index.contains_key(index)) else {
                continue;
            };
            let Some(item) = places.by_address.get(&*line.entry.address) else { continue };
            let message = match item.index() {
                Some(new) => say!("索引号由 {old} 改成了 {new}", "its index number was {old} and is {new} now"),
                None => say!("索引号 {old} 没有了", "its index number {old} is gone"),
            };
            let place = item.front().index.as_ref().map_or_else(|| item.title_place(), |index| item.place(index.span));
            cx.find(place, message).remedy = Some(say!("恢复原来的索引号：index: {old}", "restore it: index: {old}"));
        }
    }
}
