//! Excel 97 to 2003, which offices still write daily (and WPS under the name `.et`). Read here and not by a
//! spreadsheet library, for the reasons told for the newer format: two cells in opposite corners must not cost half a
//! gigabyte, and what is hidden stands among the cells.

mod cells;
mod globals;
mod records;
mod sheets;
mod strings;

use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::ole::{Compound, damaged};
use super::{limits, office, summary};
use crate::diag::Spot;
use crate::say;
use globals::Globals;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(Fault::Encrypted);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or_else(damaged)?;
    let globals = Globals::read(&stream, extract)?;
    let mut slots = limits::CELLS;
    for entry in &globals.sheets {
        let outcome = sheets::read(&stream, entry, &globals, &mut slots, extract);
        office::report_hidden_cells(extract);
        outcome?;
    }
    if file.has("_VBA_PROJECT_CUR") || file.has("_VBA_PROJECT") {
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Macro, say!("含有宏", "holds macros")));
    }
    pivot_caches(&file, extract)?;
    summary::read(&file, extract)
}

/// The copies of their sources that pivot tables keep, each in a stream of its own.
fn pivot_caches(file: &Compound, extract: &mut Extract) -> Result<(), Fault> {
    let mut values = 0;
    for stream in file.streams_in("_SX_DB_CUR") {
        for record in records::Records::new(&stream, 0) {
            if record.kind == records::PIVOT_STRING {
                let text = strings::long_string(record.bytes, crate::text::gb18030);
                extract.paragraph(Spot::File, text)?;
                values += 1;
            }
        }
    }
    if values > 0 {
        let message = say!(
            "数据透视表带有源数据的副本（{values} 个值）",
            "a pivot table keeps a copy of its source data ({values} values)"
        );
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::PivotCache, message));
    }
    Ok(())
}
