//! An item on the desk: its file as it lies on disk now, and what the board says of it.

use super::asked::Answered;
use super::change::Opened;
use super::choices::Choices;
use super::desk::{Desk, Judged};
use super::page_index::{lost, unreadable};
use crate::board::{Board, Item};
use crate::source::{Source, read_bytes};
use crate::text::{Digest, digest};
use std::sync::Arc;

/// An item's file.
pub(super) struct Sheet {
    pub(super) path: Arc<str>,
    /// Whole, without byte-order mark.
    pub(super) text: Arc<str>,
    /// Of the bytes on disk.
    pub(super) digest: Digest,
    /// Whether the file starts with a byte-order mark.
    pub(super) marked: bool,
    pub(super) judged: Arc<Judged>,
}

impl Sheet {
    /// Takes an item's file from the disk. Only files that the board knows as items are found, so that no path leads
    /// anywhere else.
    pub(super) fn open(desk: &Desk, path: &str) -> Result<Self, Answered> {
        let judged = desk.board().map_err(|error| unreadable(desk, &error.message))?;
        let known = |judged: &Judged| judged.sources.items.iter().find(|item| *item.path == *path).cloned();
        let source = known(&judged).ok_or_else(|| lost(desk))?;
        let bytes = read_bytes(&desk.root, path).map_err(|error| unreadable(desk, &error.message))?;
        let own = digest(&bytes);
        let marked = bytes.starts_with(&[0xEF, 0xBB, 0xBF]);
        if own == source.digest {
            return Ok(Self { path: source.path, text: source.text, digest: own, marked, judged });
        }
        // The disk is ahead of what was told.
        desk.hear(&[desk.on_disk(path)]);
        let judged = desk.board().map_err(|error| unreadable(desk, &error.message))?;
        let fresh = Source::from_bytes(&source.path, bytes).map_err(|finding| unreadable(desk, &finding.message))?;
        Ok(Self { path: source.path, text: fresh.text, digest: own, marked, judged })
    }

    pub(super) fn board(&self) -> Option<&Board> {
        self.judged.compiled.board.as_ref()
    }

    pub(super) fn item(&self) -> Option<&Item> {
        item(self.board()?, &self.path)
    }

    /// What may be chosen in the fields of a text of this item.
    pub(super) fn choices<'a>(&'a self, desk: &Desk, opened: &Opened) -> Choices<'a> {
        Choices {
            board: self.board(),
            category: self.item().and_then(|item| item.category),
            item: self.item(),
            chinese: opened.chinese,
            language: desk.language,
        }
    }
}

/// An item by the path of its file.
pub(super) fn item<'a>(board: &'a Board, path: &str) -> Option<&'a Item> {
    board.items.iter().find(|item| *item.draft.path == *path)
}
