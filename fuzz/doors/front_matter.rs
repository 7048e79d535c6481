//! An item's file as it was typed: front matter, body, places of findings.
#![no_main]

use gongkai::parse::draft;
use gongkai::source::Source;
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|bytes: &[u8]| {
    let path: Arc<str> = Arc::from("content/a.md");
    if let Ok(source) = Source::from_bytes(&path, bytes.to_vec()) {
        let draft = draft(&source);
        for place in draft.report.findings().iter().filter_map(|finding| finding.place.as_ref()) {
            let _ = format!("{place:?}");
        }
        let _ = draft.body();
    }
});
