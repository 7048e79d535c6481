//! A report as it was written and published, compared with the figures.

use super::chapter::TITLES;
use super::requests::lines;
use super::tables::Tables;
use crate::annual::Tallied;
use crate::board::{Board, Item};
use crate::calendar::Period;
use crate::diag::Severity;
use crate::say;
use crate::tally::Tally;
use crate::text::{Span, Text};

/// Whether an item is the report on a year, by its title, or by its period in the category of reports.
pub fn is_report_on(item: &Item, year: i16, board: &Board) -> bool {
    let title = item.title();
    let of_year = item.period() == Some(Period::Year(year)) || title.contains(&format!("{year}年"));
    let titled = title.contains("信息公开") || title.contains("政务公开");
    let named = ["年度报告", "年报", "工作报告"].iter().any(|word| title.contains(word));
    let filed = item.category.is_some_and(|id| {
        let line = board.config.categories.line(id);
        line.iter().any(|&id| board.config.categories.get(id).id == "reports")
    });
    of_year && named && (titled || filed) || filed && item.period() == Some(Period::Year(year))
}

/// Something in a written report that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Where it stands in the item's file.
    pub span: Span,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
}

/// A number that a text gives for something that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The number.
    pub number: u64,
    /// Where it stands in the text.
    pub span: Span,
}

/// Compares a written report with the figures of its year.
pub fn discrepancies(board: &Board, item: &Item, year: i16) -> Vec<Discrepancy> {
    let tally = Tally::of(board);
    let tables = Tables::of(board, &tally, year);
    let mut found = Vec::new();
    titles(item, &mut found);
    table(item, &tables, &mut found);
    prose(board, item, &tables, &mut found);
    found
}

/// AR-8: a report that has any of the six sections has all of them, in order.
fn titles(item: &Item, found: &mut Vec<Discrepancy>) {
    let words: Vec<String> = item.draft.outline.headings.iter().map(|heading| plain(&heading.words)).collect();
    let at: Vec<Option<usize>> =
        TITLES.iter().map(|title| words.iter().position(|words| *words == plain(title))).collect();
    let known: Vec<usize> = at.iter().copied().flatten().collect();
    if known.is_empty() {
        return;
    }
    let mut say = |heading: Option<usize>, message: Text| {
        let span = heading.map(|at| item.draft.in_body(item.draft.outline.headings[at].span));
        let span = span.unwrap_or_else(|| title_span(item));
        found.push(Discrepancy { span, severity: Severity::Error, message });
    };
    for (title, at) in TITLES.iter().zip(&at) {
        if at.is_none() {
            say(None, say!("年度报告缺少“{title}”", "the report lacks the section “{title}”"));
        }
    }
    if let Some(pair) = known.windows(2).find(|pair| pair[0] > pair[1]) {
        say(Some(pair[1]), say!("年度报告的六个部分顺序不对", "the six sections do not stand in order"));
    }
}

/// AR-1 to AR-4 and AR-7: the rows of table three as they are written.
fn table(item: &Item, tables: &Tables, found: &mut Vec<Discrepancy>) {
    let has_figures = tables.requests.rows.iter().flatten().any(|&count| count > 0);
    let labels: Vec<String> =
        lines().iter().map(|line| plain(line.labels.last().map_or("", |label| label.0))).collect();
    let mut next = 0;
    for (start, line) in written_lines(item.draft.body()) {
        let Some(row) = line.trim().strip_prefix('|') else { continue };
        let cells: Vec<&str> = row.trim_end().trim_end_matches('|').split('|').map(str::trim).collect();
        if cells.len() < 8 {
            continue;
        }
        let (names, numbers) = cells.split_at(cells.len() - 7);
        let name = plain(names.iter().rev().find(|name| !name.is_empty()).unwrap_or(&""));
        let Some(at) = (next..labels.len()).find(|&at| name.ends_with(&labels[at])) else { continue };
        next = at + 1;
        let span = item.draft.in_body(Span::new(start, start + line.trim_end().len()));
        let label = lines()[at].name;
        let mut say = |message| found.push(Discrepancy { span, severity: Severity::Error, message });
        if numbers.iter().any(|cell| cell.is_empty()) {
            say(say!("“{label}”一行有空格，应当写 0", "the row “{label}” has an empty cell; write 0"));
            continue;
        }
        let written: Option<Vec<u64>> = numbers
            .iter()
            .map(|cell| if *cell == "/" { Some(0) } else { cell.replace(',', "").parse().ok() })
            .collect();
        let Some(written) = written else { continue };
        let (sum, total) = (written[..6].iter().sum::<u64>(), written[6]);
        if sum != total {
            say(say!(
                "“{label}”一行各列相加是 {sum}，总计写的是 {total}",
                "the row “{label}” adds up to {sum}, but its total is {total}"
            ));
        } else if has_figures && written != tables.requests.rows[at] {
            let (own, other) = (written[6], tables.requests.rows[at][6]);
            let year = tables.year;
            say(say!(
                "“{label}”一行与 annual/{year}.yaml 不一致（报告总计 {own}，台账 {other}）",
                "the row “{label}” is not that of annual/{year}.yaml (total {own} here, {other} there)"
            ));
        }
    }
}

