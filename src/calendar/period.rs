use super::date::Date;
use super::digits::{number, year};
use std::fmt;

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    /// 年
    Year,
    /// 半年
    Half,
    /// 季度
    Quarter,
    /// 月
    Month,
}

impl PeriodKind {
    /// The length in months.
    pub fn months(self) -> u8 {
        match self {
            Self::Year => 12,
            Self::Half => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }
}

/// What a periodic item is about (所属期): a year, or a numbered part of one, from 1. Periods of one kind sort by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// `2026`
    Year(i16),
    /// `2026-H1`
    Half(i16, u8),
    /// `2026-Q3`
    Quarter(i16, u8),
    /// `2026-09`
    Month(i16, u8),
}

impl Period {
    /// Reads `2026`, `2026-H1`, `2026-Q3`, `2026-09`, or the same in Chinese: `2026年`, `2026年上半年`,
    /// `2026年第三季度`, `2026年9月`.
    pub fn parse(text: &str) -> Option<Self> {
        let (start, rest) = text.split_at_checked(4)?;
        let year = year(start)?;
        if let Some(part) = rest.strip_prefix('-') {
            return match part.as_bytes() {
                [b'H', half @ b'1'..=b'2'] => Some(Self::Half(year, half - b'0')),
                [b'Q', quarter @ b'1'..=b'4'] => Some(Self::Quarter(year, quarter - b'0')),
                [_, _] => month(part, 2).map(|month| Self::Month(year, month)),
                _ => None,
            };
        }
        match rest.strip_prefix('年') {
            None => rest.is_empty().then_some(Self::Year(year)),
            Some("" | "度") => Some(Self::Year(year)),
            Some("上半年") => Some(Self::Half(year, 1)),
            Some("下半年") => Some(Self::Half(year, 2)),
            Some(part) => match part.strip_suffix("季度") {
                Some(quarter) => {
                    Some(Self::Quarter(year, quarter_number(quarter.strip_prefix('第').unwrap_or(quarter))?))
                }
                None => Some(Self::Month(year, month(part.strip_suffix('份').unwrap_or(part).strip_suffix('月')?, 1)?)),
            },
        }
    }

    /// The period of a kind that a date lies in.
    pub fn containing(kind: PeriodKind, date: Date) -> Self {
        let months = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        Self::at(kind, months / i32::from(kind.months()))
    }

    /// Whether it is a year, a half, a quarter or a month.
    pub fn kind(self) -> PeriodKind {
        match self {
            Self::Year(_) => PeriodKind::Year,
            Self::Half(..) => PeriodKind::Half,
            Self::Quarter(..) => PeriodKind::Quarter,
            Self::Month(..) => PeriodKind::Month,
        }
    }

    /// The year that it is, or is part of.
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Half(year, _) | Self::Quarter(year, _) | Self::Month(year, _) => year,
        }
    }

    /// The first day.
    pub fn start(self) -> Date {
        Date::month_start(self.position() * i32::from(self.kind().months()))
    }

    /// The last day.
    pub fn end(self) -> Date {
        Date::month_start((self.position() + 1) * i32::from(self.kind().months()) - 1).month_end()
    }

    /// The period of the same kind after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self::at(self.kind(), self.position() + 1)
    }

    /// The period of the same kind before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::at(self.kind(), self.position() - 1)
    }

    /// The Chinese name: `2026年第三季度`.
    pub fn chinese(self) -> String {
        match self {
            Self::Year(year) => format!("{year}年"),
            _ => format!("{}年{}", self.year(), self.short_chinese()),
        }
    }

    /// The Chinese name without its year, for where the year is clear: `第三季度`. A year keeps its number.
    pub fn short_chinese(self) -> String {
        match self {
            Self::Year(year) => format!("{year}年"),
            Self::Half(_, 1) => "上半年".to_owned(),
            Self::Half(..) => "下半年".to_owned(),
            Self::Quarter(_, quarter) => {
                let number = ["一", "二", "三"].get(usize::from(quarter.saturating_sub(1))).unwrap_or(&"四");
                format!("第{number}季度")
            }
            Self::Month(_, month) => format!("{month}月"),
        }
    }

    /// The number of periods of this kind between the year 0 and this one.
    fn position(self) -> i32 {
        let number = match self {
            Self::Year(_) => 1,
            Self::Half(_, number) | Self::Quarter(_, number) | Self::Month(_, number) => number,
        };
        i32::from(self.year()) * i32::from(12 / self.kind().months()) + i32::from(number) - 1
    }

    fn at(kind: PeriodKind, position: i32) -> Self {
        let parts = i32::from(12 / kind.months());
        let year = position.div_euclid(parts) as i16;
        let number = position.rem_euclid(parts) as u8 + 1;
        match kind {
            PeriodKind::Year => Self::Year(year),
            PeriodKind::Half => Self::Half(year, number),
            PeriodKind::Quarter => Self::Quarter(year, number),
            PeriodKind::Month => Self::Month(year, number),
        }
    }
}

