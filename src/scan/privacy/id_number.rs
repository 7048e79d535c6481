//! Identity numbers (公民身份号码) of 18 and of 15 digits.

use crate::calendar::Date;
use crate::diag::Severity;
use crate::say;
use crate::scan::check_digit::{holds_organisation_code, identity_15, identity_18, is_credit_code};
use crate::scan::found::Find;
use crate::scan::mask::{MaskKind, mask};
use crate::scan::number::{Edge, Gap, Number, joint, numbers};
use crate::scan::passage::{Passage, digit};
use crate::scan::setting::Setting;
use crate::scan::words::{clause_after, clause_before, has_any, is_amount, names_a_thing, whole_word};
use crate::text::Span;

const IDENTITY: &[&str] = &["身份证", "身份号", "身份證", "公民身份", "证件号", "身份信息"];

/// Finds identity numbers, however they are broken.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    let found = identities(passage, setting).into_iter();
    found
        .map(|identity| {
            let masked = mask(MaskKind::Id, &identity.number);
            let message = if identity.is_certain {
                say!("出现公民身份号码（{number}）", "an identity number ({number})", number = &masked)
            } else {
                say!(
                    "疑似 15 位旧身份证号码（{number}）",
                    "what looks like a 15-digit identity number ({number})",
                    number = &masked
                )
            };
            let severity = if identity.is_certain { Severity::Error } else { Severity::Warning };
            Find::new(identity.span, severity, message).instead(masked)
        })
        .collect()
}

/// One identity number.
pub(super) struct Identity {
    /// Where it stands.
    pub span: Span,
    /// Its characters, half-width.
    pub number: String,
    /// The day of birth that it tells.
    pub birth: Date,
    /// Whether nothing else can be meant.
    pub is_certain: bool,
}

/// The identity numbers of a text, in order and without overlaps.
pub(super) fn identities(passage: &Passage, setting: &Setting) -> Vec<Identity> {
    let mut found: Vec<Identity> = Vec::new();
    for number in numbers(passage, 15, 20) {
        let judged = match number.digits.len() {
            15 => old(passage, setting, &number),
            17 => lettered(passage, setting, &number),
            18 => modern(passage, setting, &number),
            20 => disabled(passage, setting, &number),
            _ => None,
        };
        let Some(identity) = judged else { continue };
        // A number of 18 digits may hold one of 15 where it is broken; the longer one is meant.
        match found.last() {
            Some(last) if last.span.end > identity.span.start && last.number.len() >= identity.number.len() => {}
            Some(last) if last.span.end > identity.span.start => {
                found.pop();
                found.push(identity);
            }
            _ => found.push(identity),
        }
    }
    found
}

fn is_named(passage: &Passage, setting: &Setting, span: Span) -> bool {
    has_any(setting.label, IDENTITY)
        || has_any(clause_before(passage, span.start as usize, 16), IDENTITY)
        || has_any(clause_after(passage, span.end as usize, 8), IDENTITY)
}

/// Whether the runs of a number may be one: free of neighbours, and broken in a way that a hand or a printer breaks it.
fn holds_together(number: &Number) -> bool {
    number.is_free() && (number.is_alone() || number.broken.is_none_or(|gap| gap < Gap::Line))
}

fn modern(passage: &Passage, setting: &Setting, number: &Number) -> Option<Identity> {
    if !holds_together(number) {
        return None;
    }
    let birth = identity_18(&number.digits, setting.office.today)?;
    let word = whole_word(passage, number.span);
    if word.len() == 18 && is_credit_code(&word) {
        let clause = clause_before(passage, number.span.start as usize, 16);
        let is_code = clause.contains("代码") || setting.label.contains("代码");
        if is_code || holds_organisation_code(&word) && !is_named(passage, setting, number.span) {
            return None;
        }
    }
    Some(Identity { span: number.span, number: number.digits(), birth, is_certain: true })
}

/// Seventeen digits and the check letter X.
fn lettered(passage: &Passage, setting: &Setting, number: &Number) -> Option<Identity> {
    if number.before == Edge::Tight || !holds_together(&Number { after: Edge::Open, ..number.clone() }) {
        return None;
    }
    let end = number.span.end as usize;
    let rest = passage.near_after(end, 16);
    let (at, letter) =
        rest.char_indices().find(|(_, character)| matches!(character, 'X' | 'x' | 'Ｘ' | 'ｘ' | 'Χ' | 'Х' | '×'))?;
    if at > 9 || at > 0 && joint(&rest[..at]).is_none() {
        return None;
    }
    let end = end + at + letter.len_utf8();
    if passage.after(end).chars().next().and_then(digit).is_some() {
        return None;
    }
    let mut digits = number.digits.clone();
    digits.push(b'X');
    let birth = identity_18(&digits, setting.office.today)?;
    let span = Span::new(number.span.start as usize, end);
    let word = whole_word(passage, span);
    let is_code = is_credit_code(&word) && holds_organisation_code(&word) && !is_named(passage, setting, span);
    (!is_code).then(|| Identity { span, number: number.digits() + "X", birth, is_certain: true })
}

/// Fifteen digits without a check digit: certain only where the text says what they are.
fn old(passage: &Passage, setting: &Setting, number: &Number) -> Option<Identity> {
    if !holds_together(number) || number.broken.is_some() && !number.is_alone() {
        return None;
    }
    let birth = identity_15(&number.digits, setting.office.today)?;
    let is_certain = is_named(passage, setting, number.span);
    let (start, end) = (number.span.start as usize, number.span.end as usize);
    let is_thing = number.broken.is_some()
        || names_a_thing(passage, start, setting.label)
        || is_amount(passage, end)
        || whole_word(passage, number.span).len() != 15
        || has_any(clause_before(passage, start, 16), &["账", "帐", "卡号", "开户", "一卡通"])
        || has_any(setting.label, &["账", "帐", "卡"]);
    (is_certain || !is_thing).then(|| Identity { span: number.span, number: number.digits(), birth, is_certain })
}

/// The number of a 残疾人证 is an identity number and two digits for kind and degree.
fn disabled(passage: &Passage, setting: &Setting, number: &Number) -> Option<Identity> {
    let is_named =
        setting.label.contains("残疾") || clause_before(passage, number.span.start as usize, 16).contains("残疾");
    if !is_named || !holds_together(number) {
        return None;
    }
    let birth = identity_18(&number.digits[..18], setting.office.today)?;
    Some(Identity { span: number.span, number: number.digits(), birth, is_certain: true })
}
