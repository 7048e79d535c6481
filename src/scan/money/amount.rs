use crate::scan::passage::is_invisible;

/// Reads an amount in hundredths: `1,234.50`, `１２３４`, `-3`, `(3)`, `¥5.00 元`. A dash or an empty cell is no amount.
pub(super) fn amount(cell: &str) -> Option<i64> {
    let plain: String = cell
        .chars()
        .filter(|character| !character.is_whitespace() && !is_invisible(*character))
        .map(|character| match character {
            '！'..='～' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
            '−' | '—' | '–' => '-',
            other => other,
        })
        .collect();
    let bare = plain.trim_start_matches(['¥', '￥', '$']).trim_end_matches("万元").trim_end_matches('元');
    let (bare, negative) = match bare.strip_prefix('-') {
        Some(bare) => (bare, true),
        None => match bare.strip_prefix('(').and_then(|bare| bare.strip_suffix(')')) {
            Some(bare) => (bare, true),
            None => (bare, false),
        },
    };
    let bare = bare.strip_prefix('+').unwrap_or(bare);
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
    if !is_grouped(whole) || !fraction.chars().all(|character| character.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.replace(',', "").parse().ok().filter(|whole| *whole < 1_000_000_000_000_000)?;
    let hundredths: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    let value = whole * 100 + (hundredths + 5) / 10;
    Some(if negative { -value } else { value })
}

/// Digits, with thousands separators where they belong or without.
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let is_number = |group: &str| !group.is_empty() && group.chars().all(|character| character.is_ascii_digit());
    let mut rest = groups.peekable();
    is_number(first)
        && (rest.peek().is_none() || first.len() <= 3)
        && rest.all(|group| group.len() == 3 && is_number(group))
}

/// Writes an amount: `1,234.50`, or `1,234` where there are no hundredths.
pub(super) fn written(hundredths: i64) -> String {
    let digits = (hundredths.abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if hundredths < 0 { "-" } else { "" };
    match hundredths.abs() % 100 {
        0 => format!("{sign}{grouped}"),
        cents => format!("{sign}{grouped}.{cents:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_offices_write_them() {
        let cases = [
            ("1,234.50", Some(123_450)),
            ("１２３４．５", Some(123_450)),
            (" 3 000 ", Some(300_000)),
            ("¥5元", Some(500)),
            ("-3.005", Some(-301)),
            ("(12.3)", Some(-1_230)),
            ("0", Some(0)),
            ("", None),
            ("—", None),
            ("/", None),
            ("12%", None),
            ("2026年", None),
            ("1,23", None),
            ("12,345,6", None),
            ("1.2.3", None),
        ];
        for (cell, value) in cases {
            assert_eq!(amount(cell), value, "{cell}");
        }
        assert_eq!([written(123_450), written(-1_230), written(123_456_700)], ["1,234.50", "-12.30", "1,234,567"]);
    }
}
