//! What templates can do besides the engine's own: dates, periods, numbers, sizes, filled words, fingerprinted assets.

use super::html::escape;
use super::words::{Words, fill};
use crate::text::tongue;
use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Gives the filters and functions to an engine.
pub(super) fn add(environment: &mut Environment<'static>, words: &Arc<Words>, assets: BTreeMap<String, String>) {
    let known: BTreeSet<String> = assets.keys().cloned().collect();
    environment.add_function("has_asset", move |name: &str| known.contains(name));
    environment.add_function("asset", move |name: &str| {
        let missing = || Error::new(ErrorKind::UndefinedError, format!("the theme has no asset `{name}`"));
        assets.get(name).cloned().ok_or_else(missing)
    });
    environment.add_filter("fill", |word: &str, values: Kwargs| filled(word, &values));
    environment.add_filter("number", |number: i64| grouped(number));
    environment.add_filter("tel", |phone: &str| digits(phone));
    environment.add_filter("time", |date: &str| element(date, date));
    environment.add_filter("short_time", |date: &str, year: &str| {
        let same_year = date.get(..4).is_some_and(|written| written == year);
        element(date, if same_year { date.get(5..10).unwrap_or(date) } else { date.get(..10).unwrap_or(date) })
    });
    let known = Arc::clone(words);
    environment.add_filter("long_time", move |date: &str| element(date, &long_date(&known, date)));
    let known = Arc::clone(words);
    environment.add_filter("long_date", move |date: &str| long_date(&known, date));
    let known = Arc::clone(words);
    environment.add_filter("day", move |date: &str| element(date, &day(&known, date)));
    let known = Arc::clone(words);
    environment.add_filter("period", move |period: &str| named_period(&known, "period", period));
    let known = Arc::clone(words);
    environment.add_filter("short_period", move |period: &str| named_period(&known, "period_short", period));
    environment.add_filter("size", |bytes: u64| size(bytes));
    let interface = words.language().to_owned();
    environment.add_filter("lang", move |text: &str| lang(text, &interface));
}

/// ` lang="zh-CN"` for a text in another language than the interface, for a start tag; nothing for any other.
fn lang(text: &str, interface: &str) -> Value {
    let primary = |language: &str| language.split('-').next().map(str::to_owned);
    let foreign = tongue(text).filter(|&language| primary(language) != primary(interface));
    Value::from_safe_string(foreign.map(|language| format!(" lang=\"{language}\"")).unwrap_or_default())
}

/// `{{ w.count|fill(n=3) }}`. HTML among the values stays HTML, and then the rest is escaped here.
fn filled(word: &str, values: &Kwargs) -> Result<Value, Error> {
    let safe = values.args().any(|name| values.peek::<Value>(name).is_ok_and(|value| value.is_safe()));
    let mut frame = String::new();
    if safe {
        escape(word, &mut frame);
    }
    let missing = std::cell::RefCell::new(None);
    let text = fill(if safe { &frame } else { word }, |name| {
        let Ok(value) = values.get::<Value>(name) else {
            missing.replace(Some(name.to_owned()));
            return None;
        };
        let text = value.to_string();
        if !safe || value.is_safe() {
            return Some(text);
        }
        let mut escaped = String::new();
        escape(&text, &mut escaped);
        Some(escaped)
    });
    if let Some(name) = missing.take() {
        return Err(Error::new(ErrorKind::MissingArgument, format!("`{word}` wants a value for `{name}`")));
    }
    values.assert_all_used()?;
    Ok(if safe { Value::from_safe_string(text) } else { Value::from(text) })
}

/// `<time datetime="2026-10-09T09:10">…</time>` for a date or a date and time, written `2026-10-09 09:10`.
fn element(date: &str, shown: &str) -> Value {
    let mut out = String::with_capacity(64);
    out.push_str("<time datetime=\"");
    escape(&date.replacen(' ', "T", 1), &mut out);
    out.push_str("\">");
    escape(shown, &mut out);
    out.push_str("</time>");
    Value::from_safe_string(out)
}

/// Year, month and day of `2026-10-09…` as plain numbers.
fn parts(date: &str) -> Option<(&str, &str, &str)> {
    let plain = |part: &'static [usize; 2]| date.get(part[0]..part[1]).map(|digits| digits.trim_start_matches('0'));
    Some((date.get(..4)?, plain(&[5, 7])?, plain(&[8, 10])?))
}

/// `2026年10月9日`, or `9 October 2026`.
fn long_date(words: &Words, date: &str) -> String {
    with_parts(words, "date_long", date)
}

/// `10月9日`, or `9 October`.
fn day(words: &Words, date: &str) -> String {
    with_parts(words, "date_day", date)
}

fn with_parts(words: &Words, key: &str, date: &str) -> String {
    let Some((year, month, day)) = parts(date) else { return date.to_owned() };
    let name = words.get(&format!("month_{month}")).unwrap_or(month);
    words.fill(key, &[("y", year), ("m", month), ("month", name), ("d", day)])
}

/// The name of a period written `2026`, `2026-H1`, `2026-Q3` or `2026-09`; a period that is none of these is its own
/// name.
fn named_period(words: &Words, family: &str, period: &str) -> String {
    let (year, rest) = period.split_at_checked(4).unwrap_or((period, ""));
    let fill = |kind: &str, values: &[(&str, &str)]| words.fill(&format!("{family}_{kind}"), values);
    match rest.strip_prefix('-') {
        None => fill("year", &[("y", year)]),
        Some(part) => {
            let number = part.trim_start_matches(['H', 'Q', '0']);
            let named = |kind: &str| words.get(&format!("{kind}_{number}")).unwrap_or(number);
            match part.as_bytes().first() {
                Some(b'H') => fill("half", &[("y", year), ("h", named("half"))]),
                Some(b'Q') => fill("quarter", &[("y", year), ("q", named("quarter"))]),
                _ => fill("month", &[("y", year), ("m", number), ("month", named("month"))]),
            }
        }
    }
}

/// `3,412`.
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = if number < 0 { "−".to_owned() } else { String::new() };
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The digits to dial, with a plus where the number begins with one.
fn digits(phone: &str) -> String {
    phone
        .chars()
        .enumerate()
        .filter(|(at, sign)| sign.is_ascii_digit() || (*at == 0 && *sign == '+'))
        .map(|(_, sign)| sign)
        .collect()
}

/// `46 KB`, `1.2 MB`: rounded up, so that nothing is said to be empty.
fn size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    match bytes {
        0..KILO => format!("{bytes} B"),
        _ if bytes < KILO * KILO => format!("{} KB", bytes.div_ceil(KILO)),
        _ => {
            let tenths = (bytes * 10).div_ceil(KILO * KILO);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_its_language_where_the_interface_speaks_another() {
        assert_eq!(lang("财政收支", "en").to_string(), " lang=\"zh-CN\"");
        assert_eq!(lang("财政收支", "zh-TW").to_string(), "");
        assert_eq!(lang("Budget of the town", "zh-CN").to_string(), " lang=\"en\"");
        assert_eq!(lang("2026", "en").to_string(), "");
    }

    #[test]
    fn numbers_sizes_and_telephones_read_well() {
        assert_eq!(
            (grouped(3412).as_str(), grouped(-1_000_000).as_str(), grouped(12).as_str()),
            ("3,412", "−1,000,000", "12")
        );
        assert_eq!((size(900).as_str(), size(46_500).as_str(), size(1_200_000).as_str()), ("900 B", "46 KB", "1.2 MB"));
        assert_eq!(digits("+86 0500-6610110"), "+8605006610110");
    }
}
