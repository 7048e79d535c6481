//! Places that were to be filled in: `_条`, `XX镇`, `占_._%`, `{{标题}}`, 月15日 without its month.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::{Mark, Passage, digit, is_han};
use crate::scan::phrase::Topic;
use crate::scan::setting::{Kind, Setting};
use crate::text::Span;

/// What a blank stands before: units, parts of a date, kinds of places.
const FILLED: &str = "条件省市县区乡镇村社街道局年月日名人次个项份户万元亿亩号岁期级组办队所站时点度季批户%％";
/// Kinds of places and offices that XX stands before.
const OFFICES: [&str; 17] =
    ["省", "市", "县", "区", "乡", "镇", "村", "街道", "社区", "局", "委", "办", "部门", "年", "月", "项目", "政府"];

/// Finds blanks that nobody filled in; blanks of forms (`姓名：______`) are none.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    if setting.kind == Kind::Link {
        return Vec::new();
    }
    let mut spans: Vec<Span> = passage
        .hits()
        .iter()
        .filter(|hit| hit.topic == Topic::Placeholder && is_bare(passage, hit.at, hit.phrase))
        .map(|hit| Span::new(hit.at, hit.at + hit.phrase.len()))
        .collect();
    let marks = passage.marks();
    let mut at = 0;
    while at < marks.len() {
        let run =
            marks[at..].windows(2).take_while(|pair| pair[0].end() == pair[1].at && same(pair[0], pair[1])).count();
        let span = Span::new(marks[at].at, marks[at + run].end());
        let found = match marks[at].mark {
            '_' | '＿' if setting.kind != Kind::FileName => blank(passage, span),
            'x' | 'X' | '×' | 'Ｘ' | 'ｘ' if run >= 1 => crossed(passage, span),
            '%' | '％' => missing_share(passage, span),
            '{' if run == 1 => braces(passage, span),
            '【' | '《' | '〔' => empty_brackets(passage, marks[at]).or_else(|| asking(passage, marks[at])),
            _ => None,
        };
        spans.extend(found);
        at += run + 1;
    }
    spans.extend(missing_month(passage));
    spans.sort();
    spans.dedup_by(|next, kept| {
        let touches = next.start <= kept.end;
        kept.end = if touches { kept.end.max(next.end) } else { kept.end };
        touches
    });
    spans.into_iter().map(|span| told(passage, span)).collect()
}

fn told(passage: &Passage, span: Span) -> Find {
    let (blank, quoted) = (span.of(passage.text()), sentence(passage.text(), span));
    let message = say!("“{blank}”处没有填写：“{quoted}”", "a blank was left at “{blank}”: “{quoted}”");
    Find::new(span, Severity::Warning, message)
}

fn same(left: Mark, right: Mark) -> bool {
    left.mark.eq_ignore_ascii_case(&right.mark)
}

/// `_条`, `占_._%`, `_镇年度`; a long line after a colon is a form's.
fn blank(passage: &Passage, span: Span) -> Option<Span> {
    let (start, end) = (span.start as usize, span.end as usize);
    let (before, after) = (passage.before(start), passage.after(end));
    if let Some(rest) = after.strip_prefix("._") {
        let rest = rest.trim_start_matches([' ', '_']);
        return (rest.starts_with(['%', '％']) || before.ends_with(is_han)).then(|| Span::new(start, end + 2));
    }
    if before.ends_with("_.")
        || end - start > 4 && !before.ends_with(is_han)
        || before.trim_end().ends_with(['：', ':'])
    {
        return None;
    }
    let next = after.trim_start_matches(' ').chars().next()?;
    let is_filled = FILLED.contains(next);
    let opens = before.chars().next_back().is_none_or(|before| !before.is_ascii_alphanumeric());
    (is_filled && opens && !is_emphasis(passage.near_after(end, 64))).then(|| {
        let spaces = after.len() - after.trim_start_matches(' ').len();
        Span::new(start, end + spaces + next.len_utf8())
    })
}

/// `_重要_ ` is emphasis in Markdown: closed by another underscore that a space or a mark follows.
fn is_emphasis(after: &str) -> bool {
    let line = after.split('\n').next().unwrap_or("");
    line.find('_').is_some_and(|end| {
        let inner = &line[..end];
        let next = line[end + 1..].chars().next();
        inner.chars().count() >= 2
            && inner.chars().all(is_han)
            && next.is_none_or(|next| !is_han(next) && !next.is_alphanumeric())
    })
}

