use super::judge::{Reading, finds, seen, sums};
use super::rules::Rules;
use super::seen::{Part, Seen};
use super::shown::shown_table;
use crate::attachment::{Extract, Sheet, Table, cell_name};
use crate::diag::Spot;
use crate::parse::TableField;
use crate::say;
use crate::scan::{CellFind, Grid, Kind, Setting, in_table_by};
use std::collections::HashMap;

/// How many finds of one check in one file are told one by one.
const TOLD: usize = 20;

/// Looks at a file that is published as it lies: paragraphs, pages, cells, hidden ones too.
pub fn look_at_file(extract: &Extract, rules: &Rules) -> Vec<Seen> {
    let mut all = Vec::new();
    for sheet in extract.sheets.iter().chain(&extract.tables) {
        in_sheet(sheet, rules, &mut all);
    }
    // The text of a document's tables is among its paragraphs too, where it weighs less.
    let in_tables = all.len();
    for (spot, text) in extract.paragraphs() {
        for (check, find) in finds(text, &Setting::new(Kind::Prose, &rules.office), Reading::Guarded) {
            let known = &all[..if extract.tables.is_empty() { 0 } else { in_tables }];
            if !known.iter().any(|other: &Seen| other.check == check && other.instead == find.instead) {
                all.push(seen(check, find, spot.clone(), Part::Content));
            }
        }
    }
    told(all)
}

/// Looks at one of an item's tables as it is published: after columns were masked and left out. Places are those of its
/// file. A table that cannot be made is not published.
pub fn look_at_table(field: &TableField, title: &str, extract: &Extract, rules: &Rules) -> Vec<Seen> {
    let Ok(table) = shown_table(field, title, extract, rules.mask_names) else { return Vec::new() };
    let named: Vec<&str> = field.total.iter().map(|column| column.trim()).collect();
    in_table(&table, field.sheet.as_ref().map_or("", |sheet| sheet.trim()), &named, rules)
}

fn in_table(table: &Table, sheet: &str, named: &[&str], rules: &Rules) -> Vec<Seen> {
    let header: Vec<&str> = table.header.iter().map(String::as_str).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let grid = Grid::new(&table.caption, &header, rows);
    let mut found = in_table_by(Reading::Whole.detectors(), &grid, &rules.office);
    found.extend(sums(&grid, named, rules));
    let spot = |row: Option<usize>, column: Option<usize>| {
        let number = row.and_then(|row| table.numbers.get(row)).copied().filter(|number| *number > 0);
        let column = column.and_then(|column| table.places.get(column)).copied();
        match (number, column) {
            (Some(number), column) => {
                Spot::Cell { sheet: sheet.to_owned(), cell: cell_name(column.unwrap_or(0), number) }
            }
            (None, _) => Spot::File,
        }
    };
    let words = std::iter::once(&table.caption).chain(&table.notes).chain(&table.header);
    let above = words.flat_map(|text| finds(text, &Setting::new(Kind::Title, &rules.office), Reading::Whole));
    let above: Vec<Seen> = above.map(|(check, find)| seen(check, find, Spot::File, Part::Content)).collect();
    let cells = found
        .into_iter()
        .map(|(check, CellFind { row, column, find })| seen(check, find, spot(row, column), Part::Content));
    told(above.into_iter().chain(cells).collect())
}

fn in_sheet(sheet: &Sheet, rules: &Rules, all: &mut Vec<Seen>) {
    let rows: Vec<Vec<&str>> = sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
    let (grid, above) = Grid::of_sheet(&sheet.name, rows);
    let spot = |row: usize, column: usize| {
        let number = sheet.rows.get(row).map_or(1, |row| row.number);
        Spot::Cell { sheet: sheet.name.clone(), cell: cell_name(column as u32, number) }
    };
    for (at, row) in sheet.rows.iter().take(above).enumerate() {
        for (column, text) in row.cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let found = finds(text, &Setting::new(Kind::Prose, &rules.office), Reading::Guarded);
            all.extend(found.into_iter().map(|(check, find)| seen(check, find, spot(at, column), Part::Content)));
        }
    }
    for (check, CellFind { row, column, find }) in in_table_by(Reading::Guarded.detectors(), &grid, &rules.office) {
        let at = row.map_or(above.saturating_sub(1), |row| above + row);
        all.push(seen(check, find, spot(at, column.unwrap_or(0)), Part::Content));
    }
}

/// The first finds of each check; the last of them says how many more there are.
fn told(all: Vec<Seen>) -> Vec<Seen> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for seen in &all {
        *counts.entry(seen.check).or_default() += 1;
    }
    let mut so_far: HashMap<&str, usize> = HashMap::new();
    let mut kept = Vec::new();
    for mut seen in all {
        let told = so_far.entry(seen.check).or_default();
        *told += 1;
        let left = counts[seen.check].saturating_sub(TOLD);
        if *told == TOLD && left > 0 {
            let message = seen.message.clone();
            seen.message = say!("{zh}；另有 {left} 处", "{en}; and {left} more", zh = message.zh, en = message.en);
        }
        if *told <= TOLD {
            kept.push(seen);
        }
    }
    kept
}
