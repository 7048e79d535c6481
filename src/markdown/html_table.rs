use super::markup::TableTag;
use super::visible_table::{VisibleCell, VisibleTable};
use crate::text::Span;
use std::ops::Range;

/// How many cells of one table are kept; those that cells spread over are counted too.
const CELLS: usize = 200_000;

/// A table written in HTML that is being read. Cells over several columns or rows are repeated as empty ones, so that
/// every other cell stands below its own head.
#[derive(Clone, Debug, Default)]
pub(super) struct HtmlTable {
    rows: Vec<Vec<VisibleCell>>,
    /// For each column, how many of the next rows a cell above still takes.
    taken: Vec<usize>,
    open: bool,
    kept: usize,
}

impl HtmlTable {
    /// Takes up a tag; says whether the table is over.
    pub(super) fn tag(&mut self, tag: TableTag) -> bool {
        match tag {
            TableTag::Close => return true,
            TableTag::Row => {
                self.open = false;
                self.rows.push(Vec::new());
            }
            TableTag::CellEnd => self.open = false,
            TableTag::Cell { columns, rows } => self.cell(columns, rows),
            TableTag::Open => {}
        }
        false
    }

    fn cell(&mut self, columns: usize, rows: usize) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.kept += columns;
        self.open = self.kept <= CELLS;
        let Some(row) = self.rows.last_mut().filter(|_| self.open) else { return };
        while let Some(left) = self.taken.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(VisibleCell::default());
        }
        let at = row.len();
        self.taken.resize(self.taken.len().max(at + columns), 0);
        self.taken[at..at + columns].fill(rows - 1);
        // The words come to stand in the last of the columns.
        row.resize(at + columns, VisibleCell::default());
    }

    /// The cell that words go into; none between cells.
    fn at(&mut self) -> Option<&mut VisibleCell> {
        self.rows.last_mut().filter(|_| self.open)?.last_mut()
    }

    /// Takes up words, unless they stand between cells.
    pub(super) fn push(&mut self, words: &str, source: &Range<usize>) -> bool {
        let Some(cell) = self.at() else { return false };
        let blank = cell.text.is_empty() && words.trim().is_empty();
        if !blank {
            let start = if cell.text.is_empty() { source.start } else { cell.span.start as usize };
            cell.text.push_str(words);
            cell.span = Span::new(start, source.end.max(start));
        }
        true
    }

    /// A line ends; says whether it was within a cell.
    pub(super) fn end_line(&mut self) -> bool {
        let Some(cell) = self.at() else { return false };
        if !cell.text.is_empty() && !cell.text.ends_with('\n') {
            cell.text.push('\n');
        }
        true
    }

    /// The table, and what stands above its head: rows of one cell.
    pub(super) fn finish(self, body: &str) -> (VisibleTable, Vec<VisibleCell>) {
        let mut rows: Vec<Vec<VisibleCell>> = self.rows;
        for cell in rows.iter_mut().flatten() {
            cell.text.truncate(cell.text.trim_end().len());
            cell.exact = cell.span.of(body) == cell.text;
        }
        rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
        let filled = |row: &Vec<VisibleCell>| row.iter().filter(|cell| !cell.text.is_empty()).count();
        let above = rows.iter().take_while(|row| filled(row) == 1).count();
        let above = if above < rows.len() { above } else { 0 };
        let titles = rows.drain(..above).flatten().filter(|cell| !cell.text.is_empty()).collect();
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        (VisibleTable { header, rows }, titles)
    }
}
