//! The files that the search page reads: what every page of an item shows, and nothing else.

use crate::board::{Board, Item, ItemId, words_shown};
use crate::output::Artifact;
use crate::parallel;
use crate::search::{Entry, File, Index, Indexing, Label, Reading, State};
use crate::term::{Term, Validity};

/// Items that are read at once, so that memory stays bounded.
const BATCH: usize = 512;

/// Makes the index and hands its files on. The order of items is from old to new: what comes in changes few files.
///
/// # Errors
/// The first error of `take`; nothing more is made then.
pub(super) fn search_index<E>(board: &Board, mut take: impl FnMut(&Artifact) -> Result<(), E>) -> Result<(), E> {
    let indexing = Indexing::load();
    let ids: Vec<ItemId> = board.listed.iter().rev().copied().filter(|&id| board.item(id).has_page()).collect();
    let mut index = Index::default();
    let mut files: Vec<File> = Vec::new();
    let mut hand_on = |files: &mut Vec<File>| {
        files
            .drain(..)
            .try_for_each(|file| take(&Artifact { path: format!("search/{}", file.path), bytes: file.bytes }))
    };
    for batch in ids.chunks(BATCH) {
        for reading in parallel::map(batch, |&id| read(board, board.item(id), &indexing)) {
            index.add(reading, |file| files.push(file));
        }
        hand_on(&mut files)?;
    }
    index.finish(&indexing, |file| files.push(file));
    hand_on(&mut files)
}

/// One item as its page shows it.
fn read(board: &Board, item: &Item, indexing: &Indexing) -> Reading {
    let categories = &board.config.categories;
    let line = item.category.map_or_else(Vec::new, |id| categories.line(id));
    let line: Vec<Label<'_>> = line
        .into_iter()
        .map(|id| categories.get(id))
        .map(|category| Label { id: &category.id, name: &category.name })
        .collect();
    let document = item.front().document.as_ref().filter(|_| item.shows_content());
    let number = document.and_then(|document| document.number.as_ref());
    // A summary that is the body's first sentence stands in the text already.
    let summary = item.front().summary.as_ref().map_or("", |summary| summary.trim());
    indexing.read(&Entry {
        address: &item.address.file_path(),
        title: item.title(),
        number: number.map_or("", |number| number.trim()),
        index: item.index().unwrap_or_default(),
        summary,
        text: &words_shown(item),
        section: Some(Label { id: item.section().id(), name: item.section().chinese() }),
        categories: &line,
        unit: item.unit.map(|id| board.config.unit(id)).map(|unit| Label { id: &unit.id, name: &unit.name }),
        date: &item.published().map(|published| published.date().to_string()).unwrap_or_default(),
        state: match item.validity() {
            Some(Validity::Repealed) => State::Repealed,
            Some(Validity::Expired) => State::Expired,
            _ if item.is_expired(board.today) => State::Past,
            _ => State::Valid,
        },
    })
}
