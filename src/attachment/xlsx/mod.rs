//! Excel 2007 and later. The cells are read here and not by a spreadsheet library, because what a sheet hides stands
//! among its cells, because a percentage must not become 0.125, and because a library that lays a sheet out as a full
//! grid can be made to ask for more memory than there is by two cells in opposite corners.

mod cells;
mod links;
mod styles;
pub(super) mod workbook;

use super::extract::Extract;
use super::fault::Fault;
use super::limits;
use super::office;
use super::package::Package;
use super::parts;
use cells::CellReader;

/// Reads a workbook.
pub(super) fn read(package: &mut Package, extract: &mut Extract, inside: office::ReadInside) -> Result<(), Fault> {
    let main = parts::main_part(package)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let workbook = workbook::read(package, &main)?;
    let part_of = |kind: &str| workbook.links.iter().find(|link| link.kind == kind).map(|link| link.target.clone());
    let strings = styles::shared_strings(package, part_of("sharedStrings"), extract)?;
    let formats = styles::number_formats(package, part_of("styles"))?;
    let mut reader =
        CellReader { strings: &strings, formats: &formats, since_1904: workbook.since_1904, slots: limits::CELLS };
    for entry in &workbook.sheets {
        let Some(part) = &entry.part else { continue };
        if let Some(stream) = package.stream(part)? {
            let outcome = reader.read(stream, entry, extract);
            office::report_hidden_cells(extract);
            outcome?;
        }
        links::comments(package, part, &entry.name, extract)?;
    }
    links::to_other_files(package, &workbook, extract)?;
    links::pivot_caches(package, extract)?;
    office::look(package, extract, inside)
}