/// `XX镇`, `xx年`, `××县`.
fn crossed(passage: &Passage, span: Span) -> Option<Span> {
    let (before, after) = (passage.before(span.start as usize), passage.after(span.end as usize));
    if before.ends_with(|character: char| character.is_ascii_alphanumeric()) {
        return None;
    }
    let office = OFFICES.iter().find(|office| after.starts_with(**office))?;
    let end = span.end as usize + office.len();
    Some(Span::new(span.start as usize, end))
}

/// A share without its figure: 占%.
fn missing_share(passage: &Passage, span: Span) -> Option<Span> {
    let before = passage.before(span.start as usize).trim_end_matches(' ');
    let word = ["占", "达", "达到", "为", "增长", "下降", "提高"]
        .iter()
        .filter(|word| before.ends_with(**word))
        .max_by_key(|word| word.len())?;
    Some(Span::new(before.len() - word.len(), span.end as usize))
}

/// `{{标题}}`.
fn braces(passage: &Passage, span: Span) -> Option<Span> {
    let after = passage.near_after(span.end as usize, 64);
    let end = after.find("}}").filter(|end| *end <= 60)?;
    Some(Span::new(span.start as usize, span.end as usize + end + 2))
}

/// `【】`, `《》`, `〔〕`.
fn empty_brackets(passage: &Passage, mark: Mark) -> Option<Span> {
    let closing = match mark.mark {
        '【' => '】',
        '《' => '》',
        _ => '〕',
    };
    let inner = passage.after(mark.end());
    let spaces = inner.len() - inner.trim_start_matches([' ', '\u{3000}']).len();
    inner[spaces..].starts_with(closing).then(|| Span::new(mark.at, mark.end() + spaces + closing.len_utf8()))
}

/// `【请填写：做得不够的地方】`, which drafts of reports leave for a person to write.
fn asking(passage: &Passage, mark: Mark) -> Option<Span> {
    let inner = passage.near_after(mark.end(), 400);
    let asks = ["请填写", "请补充", "此处填写"].iter().any(|word| inner.trim_start().starts_with(word));
    let end = inner.find('】').filter(|_| mark.mark == '【' && asks)?;
    Some(Span::new(mark.at, mark.end() + end + '】'.len_utf8()))
}

/// 月15日 at the beginning of a clause: the number of the month is gone.
fn missing_month(passage: &Passage) -> Vec<Span> {
    let runs = passage.runs().iter().filter(|run| run.digits <= 2);
    let found = runs.filter_map(|run| {
        let before = passage.before(run.start).strip_suffix('月')?;
        let is_date = passage.after(run.end).starts_with('日');
        let opens = before.chars().next_back().is_none_or(|last| {
            matches!(last, '，' | ',' | '。' | '；' | '：' | ':' | '（' | '(' | '、' | '\n' | '年' | ' ' | '\u{3000}')
                && digit(last).is_none()
        });
        let is_spaced =
            before.trim_end_matches([' ', '\u{3000}']).chars().next_back().is_some_and(|last| digit(last).is_some());
        (is_date && opens && !is_spaced).then(|| Span::new(before.len(), run.end + '日'.len_utf8()))
    });
    found.collect()
}

/// 待补充 and its like count at the end of a clause or in brackets, not in a sentence about filling in.
fn is_bare(passage: &Passage, at: usize, phrase: &str) -> bool {
    if phrase.starts_with("某某") {
        return !passage
            .before(at)
            .chars()
            .next_back()
            .is_some_and(|before| is_han(before) && !"在由到向与和对是为的".contains(before));
    }
    let before = passage.before(at).chars().next_back();
    let after = passage.after(at + phrase.len()).chars().next();
    let opens = before
        .is_none_or(|before| matches!(before, '（' | '(' | '【' | '[' | '：' | ':' | '\n' | '<' | '{' | '_' | ' '));
    let closes = after.is_none_or(|after| !is_han(after));
    opens && (closes || before.is_some_and(|before| matches!(before, '【' | '[' | '{' | '（')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::scan::setting::OfficeWords;

    #[test]
    fn what_a_drafted_report_asks_for_is_a_blank() {
        let today = Date::new(2026, 11, 21).unwrap();
        let office = OfficeWords { self_names: Vec::new(), public_phones: Vec::new(), today };
        let found = |text: &str| -> Vec<String> {
            let finds = find(&Passage::new(text), &Setting::new(Kind::Prose, &office));
            finds.into_iter().map(|find| find.span.of(text).to_owned()).collect()
        };
        assert_eq!(found("今年，【请填写：存在的问题】。"), ["【请填写：存在的问题】"]);
        assert!(found("【通知】请填写申请表。").is_empty());
        assert_eq!(found("经过如下：【请填写"), ["请填写"], "cut off, it is still a blank");
    }
}
