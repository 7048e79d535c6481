//! What must not be published, and document numbers written wrongly, in running text.
#![no_main]

use gongkai::calendar::Date;
use gongkai::scan::{Kind, OfficeWords, Passage, Setting, in_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(today) = Date::parse("2026-11-20") else { return };
    let office = OfficeWords { self_names: vec!["镇".to_owned()], public_phones: Vec::new(), today };
    let passage = Passage::new(text);
    let setting = Setting::new(Kind::Prose, &office);
    for (_, find) in in_text(&passage, &setting) {
        let _ = format!("{find:?}");
    }
});
