//! An attachment named `a.xls`, whatever it holds.
#![no_main]

use gongkai::attachment::{TableSpec, read, table};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let extract = read("a.xls", bytes);
    let _ = extract.text();
    let _ = extract.passages().count();
    let _ = table(&TableSpec::default(), &extract, &|_, text| text.to_owned());
});
