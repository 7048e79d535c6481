//! A page's text on its way into the search index.
#![no_main]

use gongkai::search::{Entry, Indexing, State};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static INDEXING: LazyLock<Indexing> = LazyLock::new(Indexing::load);

fuzz_target!(|text: &str| {
    let (title, text) = text.split_once('\n').unwrap_or(("", text));
    let entry = Entry {
        address: "a/index.html",
        title,
        number: title,
        index: "",
        summary: "",
        text,
        section: None,
        categories: &[],
        unit: None,
        date: "2026-07-14",
        state: State::Valid,
    };
    let _ = INDEXING.read(&entry);
});
