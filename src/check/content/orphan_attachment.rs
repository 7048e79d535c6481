use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Attached, Board, Item, resolve_path};
use crate::diag::{Place, Severity};
use crate::say;
use std::collections::HashSet;

/// Finds files that no item names: they are not published, though somebody laid them there.
pub(crate) struct OrphanAttachment;

static META: Meta = Meta {
    id: "orphan-attachment",
    family: Family::Content,
    severity: Severity::Note,
    basis: None,
    page: include_str!("../../../docs/checks/orphan-attachment.md"),
};

impl Check for OrphanAttachment {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        if board.stored.is_empty() {
            return;
        }
        let named = named(board);
        // Where an item cannot be read, nobody knows what it names.
        let unread: HashSet<&str> =
            board.items.iter().filter(|item| item.draft.report.has_errors()).map(Item::folder).collect();
        for file in board.stored.iter().filter(|file| !named.contains(&*file.path)) {
            let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            if unread.contains(folder) {
                continue;
            }
            cx.find(
                Place::file(&file.path),
                say!("没有一条事项用到这个文件，它不会公开", "no item names this file; it is not published"),
            )
            .remedy = Some(say!(
                "要公开的，在事项里写“附件: [文件名]”；不用的，删去或移到 content 之外",
                "to publish it, name it in an item's attachments; otherwise delete it or move it out of content/"
            ));
        }
    }
}

/// All files that items name, by path.
fn named(board: &Board) -> HashSet<String> {
    let mut named = HashSet::new();
    for item in &board.items {
        named.extend(item.attached.iter().filter_map(Attached::found).map(ToString::to_string));
        named.extend(item.front().tables.iter().filter_map(|table| resolve_path(item.folder(), &table.file)));
    }
    named
}
