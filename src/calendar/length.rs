use super::date::Date;
use super::digits::number;
use super::workdays::{Counted, Workdays};
use crate::text::Text;
use std::fmt;

/// In what a length of time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LengthUnit {
    /// Calendar days (天).
    Days,
    /// Working days (工作日).
    WorkingDays,
    /// Weeks (周).
    Weeks,
    /// Calendar months (个月).
    Months,
}

/// A length of time as rules and settings write it: `15 days`, `20 working days`, `2 weeks`, `12 months`, or in Chinese
/// `15天`, `20个工作日`, `2周`, `12个月`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: LengthUnit,
}

impl Length {
    /// So many calendar days.
    pub const fn days(count: u16) -> Self {
        Self { count, unit: LengthUnit::Days }
    }

    /// So many working days.
    pub const fn working_days(count: u16) -> Self {
        Self { count, unit: LengthUnit::WorkingDays }
    }

    /// So many weeks.
    pub const fn weeks(count: u16) -> Self {
        Self { count, unit: LengthUnit::Weeks }
    }

    /// So many months.
    pub const fn months(count: u16) -> Self {
        Self { count, unit: LengthUnit::Months }
    }

    /// Reads a length in either language: a number of up to four digits and a unit.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, unit) = text.split_at(text.find(|character: char| !character.is_ascii_digit())?);
        let unit = match unit.trim_start().to_ascii_lowercase().as_str() {
            "day" | "days" | "calendar day" | "calendar days" | "天" | "日" | "个自然日" | "自然日" => {
                LengthUnit::Days
            }
            "working day" | "working days" | "workday" | "workdays" | "个工作日" | "工作日" => {
                LengthUnit::WorkingDays
            }
            "week" | "weeks" | "周" | "个星期" | "星期" => LengthUnit::Weeks,
            "month" | "months" | "个月" => LengthUnit::Months,
            _ => return None,
        };
        Some(Self { count: number(digits, 1..=4)?, unit })
    }

    /// The last day of this length of time after a date, which itself is not counted. Only working days can meet a
    /// year whose days off are not known.
    pub fn after(self, date: Date, workdays: &Workdays) -> Counted {
        let certain = |date| Counted { date, complete: true };
        match self.unit {
            LengthUnit::Days => certain(date.add_days(i64::from(self.count))),
            LengthUnit::WorkingDays => workdays.add(date, u32::from(self.count)),
            LengthUnit::Weeks => certain(date.add_days(i64::from(self.count) * 7)),
            LengthUnit::Months => certain(date.add_months(i32::from(self.count))),
        }
    }

    /// The length in both languages: `20个工作日`, `20 working days`.
    pub fn text(self) -> Text {
        Text { zh: self.chinese(), en: self.to_string() }
    }

    /// The length in Chinese: `20个工作日`.
    pub fn chinese(self) -> String {
        let unit = match self.unit {
            LengthUnit::Days => "天",
            LengthUnit::WorkingDays => "个工作日",
            LengthUnit::Weeks => "周",
            LengthUnit::Months => "个月",
        };
        format!("{}{unit}", self.count)
    }
}

/// Writes the English form, which is also the one for settings.
impl fmt::Display for Length {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            LengthUnit::Days => "day",
            LengthUnit::WorkingDays => "working day",
            LengthUnit::Weeks => "week",
            LengthUnit::Months => "month",
        };
        write!(out, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lengths_are_read_in_both_languages() {
        for (length, writings) in [
            (Length::days(15), ["15 days", "15天", "15日", "15 天", "15days", " 15 Days "].as_slice()),
            (Length::days(1), &["1 day", "1天"]),
            (Length::working_days(20), &["20 working days", "20个工作日", "20工作日", "20 workdays", "20 个工作日"]),
            (Length::weeks(2), &["2 weeks", "2周", "2个星期"]),
            (Length::months(12), &["12 months", "12个月"]),
        ] {
            for writing in writings {
                assert_eq!(Length::parse(writing), Some(length), "{writing}");
            }
            assert_eq!((length.to_string().as_str(), length.text().en.as_str()), (writings[0], writings[0]));
            assert_eq!(length.text().zh, writings[1]);
        }
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for text in
            ["", "15", "days", "-3 days", "1.5 months", "十五天", "12月", "15 hours", "15 days later", "99999 days"]
        {
            assert_eq!(Length::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_length_ends_on_its_last_day() {
        let (from, workdays) = (Date::new(2026, 9, 30).unwrap(), Workdays::built_in());
        let mut told = Vec::new();
        for length in [Length::days(15), Length::working_days(15), Length::weeks(2), Length::months(5)] {
            let Counted { date, complete } = length.after(from, &workdays);
            told.push(format!("{length}: {date} {complete}"));
        }
        let distant = Length::working_days(80).after(from, &workdays);
        told.push(format!("80 working days: {} {}", distant.date, distant.complete));
        insta::assert_snapshot!(told.join("\n"), @r"
        15 days: 2026-10-15 true
        15 working days: 2026-10-27 true
        2 weeks: 2026-10-14 true
        5 months: 2027-02-28 true
        80 working days: 2027-01-26 false
        ");
    }

    proptest! {
        #[test]
        fn a_length_reads_back_what_it_writes(count in 0u16..10_000, unit in 0usize..4) {
            let unit = [LengthUnit::Days, LengthUnit::WorkingDays, LengthUnit::Weeks, LengthUnit::Months][unit];
            let length = Length { count, unit };
            prop_assert_eq!(Length::parse(&length.to_string()), Some(length));
            prop_assert_eq!(Length::parse(&length.chinese()), Some(length));
        }
    }
}