/// Figures in the prose.
fn prose(board: &Board, item: &Item, tables: &Tables, found: &mut Vec<Discrepancy>) {
    let year = tables.year;
    let [_, normative] = &tables.documents;
    let Some(figures) = board.annual.years.get(&year) else { return };
    let requests = &tables.requests;
    let mut known: Vec<(&[&str], u64)> = Vec::new();
    if figures.requests.is_some() {
        known.push((
            &["新收申请", "新收政府信息公开申请", "收到依申请公开申请", "收到政府信息公开申请"],
            requests.received(),
        ));
        known.push((&["上年结转", "上年度结转"], requests.carried_over()));
        known.push((&["结转下年", "结转下年度", "结转下年度继续办理"], requests.carried_forward()));
        known.push((&["予以公开"], requests.granted()));
        known.push((&["部分公开"], requests.partly()));
        known.push((&["办结"], requests.total()));
    }
    if figures.reviews.is_some() {
        known.push((&["行政复议", "引起的行政复议"], tables.appeals.reviews[4]));
    }
    for (of, phrases) in [
        (Tallied::Posts, &["政务新媒体发布信息", "政务新媒体发布"][..]),
        (Tallied::Meetings, &["政务公开工作会议", "例会和工作会议"]),
        (Tallied::Surveys, &["社会评议"]),
    ] {
        if let Some(count) = figures.tallied[of as usize] {
            known.push((phrases, count));
        }
    }
    for (phrases, count) in known {
        compare(item, phrases, count, Severity::Error, found);
    }
    compare(item, &["制发行政规范性文件"], normative.made, Severity::Error, found);
    // What was counted when the report was written may have been withdrawn since.
    compare(item, &["主动公开政府信息", "主动公开"], tables.total.all, Severity::Warning, found);
    compare(item, &["通过互联网公开"], tables.total.internet, Severity::Warning, found);
}

fn compare(item: &Item, phrases: &[&str], count: u64, severity: Severity, found: &mut Vec<Discrepancy>) {
    let body = item.draft.body();
    let summary = item.front().summary.as_ref();
    let in_body = claims(body, phrases).into_iter().map(|claim| (claim.number, item.draft.in_body(claim.span)));
    let in_summary = summary
        .into_iter()
        .flat_map(|summary| claims(summary, phrases).into_iter().map(|claim| (claim.number, summary.span)));
    for (number, span) in in_body.chain(in_summary).filter(|(number, _)| *number != count) {
        let phrase = phrases.last().copied().unwrap_or_default();
        let message = say!(
            "文中“{phrase}”写的是 {number}，数据是 {count}",
            "the text says {number} for “{phrase}”, the figures {count}"
        );
        found.push(Discrepancy { span, severity, message });
    }
}

/// Where a text gives a number right behind one of these phrases: `新收申请7件`. Tables are left out.
fn claims(text: &str, phrases: &[&str]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (start, line) in written_lines(text).filter(|(_, line)| !line.trim_start().starts_with('|')) {
        for phrase in phrases {
            for (at, _) in line.match_indices(phrase) {
                let behind = &line[at + phrase.len()..];
                let digits =
                    behind.len() - behind.trim_start_matches(|character: char| character.is_ascii_digit()).len();
                let counted = behind[digits..].starts_with(['件', '条', '次', '项']);
                if let Some(number) = behind[..digits].parse().ok().filter(|_| counted) {
                    let from = start + at + phrase.len();
                    let claim = Claim { number, span: Span::new(from, from + digits) };
                    if !claims.contains(&claim) {
                        claims.push(claim);
                    }
                }
            }
        }
    }
    claims
}

/// The lines of a text and where each starts.
fn written_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let own = start;
        start += line.len();
        (own, line)
    })
}

/// Words without blanks and the marks that offices set differently.
fn plain(words: &str) -> String {
    let same = |character: char| match character {
        '．' | '。' | '、' | '.' | '"' | '“' | '”' | '「' | '」' => None,
        '(' => Some('（'),
        ')' => Some('）'),
        other => (!other.is_whitespace() && other != '*').then_some(other),
    };
    words.chars().filter_map(same).collect()
}

fn title_span(item: &Item) -> Span {
    item.front().title.as_ref().map_or(item.draft.front_span, |title| title.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_right_behind_a_phrase_is_a_claim() {
        let numbers =
            |text, phrases: &[&str]| claims(text, phrases).iter().map(|claim| claim.number).collect::<Vec<_>>();
        assert_eq!(numbers("全年新收申请7件，上年结转1件。", &["新收申请"]), [7]);
        assert_eq!(numbers("新收申请，其中7件。\n| 新收申请7件 |", &["新收申请"]), Vec::<u64>::new());
        assert_eq!(numbers("主动公开政府信息42条", &["主动公开政府信息", "主动公开"]), [42]);
        assert_eq!(numbers("上年结转2026年", &["上年结转"]), Vec::<u64>::new());
    }

    #[test]
    fn labels_are_the_same_however_they_are_set() {
        assert_eq!(plain("（三）不予公开 3. 危及\"三安全一稳定\""), plain("（三）不予公开3．危及“三安全一稳定”"));
    }
}
