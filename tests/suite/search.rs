//! The index that the browser test of search stands on. It is kept in `tests/browser/search/index`, so that the script
//! in the browser is tested against what this program writes, and a change of either is seen.
#![cfg(feature = "words")]

use gongkai::search::{Entry, Index, Indexing, Label, State};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn the_browser_is_tested_with_the_index_that_is_written_today() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/search");
    let entries = fs::read_to_string(folder.join("entries.json")).expect("the entries are read");
    let entries: Vec<Value> = serde_json::from_str(&entries).expect("the entries are JSON");
    let written = index(&entries);
    let kept = folder.join("index");
    if std::env::var_os("UPDATE").is_some() {
        drop(fs::remove_dir_all(&kept));
        for (path, bytes) in &written {
            let path = kept.join(path);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder is made");
            fs::write(path, bytes).expect("the file is written");
        }
    }
    for (path, bytes) in &written {
        let there = fs::read_to_string(kept.join(path)).unwrap_or_default();
        assert_eq!(String::from_utf8_lossy(bytes), there, "{path} is not as kept; UPDATE=1 renews it");
    }
    let count = |folder: &Path| fs::read_dir(folder).map_or(0, Iterator::count);
    let kept = ["keys", "facets", "records", "texts"].map(|kind| count(&kept.join(kind))).iter().sum::<usize>();
    assert_eq!(kept + 2, written.len(), "a file is kept that is no longer written");
}

fn index(entries: &[Value]) -> BTreeMap<String, Vec<u8>> {
    let indexing = Indexing::load();
    let mut index = Index::default();
    let mut files = BTreeMap::new();
    for entry in entries {
        let categories: Vec<Label> = entry["categories"].as_array().into_iter().flatten().map(label).collect();
        let text = |key: &str| entry[key].as_str().unwrap_or_default();
        let entry = Entry {
            address: text("address"),
            title: text("title"),
            number: text("number"),
            index: text("index"),
            summary: text("summary"),
            text: text("text"),
            date: text("date"),
            section: Some(label(&entry["section"])),
            categories: &categories,
            unit: Some(label(&entry["unit"])),
            state: state(text("state")),
        };
        index.add(indexing.read(&entry), |file| drop(files.insert(file.path, file.bytes)));
    }
    index.finish(&indexing, |file| drop(files.insert(file.path, file.bytes)));
    files
}

fn label(pair: &Value) -> Label<'_> {
    Label { id: pair[0].as_str().unwrap_or_default(), name: pair[1].as_str().unwrap_or_default() }
}

fn state(id: &str) -> State {
    match id {
        "valid" => State::Valid,
        "repealed" => State::Repealed,
        "expired" => State::Expired,
        "past" => State::Past,
        "withdrawn" => State::Withdrawn,
        other => panic!("there is no state {other}"),
    }
}
