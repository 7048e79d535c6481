use super::entry::Label;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The sections, units or categories that were met, in the order in which they were met first. Number 0 is none.
#[derive(Debug, Default)]
pub(super) struct Names {
    rows: Vec<(String, String, u32)>,
    numbers: HashMap<(String, u32), u32>,
}

impl Names {
    /// The number of a name below another; for what has no tree, below 0.
    pub(super) fn number(&mut self, id: &str, name: &str, parent: u32) -> u32 {
        let rows = &mut self.rows;
        *self.numbers.entry((id.to_owned(), parent)).or_insert_with(|| {
            rows.push((id.to_owned(), name.to_owned(), parent));
            rows.len() as u32
        })
    }

    /// The rows as `search-files.js` reads them: id, name, number of the parent.
    pub(super) fn rows(&self) -> Value {
        json!(self.rows)
    }
}

/// A label that outlives its entry.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) id: String,
    pub(super) name: String,
}

impl From<Label<'_>> for Name {
    fn from(label: Label) -> Self {
        Self { id: label.id.to_owned(), name: label.name.to_owned() }
    }
}
