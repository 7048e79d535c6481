//! Periods, dates, lengths of time, days off.
#![no_main]

use gongkai::calendar::{Date, Length, Period, Stamp, Workdays};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(period) = Period::parse(text) {
        assert!(period.start() <= period.end());
        assert_eq!(Period::parse(&period.to_string()), Some(period), "{period} is not read as written");
        let _ = (period.chinese(), period.short_chinese());
    }
    let _ = (Date::parse(text), Length::parse(text), Stamp::parse(text));
    let _ = Workdays::with_board_years(text);
});
