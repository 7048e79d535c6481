//! 发文字号 as GB/T 9704 wants it: 机关代字〔年份〕序号, brackets U+3014 and U+3015, the year in four digits, the number
//! without 第 and without zeros before it.

use crate::text::is_cjk;

/// A number that is not written as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where it starts, in bytes.
    pub(super) start: usize,
    /// One past its end.
    pub(super) end: usize,
    /// What is wrong.
    pub(super) kind: FaultKind,
}

/// What is wrong with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// Brackets, spaces, 第 or zeros; this is how it should read.
    Form(String),
    /// The closing bracket is missing, so nobody can tell the year from the number.
    Unclosed,
    /// It has not the three parts of a number.
    Parts,
}

const OPENING: [char; 9] = ['〔', '[', '(', '（', '【', '﹝', '［', '〖', '〘'];
const CLOSING: [char; 9] = ['〕', ']', ')', '）', '】', '﹞', '］', '〗', '〙'];

/// What is wrong with the value of a field that holds a number and nothing else.
pub(super) fn field_fault(written: &str) -> Option<FaultKind> {
    let word = written.trim();
    if is_order(word) {
        return None;
    }
    let Some(at) = word.find(OPENING) else { return Some(FaultKind::Parts) };
    let agency = word[..at].trim_end();
    let letters = agency.chars().count();
    if !(1..=20).contains(&letters) || !agency.chars().all(|letter| is_cjk(letter) || letter.is_ascii_alphabetic()) {
        return Some(FaultKind::Parts);
    }
    match bracketed(&word[at..]) {
        Some(number) if number.length == word.len() - at => match number.form {
            Ok(form) if agency.len() == at && form == word[at..] => None,
            Ok(form) => Some(FaultKind::Form(format!("{agency}{form}"))),
            Err(kind) => Some(kind),
        },
        // 号 alone is missing.
        None => match bracketed(&format!("{}号", &word[at..])).map(|number| number.form) {
            Some(Ok(form)) => Some(FaultKind::Form(format!("{agency}{form}"))),
            _ => Some(FaultKind::Parts),
        },
        Some(_) => Some(FaultKind::Parts),
    }
}

/// Numbers in running text that are not written as they should be. Each wording is told once.
pub(super) fn text_faults(text: &str) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for (at, _) in text.match_indices(OPENING) {
        let before = text[..at].chars().next_back();
        if !before.is_some_and(|letter| is_cjk(letter) && letter.is_alphabetic()) {
            continue;
        }
        let Some(number) = bracketed(&text[at..]) else { continue };
        let (start, end) = (agency_start(text, at), at + number.length);
        let kind = match number.form {
            Ok(form) if form == text[at..end] || number.year < 2000 => continue,
            Ok(form) => FaultKind::Form(format!("{}{form}", &text[start..at])),
            Err(kind) => kind,
        };
        if !told.contains(&&text[start..end]) {
            told.push(&text[start..end]);
            faults.push(Fault { start, end, kind });
        }
    }
    faults
}

/// The year and number that start with a bracket.
struct Bracketed {
    /// In bytes.
    length: usize,
    year: u16,
    /// As it should read, or why that cannot be told.
    form: Result<String, FaultKind>,
}

/// Reads `〔2026〕3号` and what is meant by it.
fn bracketed(text: &str) -> Option<Bracketed> {
    let mut rest = text[text.chars().next()?.len_utf8()..].trim_start_matches(' ');
    let digits = take_digits(&mut rest);
    if rest.starts_with('号') {
        // 〔2016151号
        let length = text.len() - rest.len() + '号'.len_utf8();
        let starts_with_year = digits.len() > 4 && year(&digits[..4]).is_some();
        return starts_with_year.then_some(Bracketed { length, year: 2000, form: Err(FaultKind::Unclosed) });
    }
    let year = year(&digits)?;
    rest = rest.trim_start_matches(' ');
    rest = rest.strip_prefix(CLOSING)?.trim_start_matches(' ');
    rest = rest.strip_prefix('第').unwrap_or(rest).trim_start_matches(' ');
    let number = take_digits(&mut rest);
    rest = rest.trim_start_matches(' ').strip_prefix('号')?;
    let plain = number.trim_start_matches('0');
    let form =
        if (1..=5).contains(&plain.len()) { Ok(format!("〔{year}〕{plain}号")) } else { Err(FaultKind::Parts) };
    (!number.is_empty()).then_some(Bracketed { length: text.len() - rest.len(), year, form })
}

