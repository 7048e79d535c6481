use super::date::Date;
use super::day_rows::{Exceptions, RowProblem, day_rows};
use std::sync::Arc;

/// The days off and the weekends worked by the yearly notices of the State Council, 2015 to 2026.
const BUILT_IN: &str = include_str!("../../data/cn-workdays.csv");

/// Which days are worked in China. A clone shares the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workdays {
    exceptions: Arc<Exceptions>,
}

/// A date that was reached by counting days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The date.
    pub date: Date,
    /// Whether the days off of all years on the way are known; otherwise they were counted as Monday to Friday.
    pub complete: bool,
}

/// How many working days there are between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayCount {
    /// The number of working days.
    pub days: u32,
    /// Whether the days off of all years on the way are known; otherwise they were counted as Monday to Friday.
    pub complete: bool,
}

impl Workdays {
    /// The table that comes with the program.
    pub fn built_in() -> Self {
        Self { exceptions: Arc::new(day_rows(BUILT_IN).0) }
    }

    /// The table that comes with the program, with the rows of a board's own `content/workdays.csv` laid over it: same
    /// columns `date,kind,name`, one row a day. A year with a row counts as known.
    pub fn with_board_years(csv: &str) -> (Self, Vec<RowProblem>) {
        let (mut exceptions, _) = day_rows(BUILT_IN);
        let (own, problems) = day_rows(csv);
        exceptions.extend(own);
        (Self { exceptions: Arc::new(exceptions) }, problems)
    }

    /// Whether a day is worked. Without a notice for its year, Monday to Friday are.
    pub fn is_workday(&self, date: Date) -> bool {
        self.exceptions.get(&date).copied().unwrap_or(!date.weekday().is_weekend())
    }

    /// Whether the days off of a year are known.
    pub fn has_data(&self, year: i16) -> bool {
        match (Date::new(year, 1, 1), Date::new(year, 12, 31)) {
            (Some(first), Some(last)) => self.exceptions.range(first..=last).next().is_some(),
            _ => false,
        }
    }

    /// The date `days` working days after `date`, which itself is not counted. No days lead to `date` itself.
    pub fn add(&self, date: Date, days: u32) -> Counted {
        let mut counted = Counted { date, complete: true };
        let mut left = days;
        while left > 0 {
            let next = counted.date.add_days(1);
            if next == counted.date {
                return Counted { complete: false, ..counted };
            }
            counted = Counted { date: next, complete: counted.complete && self.has_data(next.year()) };
            left -= u32::from(self.is_workday(next));
        }
        counted
    }

    /// The working days from `from` to `to`, both counted; none where `to` is earlier.
    pub fn between(&self, from: Date, to: Date) -> DayCount {
        let mut count = DayCount { days: 0, complete: true };
        for offset in 0..=to.days_since(from) {
            count.days += u32::from(self.is_workday(from.add_days(offset)));
        }
        if from <= to {
            count.complete = (from.year()..=to.year()).all(|year| self.has_data(year));
        }
        count
    }

    /// The working days left from the end of `today` to the end of `end`: today is not counted, `end` is.
    pub fn until(&self, today: Date, end: Date) -> DayCount {
        if end <= today {
            return DayCount { days: 0, complete: true };
        }
        self.between(today.add_days(1), end)
    }

    /// The days from `from` to `to` that differ from their weekday, and whether each is worked: what a page needs to
    /// count the days left by itself.
    pub fn browser_table(&self, from: Date, to: Date) -> Vec<(Date, bool)> {
        if to < from {
            return Vec::new();
        }
        let days = self.exceptions.range(from..=to).map(|(&date, &worked)| (date, worked));
        days.filter(|&(date, worked)| worked == date.weekday().is_weekend()).collect()
    }
}

