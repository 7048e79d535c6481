use super::super::contract::{Check, Context, Family, Meta};
use crate::board::ItemId;
use crate::diag::Severity;
use crate::say;
use std::collections::HashMap;

/// Finds two items of one index number.
pub(crate) struct DuplicateIndex;

static META: Meta = Meta {
    id: "duplicate-index",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: Some("《政府信息公开条例》第十二条：公开目录以索引列出每条信息"),
    page: include_str!("../../../docs/checks/duplicate-index.md"),
};

impl Check for DuplicateIndex {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let mut taken: HashMap<&str, ItemId> = HashMap::new();
        for (id, item) in cx.judged() {
            let Some(index) = &item.front().index else { continue };
            let word = index.trim();
            let first = *taken.entry(word).or_insert(id);
            if first == id {
                continue;
            }
            let other = &board.item(first).draft.path;
            cx.find(
                item.place(index.span),
                say!("索引号 {word} 已经用在 {other}", "the index {word} is already that of {other}"),
            )
            .remedy = Some(say!(
                "先公开的保留原号，另一条删去这一行后用 gongkai number 重新编号",
                "let the item published first keep it; delete the line of the other and run gongkai number"
            ));
        }
    }
}
