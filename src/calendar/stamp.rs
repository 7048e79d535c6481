use super::date::Date;
use super::digits::number;
use std::fmt;

/// A date, with the time of day where one was written. A date alone sorts before the times of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    date: Date,
    time: Option<(u8, u8)>,
}

impl Stamp {
    /// Reads a date as [`Date::parse`] does, alone or followed by a space or `T` and `09:10` or `09:10:30`. Seconds are
    /// not kept.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once([' ', 'T']) {
            None => Date::parse(text).map(Self::from),
            Some((date, time)) => Some(Self { date: Date::parse(date)?, time: Some(time_of_day(time)?) }),
        }
    }

    /// The date.
    pub fn date(self) -> Date {
        self.date
    }

    /// Hour and minute, where written.
    pub fn time(self) -> Option<(u8, u8)> {
        self.time
    }

    /// The value of HTML's `datetime`: `2026-10-09T09:10` or `2026-10-09`.
    pub fn iso(self) -> String {
        self.joined('T')
    }

    /// The moment in China's time zone, at midnight where no time was written: `2026-10-09T09:10:00+08:00`.
    pub fn rfc3339(self) -> String {
        let (hour, minute) = self.time.unwrap_or_default();
        format!("{}T{hour:02}:{minute:02}:00+08:00", self.date)
    }

    fn joined(self, separator: char) -> String {
        match self.time {
            None => self.date.to_string(),
            Some((hour, minute)) => format!("{}{separator}{hour:02}:{minute:02}", self.date),
        }
    }
}

impl From<Date> for Stamp {
    fn from(date: Date) -> Self {
        Self { date, time: None }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.joined(' '))
    }
}

fn time_of_day(text: &str) -> Option<(u8, u8)> {
    let mut parts = text.splitn(3, ':');
    let hour = u8::try_from(number(parts.next()?, 2..=2)?).ok()?;
    let minute = u8::try_from(number(parts.next()?, 2..=2)?).ok()?;
    let second = parts.next().map_or(Some(0), |second| number(second, 2..=2))?;
    (hour < 24 && minute < 60 && second < 60).then_some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_may_follow_any_writing_of_the_date() {
        for text in
            ["2026-10-09 09:10", "2026-10-09T09:10", "2026-10-09 09:10:59", "2026/10/9 09:10", "2026年10月9日 09:10"]
        {
            let stamp = Stamp::parse(text).unwrap();
            assert_eq!((stamp.date(), stamp.time()), (Date::new(2026, 10, 9).unwrap(), Some((9, 10))), "{text}");
            assert_eq!(stamp.to_string(), "2026-10-09 09:10");
            assert_eq!(stamp.iso(), "2026-10-09T09:10");
            assert_eq!(stamp.rfc3339(), "2026-10-09T09:10:00+08:00");
            assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp));
            assert_eq!(Stamp::parse(&stamp.iso()), Some(stamp));
        }
    }

    #[test]
    fn a_date_alone_has_no_time_and_comes_first() {
        let stamp = Stamp::parse("2026-10-09").unwrap();
        assert_eq!(stamp.time(), None);
        assert_eq!((stamp.to_string(), stamp.iso()), ("2026-10-09".into(), "2026-10-09".into()));
        assert_eq!(stamp.rfc3339(), "2026-10-09T00:00:00+08:00");
        assert!(stamp < Stamp::parse("2026-10-09 00:00").unwrap());
        assert!(stamp > Stamp::parse("2026-10-08 23:59").unwrap());
    }

    #[test]
    fn a_time_that_no_clock_shows_is_refused() {
        for text in [
            "2026-10-09 24:00",
            "2026-10-09 09:60",
            "2026-10-09 09:10:60",
            "2026-10-09 9:10",
            "2026-10-09 09",
            "2026-10-09 09:10:00:00",
            "2026-10-09  09:10",
            "2026-10-09 ",
            "2026-10-09T09:10Z",
            "2026-10-0909:10",
            "09:10",
            "2026-1-2 09:10",
        ] {
            assert_eq!(Stamp::parse(text), None, "{text}");
        }
    }
}
