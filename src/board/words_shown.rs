use super::item::Item;
use super::shown_table::ROWS_SHOWN;
use crate::attachment::Table;
use crate::markdown::{Links, html, plain, words};
use crate::parse::FrontMatter;

/// The words that an item's page shows of its body, facets and tables, one block or row a line: for the search index and
/// for plain text. Empty where the item shows no content.
pub fn words_shown(item: &Item) -> String {
    let mut words = text_shown(item);
    if item.shows_content() {
        for shown in item.tables.iter().filter_map(|shown| shown.table()) {
            table(shown, &mut words);
        }
    }
    words
}

/// The same without the tables that are made from files: what makes sense read out as sentences.
pub fn text_shown(item: &Item) -> String {
    if !item.shows_content() {
        return String::new();
    }
    // What is written as HTML, such as a table with merged cells, shows as it is cleaned, so it is read after that.
    let mut words = match item.draft.outline.raw_html.is_empty() {
        true => plain(item.draft.body()),
        false => words(&html(item.draft.body(), item.title(), &NoLinks)),
    };
    facets(item.front(), &mut words);
    for file in item.attached.iter().filter(|file| file.listed && file.offered().is_some()) {
        line(&mut words, &file.title);
    }
    words
}

/// A table as its page shows it: masked, no more rows than there, the totals at its end.
fn table(table: &Table, words: &mut String) {
    line(words, &table.caption);
    for note in &table.notes {
        line(words, note);
    }
    row(&table.header, words);
    let foot = table.foot();
    for (at, cells) in table.rows.iter().enumerate() {
        if at < ROWS_SHOWN || at >= table.rows.len() - foot {
            row(cells, words);
        }
    }
}

fn row(cells: &[String], words: &mut String) {
    let cells: Vec<String> =
        cells.iter().map(|cell| cell.lines().map(str::trim).collect::<Vec<_>>().join(" ")).collect();
    line(words, &cells.join("\t"));
}

/// Only the words are wanted.
struct NoLinks;

impl Links for NoLinks {
    fn link(&self, _target: &str) -> Option<String> {
        None
    }

    fn picture(&self, _target: &str) -> Option<(String, Option<(usize, usize)>)> {
        None
    }

    fn table_label(&self, _number: usize) -> String {
        String::new()
    }
}

fn facets(front: &FrontMatter, words: &mut String) {
    if let Some(guide) = &front.guide {
        let lists =
            [&guide.conditions, &guide.materials, &guide.steps, &guide.basis, &guide.obligations, &guide.rights];
        for entry in lists.into_iter().flatten() {
            line(words, entry);
        }
        for entry in [&guide.time_limit, &guide.fee, &guide.place, &guide.hours, &guide.phone].into_iter().flatten() {
            line(words, entry);
        }
    }
}

fn line(words: &mut String, text: &str) {
    if !words.is_empty() {
        words.push('\n');
    }
    words.push_str(text.trim());
}
