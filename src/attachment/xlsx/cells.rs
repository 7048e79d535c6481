use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token};
use super::super::number_format::NumberFormat;
use super::super::worksheet::{Merge, SheetBuilder, cell_at};
use super::workbook::SheetEntry;
use crate::diag::Spot;
use std::io::BufRead;

/// What cells need to be shown, and how many may still be kept.
pub(super) struct CellReader<'a> {
    pub(super) strings: &'a [String],
    pub(super) formats: &'a [NumberFormat],
    pub(super) since_1904: bool,
    pub(super) slots: usize,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    column: u32,
    kind: CellKind,
    style: usize,
    value: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum CellKind {
    #[default]
    Number,
    Shared,
    Boolean,
    Text,
}

impl CellReader<'_> {
    /// Reads one sheet into the extract; what was read before a fault is kept.
    pub(super) fn read(
        &mut self,
        stream: impl BufRead,
        entry: &SheetEntry,
        extract: &mut Extract,
    ) -> Result<(), Fault> {
        let mut builder = SheetBuilder::new(entry.name.clone(), entry.visibility);
        let outcome = self.rows(stream, &mut builder, extract);
        extract.sheets.push(builder.finish());
        outcome
    }

    fn rows(&mut self, stream: impl BufRead, builder: &mut SheetBuilder, extract: &mut Extract) -> Result<(), Fault> {
        let mut markup = Markup::new(stream);
        let mut row = 0;
        let mut cell = Cell::default();
        let mut next_column = 0;
        let mut wanted = false;
        let mut aside = None;
        while let Some(token) = markup.token()? {
            match token {
                Token::Start(element) => match element.name() {
                    "row" => {
                        row = element.number("r").filter(|&number| number > 0).unwrap_or(row + 1);
                        builder.begin_row(row, element.flag("hidden") || is_zero(&element, "ht"));
                        next_column = 0;
                    }
                    "c" => {
                        cell = Cell::of(&element, next_column);
                        next_column = cell.column + 1;
                    }
                    "v" | "t" => wanted = true,
                    "rPh" => wanted = false,
                    "col" => hide_columns(&element, builder),
                    "mergeCell" => builder.sheet.merges.extend(merge(&element)),
                    "headerFooter" | "formula1" => aside = Some(String::new()),
                    _ => {}
                },
                Token::Text(text) => {
                    if wanted {
                        cell.value.push_str(&text);
                    } else if let Some(aside) = &mut aside {
                        aside.push_str(&text);
                    }
                }
                Token::End(end) => match end.name() {
                    "v" | "t" => wanted = false,
                    "c" => {
                        let shown = self.show(&mut cell);
                        extract.spend(shown.len())?;
                        builder.cell(cell.column, shown, &mut self.slots)?;
                    }
                    "headerFooter" | "formula1" => {
                        extract.paragraph(Spot::File, aside.take().unwrap_or_default())?;
                    }
                    _ => {}
                },
                Token::Nothing => {}
            }
        }
        Ok(())
    }

    /// The text that the cell shows.
    fn show(&self, cell: &mut Cell) -> String {
        let value = std::mem::take(&mut cell.value);
        match cell.kind {
            CellKind::Shared => {
                let at: Option<usize> = value.trim().parse().ok();
                at.and_then(|at| self.strings.get(at)).cloned().unwrap_or_default()
            }
            CellKind::Boolean => match value.trim() {
                "1" => "TRUE".to_owned(),
                "0" => "FALSE".to_owned(),
                _ => value,
            },
            CellKind::Text => value,
            CellKind::Number => match value.trim().parse() {
                Ok(number) => {
                    let format = self.formats.get(cell.style).unwrap_or(&NumberFormat::General);
                    format.show(number, self.since_1904)
                }
                Err(_) => value,
            },
        }
    }
}

impl Cell {
    fn of(element: &Element, next_column: u32) -> Self {
        let place = element.attribute("r").and_then(|name| cell_at(&name));
        Self {
            column: place.map_or(next_column.min(16_383), |(column, _)| column),
            kind: match element.attribute("t").as_deref() {
                Some("s") => CellKind::Shared,
                Some("b") => CellKind::Boolean,
                None | Some("n") => CellKind::Number,
                Some(_) => CellKind::Text,
            },
            style: element.number("s").unwrap_or(0),
            value: String::new(),
        }
    }
}

fn is_zero(element: &Element, name: &str) -> bool {
    element.number::<f64>(name).is_some_and(|size| size <= 0.0)
}

fn hide_columns(element: &Element, builder: &mut SheetBuilder) {
    if !element.flag("hidden") && !is_zero(element, "width") {
        return;
    }
    let first: u32 = element.number("min").unwrap_or(1);
    let last: u32 = element.number("max").unwrap_or(first);
    builder.sheet.hidden_columns.push(first.saturating_sub(1)..=last.saturating_sub(1));
}

fn merge(element: &Element) -> Option<Merge> {
    let area = element.attribute("ref")?;
    let (from, to) = area.split_once(':')?;
    let (from, to) = (cell_at(from)?, cell_at(to)?);
    Some(Merge { rows: (from.1.min(to.1), from.1.max(to.1)), columns: (from.0.min(to.0), from.0.max(to.0)) })
}
