use super::digits::{number, year};
use super::weekday::Weekday;
use jiff::ToSpan as _;
use jiff::civil;
use std::fmt;

const FIRST: civil::Date = civil::date(1900, 1, 1);
const LAST: civil::Date = civil::date(2200, 12, 31);

/// A calendar date from 1900 to 2200. Arithmetic that would leave these years stops at their edge, so no sum of dates
/// can fail.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// The date with this year, month (from 1) and day (from 1), if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = civil::Date::new(year, month, day).ok()?;
        (FIRST..=LAST).contains(&date).then_some(Self(date))
    }

    /// Reads `2026-10-20`, `2026/10/20` or `2026年10月20日`. The last two may have one digit for month and day; a date
    /// that does not exist, and every other writing, is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (month_and_day, digits, first, second, end) = match text.get(4..)?.chars().next()? {
            '-' => (text.get(5..)?, 2..=2, text.get(..4)?, '-', ""),
            '/' => (text.get(5..)?, 1..=2, text.get(..4)?, '/', ""),
            '年' => (text.get(7..)?, 1..=2, text.get(..4)?, '月', "日"),
            _ => return None,
        };
        let (month, day) = month_and_day.strip_suffix(end)?.split_once(second)?;
        let month = i8::try_from(number(month, digits.clone())?).ok()?;
        let day = i8::try_from(number(day, digits)?).ok()?;
        Self::new(year(first)?, month, day)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// The date this many calendar days later, or earlier where negative.
    #[must_use]
    pub fn add_days(self, days: i64) -> Self {
        let days = days.clamp(-200_000, 200_000);
        Self::within(self.0.saturating_add(days.days()))
    }

    /// The same day of the month this many months later, or the month's last day where it is shorter.
    #[must_use]
    pub fn add_months(self, months: i32) -> Self {
        let months = months.clamp(-10_000, 10_000);
        Self::within(self.0.saturating_add(months.months()))
    }

    /// Calendar days from `other` to this date; negative where `other` is later.
    pub fn days_since(self, other: Self) -> i64 {
        self.0.duration_since(other.0).as_hours() / 24
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            civil::Weekday::Monday => Weekday::Monday,
            civil::Weekday::Tuesday => Weekday::Tuesday,
            civil::Weekday::Wednesday => Weekday::Wednesday,
            civil::Weekday::Thursday => Weekday::Thursday,
            civil::Weekday::Friday => Weekday::Friday,
            civil::Weekday::Saturday => Weekday::Saturday,
            civil::Weekday::Sunday => Weekday::Sunday,
        }
    }

    /// The date in Chinese: `2026年10月9日`.
    pub fn chinese(self) -> String {
        format!("{}年{}月{}日", self.year(), self.month(), self.day())
    }

    /// The date this many days after 1 January 1970.
    pub(super) fn from_unix_days(days: i64) -> Self {
        Self(civil::date(1970, 1, 1)).add_days(days)
    }

    /// The first day of a month, counted in months since the year 0 began.
    pub(super) fn month_start(months: i32) -> Self {
        Self(civil::date(2000, 1, 1)).add_months(months.saturating_sub(24_000))
    }

    /// The last day of this date's month.
    pub(super) fn month_end(self) -> Self {
        Self(self.0.last_of_month())
    }

    fn within(date: civil::Date) -> Self {
        Self(date.clamp(FIRST, LAST))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn three_writings_are_one_date() {
        for text in ["2026-10-02", "2026/10/02", "2026/10/2", "2026年10月02日", "2026年10月2日"] {
            assert_eq!(Date::parse(text), Date::new(2026, 10, 2), "{text}");
        }
    }

    #[test]
    fn other_writings_and_impossible_dates_are_refused() {
        for text in [
            "",
            "2026",
            "20261020",
            "26-1-2",
            "2026-1-2",
            "2026-01-2",
            "2026-10-20 ",
            " 2026-10-20",
            "2026-10/20",
            "2026/10-20",
            "2026.10.20",
            "2026年10月20",
            "2026年10-20日",
            "2026-10-20日",
            "2026年10月20号",
            "２０２６-10-20",
            "年月日年月日",
            "+026-10-20",
            "2026/+1/20",
            "2026/001/20",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "1899-12-31",
            "2201-01-01",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2028-02-29").is_some());
    }

    #[test]
    fn a_date_is_written_for_files_for_people_and_for_machines() {
        let day = date("2026-10-09");
        assert_eq!(day.to_string(), "2026-10-09");
        assert_eq!(day.chinese(), "2026年10月9日");
        assert_eq!((day.weekday(), day.weekday().number(), day.weekday().chinese()), (Weekday::Friday, 5, "星期五"));
    }

    #[test]
    fn a_month_after_the_31st_is_the_last_of_the_shorter_month() {
        assert_eq!(date("2026-01-31").add_months(1), date("2026-02-28"));
        assert_eq!(date("2028-03-31").add_months(-1), date("2028-02-29"));
        assert_eq!(date("2026-10-09").add_months(15), date("2028-01-09"));
    }

    #[test]
    fn arithmetic_stops_at_the_last_year() {
        assert_eq!(date("2026-10-09").add_days(i64::MAX), date("2200-12-31"));
        assert_eq!(date("2026-10-09").add_days(i64::MIN), date("1900-01-01"));
        assert_eq!(date("2026-10-09").add_months(i32::MAX), date("2200-12-31"));
        assert_eq!(date("2026-10-09").add_months(i32::MIN), date("1900-01-01"));
    }

    proptest! {
        #[test]
        fn a_date_reads_back_what_it_writes(days in 0i64..100_000) {
            let day = date("1900-01-01").add_days(days);
            prop_assert_eq!(Date::parse(&day.to_string()), Some(day));
            prop_assert_eq!(Date::parse(&day.chinese()), Some(day));
            prop_assert_eq!(Date::parse(&day.to_string().replace('-', "/")), Some(day));
            prop_assert_eq!(day.days_since(date("1900-01-01")), days);
            prop_assert_eq!(i64::from(day.weekday().number()), days % 7 + 1);
        }

        #[test]
        fn dates_sort_like_what_they_write(a in 0i64..100_000, b in 0i64..100_000) {
            let (a, b) = (date("1900-01-01").add_days(a), date("1900-01-01").add_days(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn no_text_makes_reading_fail(text in "\\PC{0,14}") {
            let _ = Date::parse(&text);
        }
    }
}
