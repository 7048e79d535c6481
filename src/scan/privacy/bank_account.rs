//! Bank accounts (银行账号) and cards.

use crate::diag::Severity;
use crate::say;
use crate::scan::check_digit::{identity_15, identity_18, is_credit_code, is_luhn};
use crate::scan::found::Find;
use crate::scan::mask::{MaskKind, mask};
use crate::scan::number::{Gap, LONGEST, Number, numbers};
use crate::scan::passage::Passage;
use crate::scan::setting::{Kind, Setting};
use crate::scan::words::{clause_after, clause_before, has_any, is_amount, is_in_address, names_a_thing, whole_word};

const ACCOUNT: &[&str] = &[
    "账号",
    "帐号",
    "賬號",
    "帳號",
    "卡号",
    "开户行",
    "开户银行",
    "一卡通",
    "银行卡",
    "存折",
    "账户",
    "帐户",
    "一折通",
    "社保卡",
    "汇款至",
];
/// An account of these is no person's.
const OWNERS: &[&str] = &["户名", "账户名称", "帐户名称", "开户名称", "收款单位", "收款人", "单位名称"];
const ORGANISATIONS: &[&str] = &[
    "公司",
    "政府",
    "委员会",
    "村委会",
    "居委会",
    "中心",
    "财政",
    "局",
    "管理所",
    "服务所",
    "合作社",
    "合作联社",
    "工会",
    "协会",
    "基金会",
    "慈善",
    "红十字会",
    "学校",
    "小学",
    "中学",
    "医院",
    "卫生院",
    "办公室",
    "街道办事处",
    "法院",
    "国库",
    "集团",
    "联合社",
    "管理处",
    "交易所",
];

/// Finds bank accounts: cards whose digits add up, and numbers that the text calls an account. An account that the
/// text gives to an organisation by name, as tenders and collections do, is lawful.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    let mut found: Vec<(Number, Find)> = Vec::new();
    for number in numbers(passage, 12, LONGEST) {
        if !is_account(passage, setting, &number) || is_other_thing(passage, setting, &number) {
            continue;
        }
        let masked = mask(MaskKind::Account, &number.digits());
        let message = say!("出现银行账号（{number}）", "a bank account ({number})", number = &masked);
        let find = Find::new(number.span, Severity::Error, message).instead(masked);
        match found.last() {
            Some((last, _)) if last.span.end > number.span.start && last.digits.len() >= number.digits.len() => {}
            Some((last, _)) if last.span.end > number.span.start => {
                found.pop();
                found.push((number, find));
            }
            _ => found.push((number, find)),
        }
    }
    found.into_iter().map(|(_, find)| find).collect()
}

fn is_account(passage: &Passage, setting: &Setting, number: &Number) -> bool {
    if !number.is_free() {
        return false;
    }
    let (start, end) = (number.span.start as usize, number.span.end as usize);
    let is_named = has_any(setting.label, ACCOUNT)
        || has_any(clause_before(passage, start, 32), ACCOUNT)
        || has_any(clause_after(passage, end, 8), ACCOUNT);
    if is_named {
        return number.broken.is_none() || is_grouped(number);
    }
    (16..=19).contains(&number.digits.len()) && is_card(passage, number)
}

/// Whether the runs are the groups of one number, and no dates, telephones or amounts in a row.
fn is_grouped(number: &Number) -> bool {
    let Some((_, groups)) = number.groups.split_last() else { return false };
    let even = groups.iter().all(|group| (3..=8).contains(group));
    let fits = number.broken < Some(Gap::Line) || number.is_alone() && groups.len() == 1;
    let landline = number.digits[0] == b'0' && matches!(number.groups[..], [3 | 4, 7 | 8]);
    fits && even && !landline && !number.groups.contains(&11)
}

/// A card without a word that names it: the digits add up, the first tells a bank, and it is grouped like a card.
fn is_card(passage: &Passage, number: &Number) -> bool {
    let (last, groups) = match number.groups.split_last() {
        Some((last, groups)) => (*last, groups),
        None => return false,
    };
    let grouped =
        groups.iter().all(|group| *group == 4) && last <= 4 || number.groups == [6, 13] || number.groups == [6, 10];
    let fits = match number.broken {
        None => true,
        Some(Gap::Line) => number.is_alone(),
        Some(_) => grouped,
    };
    let is_word = whole_word(passage, number.span).len() == number.digits.len() || number.broken.is_some();
    fits && is_word && matches!(number.digits[0], b'3'..=b'6' | b'9') && is_luhn(&number.digits)
}

fn is_other_thing(passage: &Passage, setting: &Setting, number: &Number) -> bool {
    let (start, end) = (number.span.start as usize, number.span.end as usize);
    let digits = &number.digits;
    let word = whole_word(passage, number.span);
    let is_identity = identity_18(digits, setting.office.today).is_some()
        || digits.len() == 15
            && identity_15(digits, setting.office.today).is_some()
            && says_identity(passage, setting, start)
        || digits.len() == 17 && word.ends_with(b"X");
    let is_mobile = matches!(digits.len(), 13 | 15) && matches!(&digits[..2], b"86" | b"00");
    is_identity
        || is_mobile
        || is_credit_code(&word)
        || is_amount(passage, end)
        || names_a_thing(passage, start, setting.label)
        || setting.kind == Kind::Link
        || is_in_address(passage, number.span)
        || is_of_organisation(passage, start)
}

fn says_identity(passage: &Passage, setting: &Setting, start: usize) -> bool {
    setting.label.contains("身份证") || clause_before(passage, start, 12).contains("身份证")
}

/// Whether the text names an organisation as the account's owner: `户名：青石镇财政所`.
fn is_of_organisation(passage: &Passage, start: usize) -> bool {
    let before = passage.before(start);
    let from = before.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
    let near = &before[from..];
    let Some((at, owner)) = OWNERS.iter().filter_map(|word| near.rfind(word).map(|at| (at, *word))).max() else {
        return false;
    };
    let named = near[at + owner.len()..].trim_start_matches(['：', ':', ' ', '为', '是']);
    let name = named.split(['，', '。', '；', ',', ';', '\n', ' ', '、']).next().unwrap_or("");
    has_any(name, ORGANISATIONS)
}
