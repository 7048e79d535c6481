use crate::board::{Address, Board, Item, ItemId, ShownTable};
use crate::term::{Term, Validity};
use serde::Serialize;

/// One item of the catalogue as data. 索引、名称、内容概述、生成日期 are what the 条例 (art. 12) asks for.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    pub(super) index: Option<&'a str>,
    pub(super) title: &'a str,
    pub(super) summary: Option<&'a str>,
    /// Ids from the top down.
    pub(super) category: Vec<&'a str>,
    #[serde(skip)]
    pub(super) category_names: Vec<&'a str>,
    pub(super) cadence: &'static str,
    #[serde(skip)]
    pub(super) cadence_name: &'static str,
    pub(super) section: &'static str,
    pub(super) period: Option<String>,
    pub(super) unit: Option<&'a str>,
    #[serde(skip)]
    pub(super) unit_name: &'a str,
    pub(super) formed: Option<String>,
    pub(super) written: Option<String>,
    pub(super) published: Option<String>,
    pub(super) updated: Option<String>,
    /// What was put right, in the order written.
    pub(super) corrections: Vec<Change<'a>>,
    pub(super) doc_number: Option<&'a str>,
    pub(super) validity: Option<&'static str>,
    #[serde(skip)]
    pub(super) validity_name: &'static str,
    /// When it was repealed.
    pub(super) repealed: Option<String>,
    /// Index numbers of the documents that replace it; addresses of those without one.
    pub(super) replaced_by: Vec<String>,
    pub(super) method: &'static str,
    #[serde(skip)]
    pub(super) method_name: &'static str,
    pub(super) channels: Vec<&'static str>,
    #[serde(skip)]
    pub(super) channel_names: Vec<&'static str>,
    /// None for an item that is disclosed on other channels only.
    pub(super) address: Option<String>,
    pub(super) attachments: Vec<File<'a>>,
}

/// An attachment as data.
#[derive(Debug, Serialize)]
pub(super) struct File<'a> {
    pub(super) title: &'a str,
    pub(super) address: String,
    /// In bytes.
    pub(super) size: u64,
}

/// A correction as data.
#[derive(Debug, Serialize)]
pub(super) struct Change<'a> {
    pub(super) on: Option<String>,
    pub(super) note: &'a str,
}

/// The rows of the catalogue, newest first.
pub(super) fn rows(board: &Board) -> impl Iterator<Item = Row<'_>> {
    board.listed.iter().map(|&id| row(board, id))
}

pub(super) fn row(board: &Board, id: ItemId) -> Row<'_> {
    let item = board.item(id);
    let categories = &board.config.categories;
    let line = item.category.map_or_else(Vec::new, |id| categories.line(id));
    let unit = item.unit.map(|id| board.config.unit(id));
    let document = item.front().document.as_ref().filter(|_| item.shows_content());
    let listed = item.attached.iter().filter(|file| file.listed && file.offered().is_some() && item.shows_content());
    Row {
        index: item.index(),
        title: item.title(),
        summary: item.summary(),
        category: line.iter().map(|&id| categories.get(id).id.as_str()).collect(),
        category_names: line.iter().map(|&id| categories.get(id).name.as_str()).collect(),
        cadence: item.cadence.id(),
        cadence_name: item.cadence.chinese(),
        section: item.section().id(),
        period: item.period().map(|period| period.to_string()),
        unit: unit.map(|unit| unit.id.as_str()),
        unit_name: unit.map_or("", |unit| unit.name.as_str()),
        formed: item.formed().map(|date| date.to_string()),
        written: document.and_then(|document| document.written.as_ref()).map(|date| date.to_string()),
        published: item.published().map(|stamp| stamp.to_string()),
        updated: item.front().updated.as_ref().map(|stamp| stamp.to_string()),
        corrections: corrections(item),
        doc_number: document.and_then(|document| document.number.as_ref()).map(|number| number.trim()),
        validity: item.validity().map(Validity::id),
        validity_name: item.validity().map_or("", Validity::chinese),
        repealed: document.and_then(|document| document.repealed.as_ref()).map(|date| date.to_string()),
        replaced_by: replaced_by(board, id),
        method: item.method.id(),
        method_name: item.method.chinese(),
        channels: item.channels.iter().map(|channel| channel.id()).collect(),
        channel_names: item.channels.iter().map(|channel| channel.chinese()).collect(),
        address: item.has_page().then(|| item.address.encoded()),
        attachments: listed
            .map(|file| File { title: &file.title, address: file.address.encoded(), size: file.size })
            .chain(item.tables.iter().filter(|_| item.shows_content()).flat_map(|table| downloads(table)))
            .collect(),
    }
}

/// What is offered of a table: as it is shown, never the file as it lies on disk.
fn downloads(shown: &ShownTable) -> impl Iterator<Item = File<'_>> {
    let title = shown.table().map_or("", |table| table.caption.trim());
    let forms = [(&shown.csv, shown.csv_bytes()), (&shown.xlsx, shown.xlsx_bytes())];
    let each = move |(address, bytes): (&Address, Option<&[u8]>)| {
        Some(File { title, address: address.encoded(), size: bytes?.len() as u64 })
    };
    forms.into_iter().filter_map(each)
}

fn corrections(item: &Item) -> Vec<Change<'_>> {
    let shown = item.front().corrections.iter().filter(|_| item.shows_content());
    shown
        .map(|one| Change {
            on: one.on.as_ref().map(|on| on.value.to_string()),
            note: one.note.as_ref().map_or("", |note| note.trim()),
        })
        .collect()
}

fn replaced_by(board: &Board, id: ItemId) -> Vec<String> {
    let newer = board.replacements.get(&id).into_iter().flatten().map(|&newer| board.item(newer));
    newer.map(|newer| newer.index().map_or_else(|| newer.address.encoded(), str::to_owned)).collect()
}
