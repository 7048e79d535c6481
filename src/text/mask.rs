/// Fewest digits that could be a person's: a mobile number has 11, an identity number 15 or 18, an account 12 to 19.
/// Dates and amounts have fewer.
const PERSONAL: usize = 11;
/// Most digits of an office's telephone with its area code, which starts with 0.
const LANDLINE: usize = 12;
/// The shape of a date; two dates side by side are no number.
const DATE: &str = "0000-00-00";
/// Digits that stay readable at each end of a masked number.
const SHOWN: usize = 3;

/// A text with the middle of each long number starred, so that what a finding shows is not published by showing it.
/// Numbers written in groups, such as `110101 19900101 0029`, count as one. The number of characters stays.
pub fn masked(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < letters.len() {
        if !is_digit(letters[at]) {
            at += 1;
            continue;
        }
        if starts_date(&letters[at..]) {
            at += DATE.len();
            continue;
        }
        let digits = number_from(&letters, at);
        let after = digits.last().map_or(at, |last| last + 1);
        let landline = letters[at] == '0' && digits.len() <= LANDLINE;
        // A code of an organisation, as index numbers begin with: 11341702000000000A.
        let code = digits.len() == 17 && letters.get(after).is_some_and(char::is_ascii_uppercase);
        if digits.len() >= PERSONAL && !landline && !code {
            for place in &digits[SHOWN..digits.len() - SHOWN] {
                letters[*place] = '*';
            }
        }
        at = after;
    }
    letters.into_iter().collect()
}

/// The places of the digits of the number that starts here; single spaces and hyphens inside do not end it.
fn number_from(letters: &[char], start: usize) -> Vec<usize> {
    let mut digits = vec![start];
    for (place, letter) in letters.iter().enumerate().skip(start + 1) {
        let gap = place - digits[digits.len() - 1];
        if is_digit(*letter) || (gap == 1 && matches!(letter, 'x' | 'X') && digits.len() == 17) {
            digits.push(place);
        } else if gap > 1 || !matches!(letter, ' ' | '-' | '\u{a0}' | '\u{3000}') {
            break;
        }
    }
    digits
}

fn starts_date(letters: &[char]) -> bool {
    let shaped = DATE.chars().enumerate().all(|(at, shape)| match letters.get(at) {
        Some(letter) if shape == '0' => letter.is_ascii_digit(),
        letter => letter == Some(&shape),
    });
    shaped && !letters.get(DATE.len()).is_some_and(|letter| is_digit(*letter))
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_lose_their_middle_and_keep_their_length() {
        for (text, shown) in [
            ("号码110101199001010029。", "号码110************029。"),
            ("11010119900101002X", "110************02X"),
            ("138 0000 0001", "138 **** *001"),
            ("１３８０００００００１", "１３８*****００１"),
            ("6222-0000-0000-0000-000", "622*-****-****-****-000"),
            ("20161229、2026-10-09、0500-6610001", "20161229、2026-10-09、0500-6610001"),
            ("2026-10-09 2026-10-12 0500-66100012", "2026-10-09 2026-10-12 0500-66100012"),
            ("1,234,567,890.12元", "1,234,567,890.12元"),
            ("11341702000000000A/2026-00001", "11341702000000000A/2026-00001"),
            ("", ""),
        ] {
            assert_eq!(masked(text), shown);
        }
    }
}
