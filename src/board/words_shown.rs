use super::item::Item;
use crate::markdown::{Links, html, plain, words};
use crate::parse::FrontMatter;

/// The words that an item's page shows of its body and facets, one block a line: for the search index and for plain
/// text. Empty where the item shows no content.
pub fn words_shown(item: &Item) -> String {
    if !item.shows_content() {
        return String::new();
    }
    // What is written as HTML, such as a table with merged cells, shows as it is cleaned, so it is read after that.
    let mut words = match item.draft.outline.raw_html.is_empty() {
        true => plain(item.draft.body()),
        false => words(&html(item.draft.body(), item.title(), &NoLinks)),
    };
    facets(item.front(), &mut words);
    for file in item.attached.iter().filter(|file| file.listed && file.path.is_some()) {
        line(&mut words, &file.title);
    }
    words
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
