//! Dates and periods as documents write them.

use super::guess::Guess;
use crate::board::Board;
use crate::calendar::{Date, Period};
use crate::config::CategoryId;
use crate::say;
use crate::term::Cadence;

/// The first date in a text, however it is written: 2026年9月8日, 2026-9-8, 2026.09.08, 二〇二六年九月八日.
pub(super) fn date_in(text: &str) -> Option<Date> {
    let text = arabic(text);
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter(|&at| !text[..at].ends_with(|sign: char| sign.is_ascii_digit())).find_map(|at| starting(&text[at..]))
}

/// The date, where a text is nothing else.
pub(super) fn only_date(text: &str) -> Option<Date> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let long = text.chars().count() > 12 || !text.contains('年') || !text.ends_with('日');
    if long { None } else { starting(&arabic(&text)) }
}

/// The period that a title speaks of, where the items of its category have one of that kind.
pub(super) fn period_of(board: &Board, category: CategoryId, title: &str) -> Option<Guess<Period>> {
    let wanted = board.config.categories.get(category).cadence.and_then(Cadence::period_kind)?;
    let found = period_in(title).filter(|period| period.kind() == wanted)?;
    Some(Guess::likely(found, say!("标题", "the title")))
}

/// The period that a title speaks of; one of its own kind only where it names the year as well.
fn period_in(title: &str) -> Option<Period> {
    let title: String = arabic(title).chars().filter(|sign| !sign.is_whitespace()).collect();
    let starts = title.char_indices().map(|(at, _)| at);
    let years = starts.filter(|&at| !title[..at].ends_with(|sign: char| sign.is_ascii_digit()));
    let mut found = None;
    for at in years {
        let rest = &title[at..];
        let Some(behind) = rest.get(4..).and_then(|behind| behind.strip_prefix('年')) else { continue };
        if !rest[..4].bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let year = &rest[..4];
        let quarter = behind.strip_prefix('第').unwrap_or(behind).chars().next().and_then(|sign| match sign {
            '一' | '1' => Some(1),
            '二' | '2' => Some(2),
            '三' | '3' => Some(3),
            '四' | '4' => Some(4),
            _ => None,
        });
        let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
        let word = if behind.starts_with("上半年") {
            format!("{year}-H1")
        } else if behind.starts_with("下半年") {
            format!("{year}-H2")
        } else if let Some(quarter) = quarter.filter(|_| behind.chars().take(4).any(|sign| sign == '季')) {
            format!("{year}-Q{quarter}")
        } else if let Some(month) = digits.parse::<u8>().ok().filter(|_| behind[digits.len()..].starts_with('月')) {
            format!("{year}-{month:02}")
        } else {
            year.to_owned()
        };
        found = found.or_else(|| Period::parse(&word));
    }
    found
}

fn starting(text: &str) -> Option<Date> {
    let (year, rest) = text.split_at_checked(4)?;
    let year: i16 = year.parse().ok()?;
    let mut numbers = [0_i8; 2];
    let mut rest = rest.trim_start();
    for (number, marks) in numbers.iter_mut().zip([['年', '-', '/', '.'], ['月', '-', '/', '.']]) {
        rest = rest.strip_prefix(marks)?.trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        *number = rest.get(..digits).filter(|_| (1..=2).contains(&digits))?.parse().ok()?;
        rest = rest[digits..].trim_start();
    }
    Date::new(year, numbers[0], numbers[1])
}

/// Chinese digits of dates as Arabic ones: 二〇二六年十月二十一日 is 2026年10月21日.
fn arabic(text: &str) -> String {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |sign: char| match sign {
        '○' | '零' | 'Ｏ' => Some(0),
        _ => DIGITS.chars().position(|known| known == sign),
    };
    let signs: Vec<char> = text.chars().map(wide).collect();
    let mut written = String::with_capacity(text.len());
    for (at, &sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| signs.get(at)).copied().unwrap_or(' ');
        let after = signs.get(at + 1).copied().unwrap_or(' ');
        let in_date = |sign: char| digit(sign).is_some() || "十年月日".contains(sign);
        match (sign, digit(sign)) {
            // 十 between digits only parts them; alone it is a one, or both digits.
            ('十', _) if in_date(before) || in_date(after) => {
                match (digit(before).is_some(), digit(after).is_some()) {
                    (true, true) => {}
                    (true, false) => written.push('0'),
                    (false, true) => written.push('1'),
                    (false, false) => written.push_str("10"),
                }
            }
            (_, Some(digit)) if in_date(before) || in_date(after) => written.push_str(&digit.to_string()),
            _ => written.push(sign),
        }
    }
    written
}

/// Full-width digits as plain ones.
fn wide(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(sign as u32 - '０' as u32 + '0' as u32).unwrap_or(sign),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_found_however_it_is_written() {
        for text in [
            "发布时间：2026-09-08 10:20",
            "2026年9月8日",
            "二〇二六年九月八日",
            "二○二六年九月八日",
            "日期：2026/9/8",
            "2026.09.08",
            "２０２６年９月８日",
            "2026 年 9 月 8 日",
        ] {
            assert_eq!(date_in(text).map(|date| date.to_string()).as_deref(), Some("2026-09-08"), "{text}");
        }
        assert_eq!(date_in("二〇二六年十月二十一日").map(|date| date.to_string()).as_deref(), Some("2026-10-21"));
        assert_eq!(date_in("二〇二六年十二月三十日").map(|date| date.to_string()).as_deref(), Some("2026-12-30"));
        for text in ["电话 0500-6610001", "2026年第三季度", "120263-09-08", "合计 2026.5 万元", "2026-13-08"]
        {
            assert_eq!(date_in(text), None, "{text}");
        }
        assert!(only_date("2026年9月8日").is_some() && only_date("截至2026年9月8日").is_none());
    }

    #[test]
    fn a_title_names_its_period() {
        for (title, period) in [
            ("2026年第三季度财政收支情况", "2026-Q3"),
            ("2026年三季度收支", "2026-Q3"),
            ("青石镇2026年9月低保名单", "2026-09"),
            ("2026年上半年工作", "2026-H1"),
            ("2025年度决算", "2025"),
        ] {
            assert_eq!(period_in(title).map(|period| period.to_string()).as_deref(), Some(period), "{title}");
        }
        assert_eq!(period_in("停水通知"), None);
    }
}
