//! Document numbers (发文字号) that are not written as GB/T 9704 wants it, 机关代字〔2026〕5号: brackets U+3014 and U+3015,
//! the year in four digits, the number without 第 and without zeros before it.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::number::ascii_digits;
use crate::scan::passage::{Mark, Passage, digit, is_han, last_bytes};
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// Numbers in running text that look alike and have their own rules: certificates of land, houses, forests, drugs.
const OTHERS: [&str; 16] = [
    "国用", "集用", "证字", "权证", "准字", "房字", "林证", "证书", "许可", "健字", "食字", "妆字", "械字", "备字",
    "药字", "注字",
];

/// Finds malformed document numbers in running text and proposes the right writing where it is certain. Each wording is
/// told once; numbers from before 2000 stand as their originals were printed.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if matches!(setting.kind, Kind::FileName | Kind::Link) {
        return Vec::new();
    }
    let marks = passage.marks().iter().filter(|mark| is_bracket(mark.mark));
    let mut found: Vec<(Span, Option<String>)> = Vec::new();
    for (span, instead) in marks.filter_map(|mark| at_bracket(passage, *mark)) {
        if found.iter().all(|(known, _)| known.of(passage.text()) != span.of(passage.text())) {
            found.push((span, instead));
        }
    }
    found.into_iter().map(|(span, instead)| told(passage.text(), span, instead)).collect()
}

/// Judges the number that a document gives for itself.
pub fn find_in_field(number: &str) -> Option<Find> {
    let written = number.trim();
    if is_order(written) {
        return None;
    }
    let start = number.find(written).unwrap_or(0);
    let passage = Passage::new(written);
    let whole = Span::new(start, start + written.len());
    let bracket = passage.marks().iter().find(|mark| is_bracket(mark.mark));
    let Some((code, parts)) = bracket.and_then(|mark| parts(&passage, *mark)) else {
        return Some(told(number, whole, None));
    };
    let is_whole = code.start() == 0 && parts.end == written.len();
    let instead = parts.canonical.map(|number| format!("{}{number}", code.name()));
    match instead {
        Some(instead) if is_whole && instead == written => None,
        Some(instead) if is_whole => Some(told(number, whole, Some(instead))),
        _ => Some(told(number, whole, None)),
    }
}

fn told(text: &str, span: Span, instead: Option<String>) -> Find {
    let (written, quoted) = (span.of(text), sentence(text, span));
    let message = match &instead {
        Some(right) => say!(
            "发文字号“{written}”应写作“{right}”：“{quoted}”",
            "the document number “{written}” is written “{right}”: “{quoted}”"
        ),
        None => say!("发文字号“{written}”不完整：“{quoted}”", "the document number “{written}” is broken: “{quoted}”"),
    };
    let find = Find::new(span, Severity::Warning, message);
    match instead {
        Some(right) => find.instead(right),
        None => find,
    }
}

/// Words before a document number in a sentence that are no part of it.
const LEADING: [&str; 25] = [
    "根据", "按照", "依照", "依据", "遵照", "参照", "转发", "印发", "贯彻", "落实", "执行", "参见", "再看", "和", "及",
    "与", "的", "由", "对", "按", "据", "见", "附", "经", "以",
];

/// The code of the organ: its letters, each with its first byte. What a converter left between them is no part of it.
struct Code {
    letters: Vec<(usize, char)>,
}

impl Code {
    /// First byte.
    fn start(&self) -> usize {
        self.letters.first().map_or(0, |(at, _)| *at)
    }

    fn name(&self) -> String {
        self.letters.iter().map(|(_, letter)| letter).collect()
    }

    /// The code without the words of the sentence before it.
    fn in_sentence(mut self) -> Self {
        let name = self.name();
        let ends = LEADING.iter().filter_map(|word| Some(name.rfind(word)? + word.len()));
        let letters = |end: usize| name[..end].chars().count();
        let most = self.letters.len() - 2;
        if let Some(cut) = ends.map(letters).filter(|cut| *cut <= most).max() {
            self.letters.drain(..cut);
        }
        self
    }
}

/// What stands after the code of the organ.
struct Parts {
    /// One past the last byte.
    end: usize,
    /// The right writing, where year and number are certain.
    canonical: Option<String>,
    /// Whether the year is one of the last century.
    is_old: bool,
}

fn is_bracket(mark: char) -> bool {
    matches!(mark, '〔' | '﹝' | '〘' | '[' | '［' | '(' | '（' | '【' | '〖' | '〈' | '｛' | '{')
}

fn closes(mark: char) -> bool {
    matches!(mark, '〕' | '﹞' | '〙' | ']' | '］' | ')' | '）' | '】' | '〗' | '〉' | '｝' | '}')
}

fn at_bracket(passage: &Passage, mark: Mark) -> Option<(Span, Option<String>)> {
    let (code, parts) = parts(passage, mark)?;
    let code = code.in_sentence();
    let name = code.name();
    if parts.is_old || OTHERS.iter().any(|other| name.ends_with(other)) {
        return None;
    }
    let span = Span::new(code.start(), parts.end);
    let right = parts.canonical.map(|number| format!("{name}{number}"));
    (right.as_deref() != Some(span.of(passage.text()))).then_some((span, right))
}

