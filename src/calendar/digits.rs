use std::ops::RangeInclusive;

/// Reads a number written in nothing but ASCII digits, if there are as many of them as there should be.
pub(super) fn number(text: &str, digits: RangeInclusive<usize>) -> Option<u16> {
    let plain = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Reads a year as dates write it: four digits, 1900 to 2200.
pub(super) fn year(text: &str) -> Option<i16> {
    let year = i16::try_from(number(text, 4..=4)?).ok()?;
    (1900..=2200).contains(&year).then_some(year)
}
