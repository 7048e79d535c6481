//! Mobile telephone numbers (手机号码) that the office does not publish on purpose.

use crate::diag::Severity;
use crate::say;
use crate::scan::check_digit::is_credit_code;
use crate::scan::found::Find;
use crate::scan::mask::{MaskKind, mask};
use crate::scan::number::{Edge, Gap, Number, ascii_digits, numbers};
use crate::scan::passage::{Passage, Run};
use crate::scan::setting::{Kind, Setting};
use crate::scan::words::{is_amount, is_in_address, names_a_thing, whole_word};
use crate::text::Span;

/// Finds mobile telephone numbers, however they are broken: an error in a list, a warning in running text.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    let mut found: Vec<Find> = Vec::new();
    for number in numbers(passage, 11, 15) {
        let Some(digits) = subscriber(passage, &number) else { continue };
        let overlaps = found.last().is_some_and(|last| last.span.end > number.span.start);
        if overlaps || is_public(setting, digits) || is_other_thing(passage, setting, number.span) {
            continue;
        }
        let subscriber: String = digits.iter().map(|&byte| char::from(byte)).collect();
        let masked = mask(MaskKind::Phone, &subscriber);
        let message = say!("出现手机号码（{number}）", "a mobile telephone number ({number})", number = &masked);
        let severity = if setting.kind == Kind::Listed { Severity::Error } else { Severity::Warning };
        found.push(Find::new(number.span, severity, message).instead(masked));
    }
    found
}

/// The eleven digits of a mobile number, with or without the prefix of the country.
fn subscriber<'a>(passage: &Passage, number: &'a Number) -> Option<&'a [u8]> {
    let digits = number.digits.as_slice();
    let prefix = digits.len() - 11;
    let is_mobile = digits[prefix] == b'1' && (b'3'..=b'9').contains(&digits[prefix + 1]);
    if !is_mobile || !is_whole(passage, number) {
        return None;
    }
    let before = passage.before(number.span.start as usize);
    let is_right = match &digits[..prefix] {
        b"86" => before.ends_with(['+', '＋']) || number.groups[0] == 2,
        b"" | b"0086" => true,
        _ => false,
    };
    is_right.then_some(&digits[prefix..])
}

/// Whether the number stands for itself: no digit on either side, in a grouping that people write.
fn is_whole(passage: &Passage, number: &Number) -> bool {
    let groups = match number.groups.as_slice() {
        [2 | 4, rest @ ..] if rest.iter().sum::<usize>() == 11 => rest,
        groups => groups,
    };
    let is_free = number.after != Edge::Tight || is_next_mobile(passage, number);
    let is_free = is_free && (number.before != Edge::Tight || number.neighbour.is_some_and(is_mobile_or_prefix));
    let written = matches!(groups, [3, 4, 4] | [3, 8] | [7, 4] | [4, 3, 4] | [3, 3, 5]);
    let fits = match number.broken {
        None => true,
        Some(Gap::Line) => number.is_alone() && groups.len() == 2,
        Some(_) => written || number.is_alone(),
    };
    is_free && fits
}

fn is_mobile_or_prefix(run: Run) -> bool {
    run.digits == 11
}

fn is_next_mobile(passage: &Passage, number: &Number) -> bool {
    let next = passage.runs_from(number.span.end as usize).first();
    let is_decimal = passage.after(number.span.end as usize).starts_with('.');
    number.broken.is_none() && next.is_some_and(|run| run.digits == 11) && !is_decimal
}

fn is_public(setting: &Setting, digits: &[u8]) -> bool {
    setting.office.public_phones.iter().any(|phone| ascii_digits(phone).ends_with(digits))
}

/// The digits of a web address, an amount, a 统一社会信用代码 or the number of a thing.
fn is_other_thing(passage: &Passage, setting: &Setting, span: Span) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    let is_address = match setting.kind {
        Kind::Link => !["tel:", "sms:", "smsto:", "mailto:"].iter().any(|scheme| passage.text().contains(scheme)),
        _ => is_in_address(passage, span),
    };
    is_address
        || is_amount(passage, end)
        || names_a_thing(passage, start, setting.label)
        || is_credit_code(&whole_word(passage, span))
}
