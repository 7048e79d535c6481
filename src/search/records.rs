use super::file::File;
use serde_json::{Value, json};

/// Entries in one file of records.
pub(super) const RECORDS: usize = 16;

/// What the reader sees of an entry besides its labels, date and text.
#[derive(Debug, Default)]
pub(super) struct Records {
    rows: Vec<Value>,
    number: usize,
}

impl Records {
    /// Adds an entry.
    pub(super) fn add(&mut self, title: &str, address: &str, number: &str, index: &str, sink: &mut dyn FnMut(File)) {
        self.rows.push(json!([title, address, number, index]));
        if self.rows.len() == RECORDS {
            self.next(sink);
        }
    }

    /// Writes the last file.
    pub(super) fn finish(mut self, sink: &mut dyn FnMut(File)) {
        if !self.rows.is_empty() {
            self.next(sink);
        }
    }

    fn next(&mut self, sink: &mut dyn FnMut(File)) {
        let rows = Value::Array(std::mem::take(&mut self.rows));
        sink(File::new(&format!("records/{}", self.number), &rows));
        self.number += 1;
    }
}
