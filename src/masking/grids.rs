use super::pieces::{Piece, pieces};
use crate::diag::Severity;
use crate::scan::{Find, Grid, Kind, OfficeWords, Passage, Setting, in_table, in_text};
use crate::scan::{MaskKind, mask};
use crate::text::{Span, Text};
use std::collections::BTreeMap;

/// What is to be replaced in a table, by row and column, both from 0 and counted from the first row that is given.
pub(super) fn in_rows(
    rows: &[Vec<&str>],
    office: &OfficeWords,
    wanted: &dyn Fn(&str) -> bool,
) -> BTreeMap<(usize, usize), Vec<Piece>> {
    let (grid, above) = Grid::of_sheet("", rows.to_vec());
    let mut found: BTreeMap<(usize, usize), Vec<(&'static str, Find)>> = BTreeMap::new();
    for (check, cell) in in_table(&grid, office).into_iter().filter(|(check, _)| wanted(check)) {
        if let (Some(row), Some(column)) = (cell.row, cell.column) {
            found.entry((row + above, column)).or_default().push((check, cell.find));
        }
    }
    for (row, cells) in rows.iter().enumerate().take(above) {
        for (column, cell) in cells.iter().enumerate() {
            let finds = in_text(&Passage::new(cell), &Setting::new(Kind::Listed, office));
            found.entry((row, column)).or_default().extend(finds.into_iter().filter(|(check, _)| wanted(check)));
        }
    }
    for (column, _) in grid.header.iter().enumerate().filter(|(_, name)| wanted("id-number") && is_identity(name)) {
        for (row, cells) in rows.iter().enumerate().skip(above) {
            if let Some(cell) = cells.get(column) {
                found.entry((row, column)).or_default().push(("id-number", whole_cell(cell)));
            }
        }
    }
    let told = found.into_iter().map(|((row, column), finds)| ((row, column), pieces(rows[row][column], finds)));
    told.filter(|(_, pieces)| !pieces.is_empty()).collect()
}

/// A column of identity numbers: a number with a slip in it, whose check digit is wrong, names its person all the same.
fn is_identity(header: &str) -> bool {
    ["身份证", "身份号码", "证件号码"].iter().any(|word| header.contains(word))
}

fn whole_cell(cell: &str) -> Find {
    let span = Span::new(0, cell.len());
    Find::new(span, Severity::Error, Text::default()).instead(mask(MaskKind::Id, cell))
}