impl Default for Workdays {
    fn default() -> Self {
        Self::built_in()
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
    fn the_built_in_table_has_no_faults() {
        assert_eq!(day_rows(BUILT_IN).1, []);
        assert_eq!(day_rows(BUILT_IN).0.len(), 411);
    }

    #[test]
    fn each_year_has_as_many_working_days_as_its_notice_left() {
        let workdays = Workdays::built_in();
        let years = [249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248];
        for (year, days) in (2015..).zip(years) {
            let count = workdays.between(Date::new(year, 1, 1).unwrap(), Date::new(year, 12, 31).unwrap());
            assert_eq!(count, DayCount { days, complete: true }, "{year}");
        }
        assert!(!workdays.has_data(2014));
        assert!(!workdays.has_data(2027));
        assert!(!workdays.has_data(i16::MAX));
    }

    #[test]
    fn counting_skips_days_off_and_counts_weekends_worked() {
        let workdays = Workdays::built_in();
        for (from, days, to) in [
            ("2025-01-20", 20, "2025-02-21"),
            ("2026-02-10", 20, "2026-03-16"),
            ("2026-09-18", 20, "2026-10-22"),
            ("2024-09-27", 5, "2024-10-10"),
            ("2025-12-31", 1, "2026-01-04"),
            ("2026-02-12", 7, "2026-02-28"),
            ("2026-10-09", 0, "2026-10-09"),
        ] {
            assert_eq!(
                workdays.add(date(from), days),
                Counted { date: date(to), complete: true },
                "{from} + {days} working days"
            );
            assert_eq!(workdays.until(date(from), date(to)), DayCount { days, complete: true }, "{from} until {to}");
        }
    }

    #[test]
    fn a_year_without_data_is_a_weekday_guess() {
        let workdays = Workdays::built_in();
        assert_eq!(
            workdays.add(date("2026-12-31"), 1),
            Counted { date: date("2027-01-01"), complete: false },
            "a Friday"
        );
        assert_eq!(workdays.add(date("2026-12-25"), 4), Counted { date: date("2026-12-31"), complete: true });
        assert_eq!(workdays.between(date("2026-12-28"), date("2027-01-03")), DayCount { days: 5, complete: false });
    }

    #[test]
    fn both_ends_of_a_publicity_are_counted_and_a_span_that_ends_before_it_starts_has_no_days() {
        let workdays = Workdays::built_in();
        assert_eq!(workdays.between(date("2026-10-08"), date("2026-10-10")).days, 3, "10 October is a Saturday worked");
        assert_eq!(workdays.between(date("2026-10-08"), date("2026-10-08")).days, 1);
        assert_eq!(workdays.between(date("2026-10-08"), date("2026-10-07")), DayCount { days: 0, complete: true });
        assert_eq!(workdays.until(date("2026-10-08"), date("2026-10-08")), DayCount { days: 0, complete: true });
        assert_eq!(workdays.until(date("2027-10-08"), date("2026-10-08")), DayCount { days: 0, complete: true });
    }

    #[test]
    fn a_board_adds_the_next_year_and_overrules_a_day() {
        let csv = "date,kind,name\n2027-01-01,holiday,元旦\n2026-10-10,holiday,本地放假\n坏行\n";
        let (workdays, problems) = Workdays::with_board_years(csv);
        assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [4]);
        assert_eq!(workdays.add(date("2026-12-31"), 1), Counted { date: date("2027-01-04"), complete: true });
        assert!(!workdays.is_workday(date("2026-10-10")));
        assert!(!workdays.is_workday(date("2026-10-01")));
    }

    #[test]
    fn a_page_is_given_only_the_days_that_differ_from_their_weekday() {
        let workdays = Workdays::built_in();
        let table = workdays.browser_table(date("2026-09-20"), date("2026-10-31"));
        let told: Vec<_> =
            table.iter().map(|(date, worked)| format!("{date} {}", if *worked { "worked" } else { "off" })).collect();
        insta::assert_snapshot!(told.join("\n"), @r"
        2026-09-20 worked
        2026-09-25 off
        2026-10-01 off
        2026-10-02 off
        2026-10-05 off
        2026-10-06 off
        2026-10-07 off
        2026-10-10 worked
        ");
        assert_eq!(workdays.browser_table(date("2026-10-31"), date("2026-09-20")), []);
    }

    #[test]
    fn counting_stops_at_the_last_year_of_all() {
        assert_eq!(
            Workdays::built_in().add(date("2200-12-30"), 9),
            Counted { date: date("2200-12-31"), complete: false }
        );
    }

    proptest! {
        #[test]
        fn counting_forth_lands_on_a_working_day_and_counting_between_finds_the_way(
            offset in 0i64..6_000, days in 1u32..90
        ) {
            let workdays = Workdays::built_in();
            let from = date("2014-06-01").add_days(offset);
            let counted = workdays.add(from, days);
            prop_assert!(workdays.is_workday(counted.date));
            prop_assert_eq!(workdays.until(from, counted.date), DayCount { days, complete: counted.complete });
            prop_assert!(workdays.add(from, days + 1).date > counted.date);
            prop_assert!(workdays.add(from.add_days(1), days).date >= counted.date);
        }

        #[test]
        fn the_browsers_table_says_the_same_as_the_whole_one(offset in 0i64..4_800) {
            let workdays = Workdays::built_in();
            let day = date("2014-06-01").add_days(offset);
            let table = workdays.browser_table(day, day);
            let worked = table.first().map_or(!day.weekday().is_weekend(), |&(_, worked)| worked);
            prop_assert_eq!(worked, workdays.is_workday(day));
        }

        #[test]
        fn no_table_makes_reading_fail(csv in "[0-9a-z,\"\r\n\u{FEFF}休班年/-]{0,60}") {
            let (_, problems) = Workdays::with_board_years(&csv);
            for problem in problems {
                prop_assert!(!problem.span.of(&csv).is_empty());
            }
        }
    }
}