fn month(text: &str, at_least: usize) -> Option<u8> {
    let month = u8::try_from(number(text, at_least..=2)?).ok()?;
    (1..=12).contains(&month).then_some(month)
}

fn quarter_number(text: &str) -> Option<u8> {
    match text {
        "1" | "一" => Some(1),
        "2" | "二" => Some(2),
        "3" | "三" => Some(3),
        "4" | "四" => Some(4),
        _ => None,
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Half(year, half) => write!(out, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(out, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KINDS: [PeriodKind; 4] = [PeriodKind::Year, PeriodKind::Half, PeriodKind::Quarter, PeriodKind::Month];

    #[test]
    fn periods_are_read_in_both_writings() {
        for (period, writings) in [
            (Period::Year(2026), ["2026", "2026年", "2026年度"].as_slice()),
            (Period::Half(2026, 1), &["2026-H1", "2026年上半年"]),
            (Period::Half(2026, 2), &["2026-H2", "2026年下半年"]),
            (Period::Quarter(2026, 3), &["2026-Q3", "2026年第三季度", "2026年三季度", "2026年第3季度", "2026年3季度"]),
            (Period::Month(2026, 9), &["2026-09", "2026年9月", "2026年09月", "2026年9月份"]),
            (Period::Month(2026, 12), &["2026-12", "2026年12月"]),
        ] {
            for writing in writings {
                assert_eq!(Period::parse(writing), Some(period), "{writing}");
            }
            assert_eq!(period.to_string(), writings[0]);
        }
    }

    #[test]
    fn other_writings_are_no_period() {
        for text in [
            "",
            "26",
            "20261",
            "2026-",
            "2026-9",
            "2026-13",
            "2026-00",
            "2026-H3",
            "2026-H0",
            "2026-Q5",
            "2026-Q0",
            "2026-q3",
            "2026Q3",
            "2026-Q3 ",
            "2026-09-01",
            "2026年13月",
            "2026年0月",
            "2026年五季度",
            "2026年第季度",
            "2026年9",
            "2026年9月1日",
            "1899",
            "三季度",
            "第三季度",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_has_its_first_and_last_day_and_its_chinese_name() {
        let mut told = Vec::new();
        for text in ["2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q3", "2026-Q4", "2028-02", "2026-09"] {
            let period = Period::parse(text).unwrap();
            told.push(format!(
                "{period} {}..{} {} {}",
                period.start(),
                period.end(),
                period.chinese(),
                period.short_chinese()
            ));
        }
        insta::assert_snapshot!(told.join("\n"), @r"
        2026 2026-01-01..2026-12-31 2026年 2026年
        2026-H1 2026-01-01..2026-06-30 2026年上半年 上半年
        2026-H2 2026-07-01..2026-12-31 2026年下半年 下半年
        2026-Q1 2026-01-01..2026-03-31 2026年第一季度 第一季度
        2026-Q3 2026-07-01..2026-09-30 2026年第三季度 第三季度
        2026-Q4 2026-10-01..2026-12-31 2026年第四季度 第四季度
        2028-02 2028-02-01..2028-02-29 2028年2月 2月
        2026-09 2026-09-01..2026-09-30 2026年9月 9月
        ");
    }

    #[test]
    fn the_years_edges_are_crossed() {
        assert_eq!(Period::Quarter(2026, 4).next(), Period::Quarter(2027, 1));
        assert_eq!(Period::Half(2026, 1).previous(), Period::Half(2025, 2));
        assert_eq!(Period::Month(2026, 12).next(), Period::Month(2027, 1));
        assert_eq!(Period::Year(2026).previous(), Period::Year(2025));
        assert!(Period::Quarter(2026, 4) < Period::Quarter(2027, 1));
    }

    proptest! {
        #[test]
        fn the_period_that_holds_a_date_borders_on_its_neighbours(days in 400i64..109_000, kind in 0usize..4) {
            let day = Date::from_unix_days(-25_567).add_days(days);
            let period = Period::containing(KINDS[kind], day);
            prop_assert!(period.start() <= day && day <= period.end());
            prop_assert_eq!(period.kind(), KINDS[kind]);
            prop_assert_eq!(period.year(), day.year());
            prop_assert_eq!(period.next().previous(), period);
            prop_assert_eq!(period.previous().next(), period);
            prop_assert_eq!(period.next().start(), period.end().add_days(1));
            prop_assert!(period.previous() < period && period < period.next());
        }

        #[test]
        fn a_period_reads_back_what_it_writes(days in 0i64..109_000, kind in 0usize..4) {
            let period = Period::containing(KINDS[kind], Date::from_unix_days(-25_567).add_days(days));
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            prop_assert_eq!(Period::parse(&period.chinese()), Some(period));
        }

        #[test]
        fn no_text_makes_reading_fail(text in "\\PC{0,12}") {
            let _ = Period::parse(&text);
        }
    }
}