/// Reads a document number at its bracket: the code before it, the year, the number, 号.
fn parts(passage: &Passage, mark: Mark) -> Option<(Code, Parts)> {
    let code = code(passage, mark.at)?;
    let after = passage.after(mark.end());
    let digits: String = after.chars().take_while(|character| digit(*character).is_some()).collect();
    let values = ascii_digits(&digits);
    let (rest, year_only) = (&after[digits.len()..], values.len() == 4);
    if values.len() < 2 || values.len() == 3 {
        return None;
    }
    let is_year = values.starts_with(b"19") || values.starts_with(b"20");
    let certain_bracket = matches!(mark.mark, '〔' | '﹝');
    if !year_only {
        // 〔2016151号, 〔202130, 〔16〕5号: year and number cannot be told apart.
        let end = rest.strip_prefix(['号', '號']).map(|rest| after.len() - rest.len());
        let short = values.len() == 2 && rest.starts_with(closes) && certain_bracket;
        let end =
            end.or(short.then_some(digits.len())).or((certain_bracket && values.len() >= 5).then_some(digits.len()))?;
        let known = short || is_year && values.len() >= 5;
        return known.then(|| (code, Parts { end: mark.end() + end, canonical: None, is_old: false }));
    }
    if !is_year {
        return None;
    }
    let closed = rest.trim_start_matches(' ').strip_prefix(closes);
    let tail = closed.unwrap_or(rest).trim_start_matches([' ', '\u{3000}']);
    let tail = tail.strip_prefix('第').unwrap_or(tail).trim_start();
    let number: String = tail.chars().take_while(|character| digit(*character).is_some()).collect();
    let after_number = tail[number.len()..].trim_start_matches(' ');
    let closing = after_number.strip_prefix(['号', '號']);
    let end = mark.end() + after.len() - closing.map_or(tail.len() - number.len(), str::len);
    let serial = ascii_digits(&number);
    let serial = serial.iter().skip_while(|byte| **byte == b'0').map(|byte| char::from(*byte)).collect::<String>();
    if serial.is_empty() || serial.len() > 5 {
        // 〔2016〕号: the number is missing.
        let is_missing = number.is_empty() && closing.is_some() && (certain_bracket || closed.is_some());
        return is_missing.then_some((code, Parts { end, canonical: None, is_old: false }));
    }
    if closing.is_none() && !certain_bracket {
        return None;
    }
    let year: String = values.iter().map(|byte| char::from(*byte)).collect();
    Some((code, Parts { end, canonical: Some(format!("〔{year}〕{serial}号")), is_old: year.starts_with("19") }))
}

/// The code of the organ before the bracket: the Chinese characters that stand together, at least two. Readings that
/// a converter left in it, 發(fā), are no part of it.
fn code(passage: &Passage, at: usize) -> Option<Code> {
    let mut letters: Vec<(usize, char)> = Vec::new();
    let mut rest = passage.before(at).trim_end_matches(' ');
    while letters.len() < 20 {
        rest = without_reading(rest);
        let Some(last) = rest.chars().next_back().filter(|last| is_han(*last) || last.is_ascii_alphabetic()) else {
            break;
        };
        rest = &rest[..rest.len() - last.len_utf8()];
        letters.push((rest.len(), last));
    }
    letters.reverse();
    let is_code = letters.len() >= 2 && letters.last().is_some_and(|(_, letter)| is_han(*letter));
    is_code.then_some(Code { letters })
}

/// A text without the reading in brackets at its end.
fn without_reading(text: &str) -> &str {
    let reading = text.strip_suffix(')').and_then(|inner| {
        let near = last_bytes(inner, 16);
        let open = inner.len() - near.len() + near.rfind('(')?;
        let letters = &inner[open + 1..];
        let is_reading = (1..=9).contains(&letters.len())
            && letters.chars().all(|letter| letter.is_alphabetic() && !is_han(letter))
            && !letters.is_ascii();
        is_reading.then_some(&text[..open])
    });
    reading.unwrap_or(text)
}

/// Orders and announcements are numbered without a year in brackets: 青石镇人民政府令第3号, 第12号令, 公告2026年第3号.
fn is_order(number: &str) -> bool {
    let Some((before, number)) = number.split_once('第') else { return false };
    let end = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
    let (digits, after) = number.split_at(end);
    !digits.is_empty()
        && !digits.starts_with('0')
        && matches!(after, "号" | "号令" | "号公告" | "号通告")
        && before.chars().all(|letter| is_han(letter) || letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::find_in_field;

    #[test]
    fn the_field_of_a_document_number_is_judged_as_a_whole() {
        for number in [
            "青政发〔2026〕5号",
            "国办公开办函〔2021〕30号",
            "GB发〔1999〕12345号",
            "青房字〔2026〕5号",
            "经发办〔2026〕5号",
            "青石镇人民政府令第3号",
            "第12号令",
            "公告2026年第3号",
        ] {
            assert_eq!(find_in_field(number), None, "{number}");
        }
        for number in
            ["青政发[2026]05号", "青政发 〔2026〕5号", "青政发〔2026〕5", "青政发〔2026〕第5号", "青政发〖2026〗5号"]
        {
            let find = find_in_field(number).unwrap();
            assert_eq!(find.instead.as_deref(), Some("青政发〔2026〕5号"), "{number}");
        }
        for number in [
            "2026-5",
            "无",
            "〔2026〕5号",
            "青政发〔26〕5号",
            "青政发2026年5号",
            "侯政办〔2016151号",
            "青政发〔2026〕5号附件",
            "",
        ] {
            assert!(find_in_field(number).is_some_and(|find| find.instead.is_none()), "{number}");
        }
    }
}
