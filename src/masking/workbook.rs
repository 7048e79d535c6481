use super::grids::in_rows;
use super::masked::{Change, Masked};
use super::pieces::replaced;
use crate::attachment::{CellEdit, Readable, cell_name, edit_cells, read};
use crate::diag::Spot;
use crate::say;
use crate::scan::OfficeWords;
use crate::text::Text;

/// Masks the cells of a workbook or a CSV file, those of hidden sheets too.
pub(super) fn mask(
    name: &str,
    bytes: &[u8],
    office: &OfficeWords,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Masked, Text> {
    let extract = read(name, bytes);
    match &extract.readable {
        Readable::Yes => {}
        Readable::Encrypted => return Err(say!("文件有密码，请先解除", "the file needs a password; remove it first")),
        Readable::Broken(why) | Readable::TooBig(why) => return Err(why.clone()),
        Readable::NoText | Readable::Unsupported => return Err(say!("文件不能读取", "the file cannot be read")),
    }
    let (mut edits, mut changes) = (Vec::new(), Vec::new());
    for (at, sheet) in extract.sheets.iter().enumerate() {
        let rows: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        for ((row, column), pieces) in in_rows(&rows, office, wanted) {
            let (number, from) = (sheet.rows[row].number, rows[row][column]);
            let column = column as u32;
            let spot = Spot::Cell { sheet: sheet.name.clone(), cell: cell_name(column, number) };
            let to = replaced(from, &pieces);
            edits.push(CellEdit { sheet: at, row: number, column, from: from.to_owned(), to });
            let told = pieces.into_iter().map(|piece| Change { check: piece.check, spot: spot.clone(), to: piece.to });
            changes.extend(told);
        }
    }
    if edits.is_empty() {
        return Ok(Masked { bytes: bytes.to_vec(), changes });
    }
    Ok(Masked { bytes: edit_cells(name, bytes, &edits)?, changes })
}
