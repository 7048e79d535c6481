use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::worksheet::{Row, Sheet};

/// Puts the cells of tables together while a text is read; a table in a cell is a table of its own.
#[derive(Default)]
pub(super) struct Tables {
    open: Vec<Table>,
}

#[derive(Default)]
struct Table {
    sheet: Sheet,
    row: Row,
    cell: Option<String>,
}

impl Tables {
    pub(super) fn start(&mut self, name: &str, paragraph: u32) {
        match (name, self.open.last_mut()) {
            ("tbl", _) => self.open.push(Table::default()),
            // The row has the number of its first paragraph.
            ("tr", Some(table)) => table.row = Row { number: paragraph + 1, ..Row::default() },
            ("tc", Some(table)) => table.cell = Some(String::new()),
            _ => {}
        }
    }

    /// Adds a paragraph to the cell that is open.
    pub(super) fn paragraph(&mut self, text: &str) {
        if let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            if !cell.is_empty() && !text.is_empty() {
                cell.push('\n');
            }
            cell.push_str(text);
        }
    }

    pub(super) fn end(&mut self, name: &str, extract: &mut Extract) -> Result<(), Fault> {
        match (name, self.open.last_mut()) {
            ("tc", Some(table)) => table.row.cells.extend(table.cell.take()),
            ("tr", Some(table)) => {
                let row = std::mem::take(&mut table.row);
                extract.spend(row.cells.iter().map(|cell| cell.len() + 1).sum())?;
                if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                    table.sheet.rows.push(row);
                }
            }
            ("tbl", Some(_)) => {
                let table = self.open.pop().map(|table| table.sheet);
                extract.tables.extend(table.filter(|sheet| !sheet.rows.is_empty()));
            }
            _ => {}
        }
        Ok(())
    }
}
