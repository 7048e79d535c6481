//! A person's illness or disability (健康、残疾情况).

use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::scan::passage::Passage;
use crate::scan::person::names;
use crate::scan::phrase::Topic;
use crate::scan::setting::Setting;
use crate::scan::words::clause_before;
use crate::text::Span;

const COLUMNS: &[&str] = &[
    "病名",
    "病种",
    "疾病",
    "患病",
    "病情",
    "病史",
    "残疾等级",
    "残疾类别",
    "残疾类型",
    "残疾种类",
    "残疾程度",
    "残疾证",
    "残疾人证",
    "残疾情况",
    "健康状况",
    "健康情况",
    "身体状况",
    "身体情况",
    "诊断",
    "孕检",
    "婚检",
    "孕产",
    "怀孕",
    "艾滋",
    "HIV",
    "精神状况",
    "血型",
    "残级",
    "残类",
    "失能等级",
    "失能情况",
    "自理能力",
    "医学",
];

/// What ties a name to the illness after it.
const TIES: &[&str] = &[
    "患",
    "身患",
    "罹患",
    "因患",
    "确诊",
    "查出",
    "被诊断",
    "被查出",
    "患有",
    "突发",
    "检查出",
    "不幸",
    "系",
    "属",
    "为",
    "因",
    "，男",
    "，女",
    "（男",
    "（女",
    ",男",
    ",女",
    "(男",
    "(女",
    "（",
    "(",
    "，因",
    "，患",
    "，身患",
    "，系",
    "，确诊",
    "同志",
    "家",
    "，",
    "常年",
    "长期",
    "多年",
];

/// Finds illnesses beside the name of a person in running text. The name of an illness alone is none.
pub fn find(passage: &Passage, _setting: &Setting) -> Vec<Find> {
    let mut found: Vec<Find> = Vec::new();
    for hit in passage.hits().iter().filter(|hit| hit.topic == Topic::Illness) {
        let end = hit.at + hit.phrase.len();
        if found.last().is_some_and(|last| last.span.end as usize >= end) || is_a_matter(passage.after(end)) {
            continue;
        }
        let clause = clause_before(passage, hit.at, 28);
        let Some(start) = patient(clause) else { continue };
        let span = Span::new(hit.at - clause.len() + start, end);
        if found.last().is_some_and(|last| last.span.end > span.start) {
            continue;
        }
        let message = say!(
            "写出了个人的健康状况：“{illness}”与姓名同时出现",
            "somebody's state of health: “{illness}” beside a name",
            illness = hit.phrase
        );
        found.push(Find::new(span, Severity::Error, message));
    }
    found
}

/// Finds columns of illness or disability, and cells that tell one, in a table of persons named in clear.
pub fn find_in_table(grid: &Grid) -> Vec<CellFind> {
    let named: Vec<bool> = (0..grid.rows.len()).map(|row| grid.names_person(row)).collect();
    let mut found = Vec::new();
    if !named.contains(&true) {
        return found;
    }
    let persons = grid.person_columns();
    let columns = grid.columns_with(COLUMNS);
    for column in 0..grid.header.len() {
        let label = grid.label(column);
        let tells = |cell: &str| {
            let cell = cell.trim();
            !cell.is_empty() && !cell.chars().all(|character| matches!(character, '*' | '＊' | '-' | '/' | '—' | '无'))
        };
        if persons.contains(&column) || label.contains("标准") || label.contains("金额") {
            continue;
        }
        if columns.contains(&column) && grid.column(column).any(|(row, cell)| named[row] && tells(cell)) {
            let message = say!(
                "名单中有个人健康、残疾情况一列“{label}”",
                "the column “{label}” of a list of persons tells their health",
            );
            let span = Span::new(0, label.len());
            found.push(CellFind { row: None, column: Some(column), find: Find::new(span, Severity::Error, message) });
        } else if let Some((row, illness)) = first_illness(grid, column, &named) {
            let message = say!(
                "名单中写出了个人的健康状况“{illness}”",
                "a list of persons tells somebody's health: “{illness}”",
            );
            let cell = grid.rows[row][column];
            let at = cell.find(illness).unwrap_or(0);
            let find = Find::new(Span::new(at, at + illness.len()), Severity::Error, message);
            found.push(CellFind { row: Some(row), column: Some(column), find });
        }
    }
    found
}

fn first_illness(grid: &Grid, column: usize, named: &[bool]) -> Option<(usize, &'static str)> {
    grid.column(column).filter(|(row, _)| named[*row]).find_map(|(row, cell)| {
        let passage = Passage::new(cell);
        let hit = passage.hits().iter().find(|hit| hit.topic == Topic::Illness)?;
        (!is_a_matter(&cell[hit.at + hit.phrase.len()..])).then_some((row, hit.phrase))
    })
}

/// Words that make an illness a matter of the office: 高血压患者管理, 残疾人证, 结核病防治.
fn is_a_matter(after: &str) -> bool {
    const MATTERS: [&str; 16] = [
        "防治",
        "防控",
        "患者管理",
        "筛查",
        "医疗保险",
        "医保",
        "保险",
        "救助",
        "专科",
        "医院",
        "协会",
        "科普",
        "宣传",
        "知识",
        "评定",
        "服务",
    ];
    MATTERS.iter().any(|matter| after.starts_with(matter))
}

/// Where the name of the person starts who has the illness that follows the clause.
fn patient(clause: &str) -> Option<usize> {
    names(clause).into_iter().rev().find_map(|name| {
        let between = &clause[name.end..];
        let tied = between.is_empty() || TIES.iter().any(|tie| between.starts_with(tie));
        let tied = if name.is_cued { tied } else { has_strong_tie(between) };
        tied.then_some(name.start)
    })
}

fn has_strong_tie(between: &str) -> bool {
    const STRONG: [&str; 8] = ["患", "身患", "罹患", "因患", "确诊", "被诊断", "查出", "突发"];
    const SEXES: [&str; 8] = ["，男", "，女", "（男", "（女", ",男", ",女", "(男", "(女"];
    STRONG.iter().chain(&SEXES).any(|tie| between.starts_with(tie)) || matches!(between, "（" | "(" | "：" | ":")
}
