//! The only place that asks the system what time it is; everywhere else today is an argument.

use super::date::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// China has one time zone and no summer time, so eight hours are all there is to know.
const HOURS_AHEAD: i64 = 8;

/// Today's date in Asia/Shanghai (UTC+8), wherever the machine stands.
pub fn today() -> Date {
    #[expect(clippy::disallowed_methods, reason = "this is the door to the system clock")]
    let now = SystemTime::now();
    let seconds = now.duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    date_at(seconds)
}

/// The date in China at a moment, in seconds since 1970 began in UTC.
fn date_at(seconds: i64) -> Date {
    Date::from_unix_days((seconds + HOURS_AHEAD * 3600).div_euclid(86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_china() {
        assert_eq!(date_at(0).to_string(), "1970-01-01");
        assert_eq!(date_at(1_791_475_199).to_string(), "2026-10-08");
        assert_eq!(date_at(1_791_475_200).to_string(), "2026-10-09");
    }
}
