//! Dates without separators: `20161229`.

use crate::calendar::Date;
use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::number::ascii_digits;
use crate::scan::passage::{Passage, Run};
use crate::scan::setting::{Kind, Setting};
use crate::scan::words::{clause_before, has_any, is_in_address, names_a_thing, whole_word};
use crate::text::Span;

/// Words near which eight digits are a number, not a date.
const NUMBERED: &[&str] = &["号", "码", "第", "No", "NO", "版", "批", "期", "账", "卡", "编", "#", "代"];

/// Finds dates whose year, month and day run together, and proposes the official writing.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if matches!(setting.kind, Kind::FileName | Kind::Link) {
        return Vec::new();
    }
    passage.runs().iter().filter_map(|run| date(passage, setting, *run)).collect()
}

fn date(passage: &Passage, setting: &Setting, run: Run) -> Option<Find> {
    let span = Span::new(run.start, run.end);
    let digits = ascii_digits(span.of(passage.text()));
    let (date, end) = match run.digits {
        8 => (compact(&digits)?, run.end),
        // 2016年1229日: only the month and the day run together.
        4 => return month_and_day(passage, run, &digits),
        _ => return None,
    };
    let (before, after) = (passage.before(run.start), passage.after(run.end));
    let is_part = before.ends_with(['-', '/', '_', '.', '—', '〔', '[', '*', '+', '=', '&', '?', ',', '￥', '¥'])
        || after.starts_with(['-', '/', '_', '.', '%', '〕', ']', '*', '+', '=', '&', '—'])
        || after.trim_start().starts_with(['号', '期', '元', '万', '亿', '吨', '人', '户', '亩', '次', '个', '版'])
        || whole_word(passage, span).len() != 8
        || is_in_address(passage, span);
    let label = clause_before(passage, run.start, 4);
    let is_number = has_any(label, NUMBERED) && !label.ends_with(['期', '间', '于'])
        || names_a_thing(passage, run.start, setting.label)
        || has_any(setting.label, NUMBERED) && !has_any(setting.label, &["日期", "时间"]);
    if is_part || is_number {
        return None;
    }
    let closing = if after.starts_with('日') { end + '日'.len_utf8() } else { end };
    Some(told(passage, Span::new(run.start, closing), date))
}

fn told(passage: &Passage, span: Span, date: Date) -> Find {
    let (written, quoted) = (span.of(passage.text()), sentence(passage.text(), span));
    let message = say!("日期“{written}”没有分开年月日：“{quoted}”", "the date “{written}” runs together: “{quoted}”");
    Find::new(span, Severity::Warning, message).instead(date.chinese())
}

fn compact(digits: &[u8]) -> Option<Date> {
    let number =
        |from: usize, to: usize| digits[from..to].iter().fold(0, |sum, byte| sum * 10 + i16::from(byte - b'0'));
    let year = number(0, 4);
    if !(1949..=2100).contains(&year) {
        return None;
    }
    Date::new(year, number(4, 6) as i8, number(6, 8) as i8)
}

fn month_and_day(passage: &Passage, run: Run, digits: &[u8]) -> Option<Find> {
    let year_end = passage.before(run.start).strip_suffix('年')?.len();
    let year = passage.runs_from(year_end.saturating_sub(12)).iter().find(|year| year.end == year_end)?;
    if year.digits != 4 {
        return None;
    }
    if !passage.after(run.end).starts_with('日') {
        return None;
    }
    let mut whole = ascii_digits(Span::new(year.start, year.end).of(passage.text()));
    whole.extend(digits);
    let date = compact(&whole)?;
    Some(told(passage, Span::new(year.start, run.end + '日'.len_utf8()), date))
}
