//! Check digits and what else tells one kind of number from another.

use crate::calendar::Date;

/// What the first two digits of a place may be: the provinces, and 81 to 83 for residents from beyond them.
const REGIONS: [u8; 35] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
];

fn value(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0_u32, |sum, &byte| {
        byte.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(u32::from(byte - b'0')))
    })
}

fn has_region(bytes: &[u8]) -> bool {
    bytes.get(..2).and_then(value).is_some_and(|region| REGIONS.contains(&(region as u8)))
}

fn birth(year: &[u8], month_and_day: &[u8], century: u32, today: Date) -> Option<Date> {
    let (month, day) = (value(month_and_day.get(..2)?)?, value(month_and_day.get(2..4)?)?);
    let date = Date::new((value(year)? + century) as i16, month as i8, day as i8)?;
    (date <= today).then_some(date)
}

/// The birth that a 公民身份号码 of 18 characters tells; none where region, date or check digit
/// (GB 11643, ISO 7064 MOD 11-2) are wrong.
pub(super) fn identity_18(id: &[u8], today: Date) -> Option<Date> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let (digits, last) = (id.get(..17)?, *id.get(17)?);
    if id.len() != 18 || !has_region(id) || !matches!(id.get(6..8)?, b"18" | b"19" | b"20") {
        return None;
    }
    let date = birth(&id[6..10], &id[10..14], 0, today)?;
    let mut sum = 0;
    for (byte, weight) in digits.iter().zip(WEIGHTS) {
        sum += u32::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?) * weight;
    }
    (b"10X98765432"[(sum % 11) as usize] == last.to_ascii_uppercase()).then_some(date)
}

/// The birth that an identity number of the first generation, 15 digits, tells. It has no check digit.
pub(super) fn identity_15(id: &[u8], today: Date) -> Option<Date> {
    if id.len() != 15 || id[0] == b'0' || !has_region(id) {
        return None;
    }
    birth(&id[6..8], &id[8..12], 1900, today)
}

/// Whether 18 characters are a 统一社会信用代码 (GB 32100): registering organ, region and check digit.
pub(super) fn is_credit_code(code: &[u8]) -> bool {
    const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    if code.len() != 18 || !code[0].is_ascii_alphanumeric() || matches!(code[0], b'0') || code[1] == b'0' {
        return false;
    }
    if !has_region(&code[2..]) && &code[2..4] != b"10" {
        return false;
    }
    let mut sum = 0;
    for (byte, weight) in code.iter().zip(weights) {
        let Some(at) = ALPHABET.iter().position(|letter| letter == byte) else { return false };
        sum += at * weight;
    }
    ALPHABET[(31 - sum % 31) % 31] == code[17]
}

/// Whether characters 9 to 17 of a 统一社会信用代码 are a right 组织机构代码 (GB 11714).
pub(super) fn holds_organisation_code(code: &[u8]) -> bool {
    const WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let Some(code) = code.get(8..17) else { return false };
    let mut sum = 0;
    for (byte, weight) in code.iter().zip(WEIGHTS) {
        let value = match byte {
            b'0'..=b'9' => byte - b'0',
            b'A'..=b'Z' => byte - b'A' + 10,
            _ => return false,
        };
        sum += usize::from(value) * weight;
    }
    b"0X987654321"[sum % 11] == code[8]
}

/// Whether the digits of a bank card add up (Luhn).
pub(super) fn is_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte.wrapping_sub(b'0'));
            if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::new(2026, 11, 21).unwrap()
    }

    #[test]
    fn the_examples_of_the_standards_are_right() {
        assert_eq!(identity_18(b"11010519491231002X", today()), Date::new(1949, 12, 31));
        assert_eq!(identity_18(b"440524188001010014", today()), None, "before the calendar begins");
        assert_eq!(identity_18(b"11010519491231002x", today()), Date::new(1949, 12, 31));
        let codes = ["11341702486344515H", "1150011255408455X1", "12620600MB0523338C", "11441700007280420Y"];
        for code in codes.into_iter().chain(["1137078555222300XQ"]) {
            assert!(is_credit_code(code.as_bytes()) && holds_organisation_code(code.as_bytes()), "{code}");
        }
        assert!(is_luhn(b"79927398713") && !is_luhn(b"79927398710"));
    }

    #[test]
    fn region_date_and_check_digit_must_all_be_right() {
        for id in ["110105194912310021", "01010519491231002X", "19010519491231002X", "110105194913310021"] {
            assert_eq!(identity_18(id.as_bytes(), today()), None, "{id}");
        }
        assert_eq!(identity_18(b"11010519491231002X", Date::new(1949, 12, 30).unwrap()), None, "not born yet");
        assert_eq!(identity_15(b"110105491231002", today()), Date::new(1949, 12, 31));
        assert_eq!(identity_15(b"110105491331002", today()), None);
        assert!(!is_credit_code(b"11341702486344515J"));
    }
}
