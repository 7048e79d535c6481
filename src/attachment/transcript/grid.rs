//! Tables: a plain one as Markdown, one with merged cells as HTML, which Markdown lets through.

use super::inline;
use std::fmt::Write as _;

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) columns: u32,
    pub(super) rows: u32,
    /// Covered by a cell above it.
    pub(super) covered: bool,
}

/// Rows of cells.
pub(super) type Rows = Vec<Vec<Cell>>;

/// The table in Markdown; none where nothing is in it.
pub(super) fn markdown(rows: &Rows) -> Option<String> {
    let filled = |row: &&Vec<Cell>| row.iter().any(|cell| !cell.text.trim().is_empty());
    let merged = rows.iter().flatten().any(|cell| cell.covered || cell.columns > 1 || cell.rows > 1);
    let kept: Vec<&Vec<Cell>> = rows.iter().filter(|row| merged || filled(row)).collect();
    if !kept.iter().any(filled) {
        return None;
    }
    Some(if merged { with_spans(&kept) } else { plain(&kept) })
}

/// The words of a table, a row a line.
pub(super) fn words(rows: &Rows) -> String {
    let row = |row: &Vec<Cell>| {
        let cells = row.iter().map(|cell| inline::words(cell.text.trim())).filter(|text| !text.is_empty());
        cells.collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(row).filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
}

fn lines<'c>(cell: &'c Cell, write: &'c dyn Fn(&str) -> String) -> String {
    let lines = cell.text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(write).collect::<Vec<_>>().join("<br>")
}

fn plain(rows: &[&Vec<Cell>]) -> String {
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    // A cell ends at the next bar that is not escaped.
    let in_cell = |line: &str| inline::markdown(line).replace("\\|", "|").replace('|', "\\|");
    let mut lines_of: Vec<String> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut line = "|".to_owned();
        for column in 0..width {
            let _ = write!(line, " {} |", row.get(column).map_or_else(String::new, |cell| lines(cell, &in_cell)));
        }
        lines_of.push(line);
        if at == 0 {
            lines_of.push(format!("|{}", "---|".repeat(width)));
        }
    }
    lines_of.join("\n")
}

fn with_spans(rows: &[&Vec<Cell>]) -> String {
    let mut html = "<table>\n".to_owned();
    for (at, row) in rows.iter().enumerate() {
        html.push_str("<tr>");
        for cell in row.iter().filter(|cell| !cell.covered) {
            let tag = if at == 0 { "th" } else { "td" };
            let _ = write!(html, "<{tag}");
            for (name, span) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                if span > 1 {
                    let _ = write!(html, " {name}=\"{span}\"");
                }
            }
            let _ = write!(html, ">{}</{tag}>", lines(cell, &inline::html));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</table>");
    html
}
