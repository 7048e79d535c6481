use super::address::Address;
use super::attached::{Attached, resolve_path};
use super::readings::Readings;
use crate::attachment::{FaultKind, Table, TableFault, write_csv, write_xlsx};
use crate::gate::shown_table;
use crate::parse::{Draft, TableField};
use crate::say;
use crate::text::percent_decoded;
use std::sync::{Arc, OnceLock};

/// How many rows of a table a page shows; the rest is in the download.
pub const ROWS_SHOWN: usize = 300;

/// A table of an item (`tables:`) as it is published: masked, columns left out, nothing hidden. Page and downloads are
/// made from it, never from the file as it lies on disk.
#[derive(Clone, Debug)]
pub struct ShownTable {
    /// Which of the item's tables, from 0.
    pub number: usize,
    /// The file that it is made from, relative to the board's root; none where there is no such file.
    pub path: Option<Arc<str>>,
    /// What is shown; where anything is wrong with it, nothing is.
    pub outcome: Result<Table, Vec<TableFault>>,
    /// Where the download as CSV is published.
    pub csv: Address,
    /// Where the download as a workbook is published.
    pub xlsx: Address,
    csv_bytes: OnceLock<Vec<u8>>,
    xlsx_bytes: OnceLock<Option<Vec<u8>>>,
}

impl ShownTable {
    /// The table, unless something is wrong with it.
    pub fn table(&self) -> Option<&Table> {
        self.outcome.as_ref().ok()
    }

    /// The download as CSV; none where the table is not shown.
    pub fn csv_bytes(&self) -> Option<&[u8]> {
        let table = self.table()?;
        Some(self.csv_bytes.get_or_init(|| write_csv(table)))
    }

    /// The download as a workbook; none where the table is not shown or larger than Excel's grid.
    pub fn xlsx_bytes(&self) -> Option<&[u8]> {
        let table = self.table()?;
        self.xlsx_bytes.get_or_init(|| write_xlsx(table).ok()).as_deref()
    }
}

/// Makes the tables of an item. `mask_names` masks the names in lists of persons too.
pub(super) fn tables(
    draft: &Draft,
    address: &Address,
    attached: &[Attached],
    readings: &Readings,
    mask_names: bool,
) -> Vec<Arc<ShownTable>> {
    let folder = draft.folder();
    let mut taken: Vec<String> = attached.iter().map(|file| file.address.as_str().to_lowercase()).collect();
    let each = draft.front.tables.iter().enumerate().map(|(number, field)| {
        let path = resolve_path(folder, &field.file);
        let reading = path.as_deref().and_then(|path| readings.get_key_value(path));
        let title = draft.front.title.as_ref().map_or("", |title| title.trim());
        let outcome = match reading {
            None => Err(vec![no_file(field)]),
            Some((_, reading)) => shown_table(field, title, &reading.extract, mask_names),
        };
        let (csv, xlsx) = downloads(&field.file, address, &mut taken);
        let path = reading.map(|(path, _)| Arc::clone(path));
        let (csv_bytes, xlsx_bytes) = (OnceLock::new(), OnceLock::new());
        Arc::new(ShownTable { number, path, outcome, csv, xlsx, csv_bytes, xlsx_bytes })
    });
    each.collect()
}

fn no_file(field: &TableField) -> TableFault {
    let file = field.file.as_str();
    TableFault {
        kind: FaultKind::File,
        named: String::new(),
        message: say!("没有“{file}”这个表格文件", "there is no file “{file}” for the table"),
        remedy: Some(say!(
            "把文件放到事项旁边，文件名要一字不差（含扩展名）",
            "lay the file beside the item under exactly this name, ending included"
        )),
    }
}

/// Addresses for both downloads under the file's own name, or the next free one.
fn downloads(written: &str, address: &Address, taken: &mut Vec<String>) -> (Address, Address) {
    let name = percent_decoded(written.rsplit(['/', '\\']).next().unwrap_or(written));
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let mut number = 1;
    loop {
        let stem = if number == 1 { stem.to_owned() } else { format!("{stem}-{number}") };
        let both = ["csv", "xlsx"].map(|ending| address.join(&format!("{stem}.{ending}")));
        let names = both.each_ref().map(|address| address.as_str().to_lowercase());
        if names.iter().all(|name| !taken.contains(name)) {
            taken.extend(names);
            let [csv, xlsx] = both;
            return (csv, xlsx);
        }
        number += 1;
    }
}