/// Takes the digits at the start, full-width ones as plain ones.
fn take_digits(rest: &mut &str) -> String {
    let mut digits = String::new();
    while let Some(letter) = rest.chars().next() {
        let plain = match letter {
            '0'..='9' => letter,
            '０'..='９' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
            _ => break,
        };
        digits.push(plain);
        *rest = &rest[letter.len_utf8()..];
    }
    digits
}

fn year(digits: &str) -> Option<u16> {
    digits.parse().ok().filter(|year| digits.len() == 4 && (1900..2100).contains(year))
}

/// Where the agency's letters before a bracket start: at most eight Chinese characters, without the words that lead to
/// a number.
fn agency_start(text: &str, at: usize) -> usize {
    let letters = text[..at].char_indices().rev().take(8);
    let letters = letters.take_while(|(_, letter)| is_cjk(*letter) && letter.is_alphabetic());
    let start = letters.last().map_or(at, |(start, _)| start);
    let leads = [
        "根据", "按照", "依据", "依照", "参照", "转发", "印发", "贯彻", "落实", "执行", "和", "及", "与", "见", "的",
        "按",
    ];
    let behind = |lead: &&str| text[start..at].rfind(lead).map(|found| start + found + lead.len());
    leads.iter().filter_map(behind).filter(|&behind| at - behind >= "政发".len()).max().unwrap_or(start)
}

/// Orders and announcements are numbered without a year in brackets: 第12号令, 令第12号, 2026年第3号.
fn is_order(word: &str) -> bool {
    let Some((before, number)) = word.split_once('第') else { return false };
    let end = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
    let (digits, after) = number.split_at(end);
    let plain = |letter: char| is_cjk(letter) && letter.is_alphabetic() || letter.is_ascii_digit();
    !digits.is_empty()
        && !digits.starts_with('0')
        && matches!(after, "号" | "号令" | "号公告" | "号通告")
        && before.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_their_official_form_have_no_fault() {
        for word in [
            "青政发〔2026〕3号",
            "国办发〔2019〕54号",
            "国令第711号",
            "青石镇人民政府公告2026年第3号",
            "GB发〔1999〕12345号",
            "第12号令",
        ] {
            assert_eq!(field_fault(word), None, "{word}");
        }
    }

    #[test]
    fn a_number_in_another_form_is_mended_where_that_is_certain() {
        for word in [
            "青政发[2026]3号",
            "青政发(2026)3号",
            "青政发（2026）3号",
            "青政发【2026】3号",
            "青政发﹝2026﹞3号",
            "青政发〔2026〕 003号",
            "青政发〔2026〕第3号",
            "青政发 〔2026〕3号",
            "青政发〔２０２６〕３号",
            "青政发〔2026〕3",
        ] {
            assert_eq!(field_fault(word), Some(FaultKind::Form("青政发〔2026〕3号".into())), "{word}");
        }
        assert_eq!(field_fault("侯政办〔2016151号"), Some(FaultKind::Unclosed));
        for word in ["〔2026〕3号", "无", "青政发2026-3", "青政发〔26〕3号", "青政发〔2026〕3号文"]
        {
            assert_eq!(field_fault(word), Some(FaultKind::Parts), "{word}");
        }
    }

    #[test]
    fn running_text_is_read_for_numbers_only() {
        let text = "按照《关于公开的通知》（根据侯政办〔2016151号）和国办发[2018]12号、国办发〔2019〕54号和国发[1983]64号，\
                    见（2016）皖0104民初123号判决、附件（2026）、[2026](a.md)3号楼";
        let faults = text_faults(text);
        let told: Vec<_> = faults.iter().map(|fault| (&text[fault.start..fault.end], &fault.kind)).collect();
        assert_eq!(
            told,
            [
                ("侯政办〔2016151号", &FaultKind::Unclosed),
                ("国办发[2018]12号", &FaultKind::Form("国办发〔2018〕12号".into())),
            ]
        );
    }
}
