use super::super::worksheet::{Merge, Row, Sheet};
use super::names::Column;

/// How far down the head of a table is looked for.
const SEARCHED: usize = 20;
/// A head of more rows than this is a misreading.
const TALLEST: u32 = 4;

/// The head of a table and what stands around it.
pub(super) struct Head {
    /// The lines above it.
    pub(super) above: Vec<String>,
    pub(super) columns: Vec<Column>,
    /// The row number, from 1, of its last row.
    pub(super) last_row: u32,
}

/// Finds the head: the first row that is as full as the table is wide, or, where columns are named, the row that
/// has most of these names. A merged title and lines such as 单位：万元 may stand above it.
pub(super) fn find(sheet: &Sheet, names: &[&str]) -> Option<Head> {
    let visible: Vec<&Row> = sheet.rows.iter().filter(|row| !row.hidden && filled(row) > 0).collect();
    let searched = &visible[..visible.len().min(SEARCHED)];
    let fullest = searched.iter().map(|row| filled(row)).max()?;
    let enough = if fullest < 2 { 1 } else { (fullest * 3).div_ceil(5).max(2) };
    let by_names = searched
        .iter()
        .map(|row| names.iter().filter(|name| has_cell(row, name)).count())
        .enumerate()
        .max_by_key(|&(at, count)| (count, std::cmp::Reverse(at)))
        .filter(|&(_, count)| count > 0)
        .map(|(at, _)| at);
    let at = by_names.or_else(|| searched.iter().position(|row| filled(row) >= enough))?;
    let (first_row, last_row) = extent(sheet, searched[at], searched.get(at + 1).copied());
    let head: Vec<&Row> = visible.iter().copied().filter(|row| (first_row..=last_row).contains(&row.number)).collect();
    let above = visible
        .iter()
        .take_while(|row| row.number < first_row)
        .map(|row| {
            row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
        })
        .collect();
    let columns = (0..width(&visible, first_row)).map(|at| column(sheet, &head, at)).collect();
    Some(Head { above, columns, last_row })
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

fn has_cell(row: &Row, name: &str) -> bool {
    row.cells.iter().any(|cell| Column { words: vec![cell.clone()], ..Column::default() }.is_meant_by(name))
}

fn width(visible: &[&Row], first_row: u32) -> usize {
    visible.iter().filter(|row| row.number >= first_row).map(|row| row.cells.len()).max().unwrap_or(0)
}

/// The first and last row of the head, where merged cells make it taller than one.
fn extent(sheet: &Sheet, row: &Row, next: Option<&Row>) -> (u32, u32) {
    let number = row.number;
    let touching = |merge: &&Merge| merge.rows.0 <= number && number <= merge.rows.1;
    let tall = sheet.merges.iter().filter(touching).filter(|merge| merge.rows.1 - merge.rows.0 < TALLEST);
    let (first, last) =
        tall.fold((number, number), |(first, last), merge| (first.min(merge.rows.0), last.max(merge.rows.1)));
    if last > number || first < number {
        return (first, last);
    }
    // Groups without tall neighbours: the next row names their members, and nothing else.
    let groups: Vec<&Merge> =
        sheet.merges.iter().filter(touching).filter(|merge| merge.columns.1 > merge.columns.0).collect();
    let in_group =
        |column: usize| groups.iter().any(|merge| (merge.columns.0..=merge.columns.1).contains(&(column as u32)));
    let names_members = next.is_some_and(|next| {
        let filled: Vec<usize> = (0..next.cells.len()).filter(|&at| !next.cells[at].trim().is_empty()).collect();
        !groups.is_empty() && filled.len() > groups.len() && filled.iter().all(|&at| in_group(at))
    });
    match next {
        Some(next) if names_members => (number, next.number),
        _ => (number, number),
    }
}

fn column(sheet: &Sheet, head: &[&Row], at: usize) -> Column {
    let mut words: Vec<String> = Vec::new();
    for row in head {
        let merged = sheet.merges.iter().find(|merge| {
            (merge.rows.0..=merge.rows.1).contains(&row.number)
                && (merge.columns.0..=merge.columns.1).contains(&(at as u32))
        });
        // A merged area has its text in the corner.
        let (source, from) = merged.map_or((Some(*row), at), |merge| {
            (head.iter().copied().find(|row| row.number == merge.rows.0), merge.columns.0 as usize)
        });
        let word = source.and_then(|row| row.cells.get(from)).map(|cell| one_line(cell)).unwrap_or_default();
        if !word.is_empty() && words.last() != Some(&word) {
            words.push(word);
        }
    }
    Column { at, words, hidden: sheet.column_hidden(at as u32) }
}

/// A cell's text on one line; no space is put between Chinese characters.
fn one_line(cell: &str) -> String {
    let mut line = String::new();
    for piece in cell.split_whitespace() {
        let spaced = line.chars().last().is_some_and(|sign| sign.is_ascii_alphanumeric())
            && piece.starts_with(|sign: char| sign.is_ascii_alphanumeric());
        if spaced {
            line.push(' ');
        }
        line.push_str(piece);
    }
    line
}
