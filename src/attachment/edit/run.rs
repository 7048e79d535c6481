use super::super::extract::{Extract, Kind, Readable};
use super::super::fault::Fault;
use super::super::kind::kind_of;
use super::super::read::read;
use super::super::worksheet::{Sheet, cell_name};
use super::cell_edit::CellEdit;
use super::{csv_file, workbook};
use crate::say;
use crate::text::Text;

/// Writes new texts into cells of a CSV file or a workbook. The result is read again: where a cell does not say what
/// it should, or the old text stands anywhere else in the file, nothing is given.
///
/// # Errors
/// A file of another kind, one that cannot be read, and one in which an old text would stay.
pub fn edit_cells(name: &str, bytes: &[u8], edits: &[CellEdit]) -> Result<Vec<u8>, Text> {
    let edited = match kind_of(name, bytes) {
        Kind::Csv => csv_file::edit(bytes, edits),
        Kind::Xlsx => workbook::edit(bytes, edits),
        _ => return Err(say!("只能改写 csv 和 xlsx 文件", "only csv and xlsx files can be rewritten")),
    };
    let edited = edited.map_err(|fault| match fault {
        Fault::Encrypted => say!("文件有密码，请先解除", "the file needs a password; remove it first"),
        Fault::Broken(why) | Fault::TooBig(why) => why,
    })?;
    let after = read(name, &edited);
    if after.readable != Readable::Yes {
        return Err(say!("改写后不能读取，原文件没有动", "it could not be read when rewritten; the file is untouched"));
    }
    match edits.iter().find(|edit| cell(&after, edit) != Some(edit.to.as_str())) {
        None => Ok(edited),
        Some(edit) => {
            let cell = cell_name(edit.column, edit.row);
            Err(say!(
                "单元格 {cell} 改写不成，原文件没有动",
                "cell {cell} could not be rewritten; the file is untouched"
            ))
        }
    }
}

fn cell<'a>(extract: &'a Extract, edit: &CellEdit) -> Option<&'a str> {
    let of = |sheet: &'a Sheet| sheet.rows.iter().find(|row| row.number == edit.row);
    let row = extract.sheets.get(edit.sheet).and_then(of)?;
    row.cells.get(edit.column as usize).map(String::as_str)
}
