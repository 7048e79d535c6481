use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::limits;
use super::markup::{Element, Markup, Token};
use super::office;
use super::package::Package;
use super::worksheet::{SheetBuilder, Visibility, cell_name};
use crate::diag::Spot;
use crate::say;
use std::collections::BTreeSet;
use std::io::BufRead;

/// Reads an OpenDocument spreadsheet.
pub(super) fn read(package: &mut Package, extract: &mut Extract, inside: office::ReadInside) -> Result<(), Fault> {
    if let Some(manifest) = package.part("META-INF/manifest.xml")?
        && manifest.windows(15).any(|window| window == b"encryption-data")
    {
        return Err(Fault::Encrypted);
    }
    if let Some(stream) = package.stream("content.xml")? {
        let mut sheets = Sheets { slots: limits::CELLS, ..Sheets::default() };
        let outcome = sheets.read(stream, extract);
        extract.sheets.extend(sheets.builder.take().map(SheetBuilder::finish));
        outcome?;
    }
    office::look(package, extract, inside)
}

#[derive(Default)]
struct Sheets {
    builder: Option<SheetBuilder>,
    hidden_styles: BTreeSet<String>,
    style: String,
    slots: usize,
    column: u32,
    row: u32,
    row_repeat: u32,
    cell_repeat: u32,
    cells: Vec<(u32, u32, String)>,
    text: Option<String>,
    comment: Option<String>,
    comments: Vec<(u32, String)>,
}

impl Sheets {
    fn read(&mut self, stream: impl BufRead, extract: &mut Extract) -> Result<(), Fault> {
        let mut markup = Markup::new(stream);
        while let Some(token) = markup.token()? {
            match token {
                Token::Start(element) => self.start(&element),
                Token::Text(piece) => {
                    if let Some(text) = self.comment.as_mut().or(self.text.as_mut()) {
                        text.push_str(&piece);
                    }
                }
                Token::End(end) => self.end(end.name(), extract)?,
                Token::Nothing => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, element: &Element) {
        match element.name() {
            "style" => self.style = element.attribute("name").unwrap_or_default().into_owned(),
            "table-properties" if element.attribute("display").as_deref() == Some("false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => {
                let style = element.attribute("style-name").unwrap_or_default();
                let hidden = self.hidden_styles.contains(&*style);
                let visibility = if hidden { Visibility::Hidden } else { Visibility::Visible };
                let name = element.attribute("name").unwrap_or_default().into_owned();
                self.builder = Some(SheetBuilder::new(name, visibility));
                (self.row, self.column) = (0, 0);
            }
            "table-column" => {
                let repeat = repeated(element, "number-columns-repeated").min(16_384);
                if matches!(element.attribute("visibility").as_deref(), Some("collapse" | "filter"))
                    && let Some(builder) = &mut self.builder
                {
                    builder.sheet.hidden_columns.push(self.column..=self.column + repeat - 1);
                }
                self.column += repeat;
            }
            "table-row" => {
                self.row_repeat = repeated(element, "number-rows-repeated");
                self.row = self.row.saturating_add(1);
                self.column = 0;
                let hidden = matches!(element.attribute("visibility").as_deref(), Some("collapse" | "filter"));
                if let Some(builder) = &mut self.builder {
                    builder.begin_row(self.row, hidden);
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cell_repeat = repeated(element, "number-columns-repeated");
                self.text = Some(String::new());
            }
            "annotation" => self.comment = Some(String::new()),
            "p" => {
                if let Some(text) = self.comment.as_mut().or(self.text.as_mut())
                    && !text.is_empty()
                {
                    text.push('\n');
                }
            }
            "s" | "tab" => {
                if let Some(text) = &mut self.text {
                    text.push(' ');
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, extract: &mut Extract) -> Result<(), Fault> {
        match name {
            "annotation" => {
                if let Some(comment) = self.comment.take() {
                    self.comments.push((self.column, comment));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let text = self.text.take().unwrap_or_default();
                if !text.is_empty() {
                    self.cells.push((self.column, self.cell_repeat, text));
                }
                self.column = self.column.saturating_add(self.cell_repeat);
            }
            "table-row" => {
                self.row_ends(extract)?;
                self.row = self.row.saturating_add(self.row_repeat - 1);
            }
            "table" => {
                if let Some(builder) = self.builder.take() {
                    extract.sheets.push(builder.finish());
                    office::report_hidden_cells(extract);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Writes the cells of a row as often as the row and each cell are repeated; the limit of cells stops abuse.
    fn row_ends(&mut self, extract: &mut Extract) -> Result<(), Fault> {
        let Some(builder) = &mut self.builder else { return Ok(()) };
        let cells = std::mem::take(&mut self.cells);
        let repeat = if cells.is_empty() { 1 } else { self.row_repeat };
        for copy in 0..repeat {
            if copy > 0 {
                builder.repeat_row(self.row.saturating_add(copy));
            }
            for (column, count, text) in &cells {
                for at in *column..column.saturating_add(*count) {
                    extract.spend(text.len())?;
                    builder.cell(at, text.clone(), &mut self.slots)?;
                }
            }
        }
        let sheet = builder.sheet.name.clone();
        for (at, (column, text)) in std::mem::take(&mut self.comments).into_iter().enumerate() {
            let spot = Spot::Cell { sheet: sheet.clone(), cell: cell_name(column, self.row) };
            if at == 0 {
                let message = say!("工作表“{sheet}”有批注", "sheet “{sheet}” has comments");
                extract.hidden.push(Hidden::data(spot.clone(), HiddenKind::Comment, message));
            }
            extract.paragraph(spot, text)?;
        }
        Ok(())
    }
}

fn repeated(element: &Element, name: &str) -> u32 {
    element.number::<u32>(name).unwrap_or(1).max(1)
}
