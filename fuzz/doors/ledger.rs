//! The ledger of what was published, as it may come back from a merge.
#![no_main]

use gongkai::ledger::{Ledger, relink};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let ledger = Ledger::of(text);
    let _ = (ledger.newest(), ledger.unexplained());
    if let Ok(joined) = relink(text) {
        let _ = Ledger::of(&joined);
    }
});
