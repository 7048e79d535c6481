use std::fmt::Write as _;

/// How a spreadsheet shows a number. Only what changes the meaning for a reader is kept: dates, per cent, thousands
/// separators and the number of decimals; colours, currency and padding are not.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NumberFormat {
    /// As short as it goes.
    General,
    /// So many decimals, with thousands separators or per cent.
    Decimal { places: usize, thousands: bool, percent: bool },
    /// A date or a time: the first section of the code.
    Moment(String),
}

impl NumberFormat {
    /// Reads a format code as it stands in the file.
    pub(super) fn parse(code: &str) -> Self {
        let section = first_section(code);
        let bare = without_literals(&section);
        let lower = bare.to_ascii_lowercase();
        if lower.is_empty() || lower.contains("general") || lower.contains('@') {
            return Self::General;
        }
        if lower.contains(['y', 'd', 'h', 's']) || (lower.contains('m') && !lower.contains(['0', '#'])) {
            return Self::Moment(section);
        }
        // Fractions and exponents are shown plain: the value stays right.
        if lower.contains(['/', 'e', '?']) || !lower.contains(['0', '#']) {
            return Self::General;
        }
        let places = lower.split_once('.').map_or(0, |(_, decimals)| {
            decimals.chars().take_while(|digit| matches!(digit, '0' | '#')).filter(|&digit| digit == '0').count()
        });
        let integer = lower.split('.').next().unwrap_or("");
        let thousands = integer.contains("#,#") || integer.contains("0,0") || integer.contains("#,0");
        // A trailing comma divides by a thousand; shown plain, the value stays right.
        if integer.trim_end_matches('%').ends_with(',') {
            return Self::General;
        }
        Self::Decimal { places: places.min(15), thousands, percent: lower.contains('%') }
    }

    /// The formats that a file uses by number without spelling them out, those of a Chinese Excel among them.
    pub(super) fn built_in(id: u32) -> Self {
        Self::parse(match id {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 => "#,##0",
            4 | 39 | 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 | 30 => "yyyy-m-d",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 | 19 | 20 | 32 => "h:mm",
            21 | 33 | 46 => "h:mm:ss",
            22 => "yyyy-m-d h:mm",
            27 | 36 | 50 | 52 | 57 => "yyyy年m月",
            28 | 29 | 51 | 53 | 54 | 58 => "m月d日",
            31 => "yyyy年m月d日",
            34 | 55 => "h时mm分",
            35 | 56 => "h时mm分ss秒",
            45 | 47 => "mm:ss",
            _ => "General",
        })
    }

    /// Shows a number.
    pub(super) fn show(&self, value: f64, since_1904: bool) -> String {
        match self {
            Self::General => general(value),
            Self::Decimal { places, thousands, percent } => {
                // Long whole numbers are identifiers; rounding and commas would hide them from every reader.
                if value.abs() >= 1e15 {
                    return general(value);
                }
                let scaled = if *percent { value * 100.0 } else { value };
                let mut shown = format!("{:.*}", places, round_half_away(scaled, *places));
                if shown.trim_start_matches(['-', '0', '.']).is_empty() {
                    shown = shown.trim_start_matches('-').to_owned();
                }
                if *thousands {
                    shown = with_separators(&shown);
                }
                if *percent {
                    shown.push('%');
                }
                shown
            }
            Self::Moment(code) => Moment::of(value, since_1904).map_or_else(|| general(value), |at| at.show(code)),
        }
    }
}

/// The code up to the first semicolon outside quotes.
fn first_section(code: &str) -> String {
    let mut quoted = false;
    let mut escaped = false;
    code.chars()
        .take_while(|&character| {
            let ends = character == ';' && !quoted && !escaped;
            quoted ^= character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            !ends
        })
        .collect()
}

/// The code without quoted words, escaped characters, `[colours]` and conditions.
fn without_literals(section: &str) -> String {
    let mut bare = String::new();
    let mut characters = section.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => while characters.next().is_some_and(|inner| inner != '"') {},
            '[' => {
                let inner: String = characters.by_ref().take_while(|&inner| inner != ']').collect();
                if matches!(inner.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                    bare.push_str(&inner);
                }
            }
            '\\' | '_' | '*' => {
                characters.next();
            }
            other => bare.push(other),
        }
    }
    bare
}

/// A number as short as it goes, with all digits that a spreadsheet keeps.
fn general(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let kept = kept(value);
    if kept == 0.0 { "0".to_owned() } else { format!("{kept}") }
}

/// Rounds as spreadsheets do: by the fifteen digits they keep, so that 1.005 becomes 1.01.
fn round_half_away(value: f64, places: usize) -> f64 {
    let factor = 10f64.powi(i32::try_from(places).unwrap_or(0));
    kept(kept(value) * factor).round() / factor
}

/// The value of the fifteen digits that spreadsheets keep; it drops the noise of 0.1 + 0.2.
fn kept(value: f64) -> f64 {
    format!("{value:.14e}").parse().unwrap_or(value)
}

fn with_separators(shown: &str) -> String {
    let (sign, digits) = shown.strip_prefix('-').map_or(("", shown), |digits| ("-", digits));
    let (integer, decimals) = digits.split_once('.').map_or((digits, None), |(integer, rest)| (integer, Some(rest)));
    let mut grouped = sign.to_owned();
    for (at, digit) in integer.chars().enumerate() {
        if at > 0 && (integer.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(decimals) = decimals {
        grouped.push('.');
        grouped.push_str(decimals);
    }
    grouped
}

/// A point in time, taken apart.
struct Moment {
    year: i64,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
}

impl Moment {
    /// Days since the end of 1899 (or since 1904), as spreadsheets count, with the 29 February 1900 that never was.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    fn of(serial: f64, since_1904: bool) -> Option<Self> {
        if !(0.0..2_958_466.0).contains(&serial) {
            return None;
        }
        let seconds = (serial.fract() * 86_400.0).round() as u32;
        let carried = i64::from(seconds >= 86_400);
        let seconds = seconds % 86_400;
        let days = serial.trunc() as i64 + carried;
        let since_1970 = if since_1904 { days - 24_107 } else { days - 25_569 + i64::from(days < 60) };
        let (year, month, day) = civil(since_1970);
        Some(Self { year, month, day, hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60 })
    }

    fn show(&self, code: &str) -> String {
        let mut shown = String::new();
        let mut rest = code;
        let mut after_hour = false;
        let noon = code.to_ascii_lowercase().contains("am/pm") || code.contains("上午/下午");
        while let Some(character) = rest.chars().next() {
            let lower = character.to_ascii_lowercase();
            let run = rest.chars().take_while(|next| next.to_ascii_lowercase() == lower).count();
            let mut taken = run * character.len_utf8();
            match lower {
                'y' | 'e' if run > 2 || lower == 'e' => _ = write!(shown, "{}", self.year),
                'y' => _ = write!(shown, "{:02}", self.year % 100),
                'm' if after_hour || starts_with_seconds(&rest[taken..]) => padded(&mut shown, self.minute, run),
                'm' => padded(&mut shown, self.month, run),
                'd' if run > 2 => {}
                'd' => padded(&mut shown, self.day, run),
                'h' => {
                    let hour = if noon && self.hour != 12 { self.hour % 12 } else { self.hour };
                    padded(&mut shown, hour, run);
                }
                's' => padded(&mut shown, self.second, run),
                '"' => {
                    let word: String = rest[1..].chars().take_while(|&inner| inner != '"').collect();
                    taken = (word.len() + 2).min(rest.len());
                    shown.push_str(&word);
                }
                '\\' => {
                    let literal = rest[1..].chars().next();
                    taken = 1 + literal.map_or(0, char::len_utf8);
                    shown.extend(literal);
                }
                '[' => {
                    let inner: String = rest[1..].chars().take_while(|&inner| inner != ']').collect();
                    taken = (inner.len() + 2).min(rest.len());
                }
                '_' | '*' => taken = 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                'a' if rest.len() >= 5 && rest.is_char_boundary(5) && rest[..5].eq_ignore_ascii_case("am/pm") => {
                    shown.push_str(if self.hour < 12 { "上午" } else { "下午" });
                    taken = 5;
                }
                'a' | '@' | ';' => {}
                _ => shown.push_str(&rest[..taken]),
            }
            if matches!(lower, 'h' | 's' | 'm' | 'd' | 'y') {
                after_hour = lower == 'h';
            }
            rest = rest.get(taken..).unwrap_or("");
        }
        shown.trim().to_owned()
    }
}

/// Whether the next letter of a date code, past its separators, is a second: then `m` was a minute.
fn starts_with_seconds(rest: &str) -> bool {
    rest.trim_start_matches([':', '分', '"', ' ']).starts_with(['s', 'S'])
}

fn padded(shown: &mut String, value: u32, run: usize) {
    if run == 1 || run > 2 {
        _ = write!(shown, "{value}");
    } else {
        _ = write!(shown, "{value:02}");
    }
}

/// The civil date so many days after 1970-01-01 (Howard Hinnant's algorithm). The calendar room speaks of dates that
/// an office writes; this one also has to show the year 1899.
fn civil(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let small = |value: i64| u32::try_from(value).unwrap_or(0);
    (year_of_era + era * 400 + i64::from(month <= 2), small(month), small(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(code: &str, value: f64) -> String {
        NumberFormat::parse(code).show(value, false)
    }

    #[test]
    fn numbers_look_as_in_the_sheet() {
        assert_eq!(show("General", 0.1 + 0.2), "0.3");
        assert_eq!(show("General", 110_105_194_912_310_020.0), "110105194912310000");
        assert_eq!(show("#,##0.00", 1_234_567.895), "1,234,567.90");
        assert_eq!(show("#,##0.00;[Red]-#,##0.00", -1234.5), "-1,234.50");
        assert_eq!(show("0.0%", 0.125), "12.5%");
        assert_eq!(show("0", 13_812_340_001.0), "13812340001");
        assert_eq!(show("0", 110_105_194_912_310_020.0), "110105194912310000");
        assert_eq!(show("\"¥\"#,##0", 980.0), "980");
        assert_eq!(show("0.00", 1.005), "1.01");
        assert_eq!(show("0", -0.2), "0");
        assert_eq!(show("0.00E+00", 1500.0), "1500");
        assert_eq!(show("@", 42.0), "42");
    }

    #[test]
    fn dates_look_as_in_the_sheet() {
        assert_eq!(show("yyyy-mm-dd", 46_082.0), "2026-03-01");
        assert_eq!(show("yyyy\"年\"m\"月\"d\"日\"", 46_082.0), "2026年3月1日");
        assert_eq!(show("yyyy/m/d h:mm", 46_082.395_833_333), "2026/3/1 9:30");
        assert_eq!(show("[$-804]yyyy年m月d日;@", 46_082.0), "2026年3月1日");
        assert_eq!(show("hh:mm:ss", 0.5), "12:00:00");
        assert_eq!(show("mm:ss", 0.5), "00:00");
        assert_eq!(show("h:mm AM/PM", 0.75), "6:00 下午");
        assert_eq!(NumberFormat::built_in(14).show(61.0, false), "1900-3-1");
        assert_eq!(NumberFormat::built_in(14).show(1.0, false), "1900-1-1");
        assert_eq!(NumberFormat::built_in(31).show(44_620.0, true), "2026年3月1日");
    }

    #[test]
    fn a_date_beyond_the_calendar_is_a_number() {
        assert_eq!(show("yyyy-mm-dd", 99_999_999.0), "99999999");
        assert_eq!(show("yyyy-mm-dd", -1.0), "-1");
    }
}
