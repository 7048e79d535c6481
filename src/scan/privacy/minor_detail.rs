//! Children under fourteen (不满十四周岁未成年人) named to the public.

use super::id_number::identities;
use crate::calendar::Date;
use crate::diag::Severity;
use crate::say;
use crate::scan::found::{CellFind, Find};
use crate::scan::grid::Grid;
use crate::scan::number::ascii_digits;
use crate::scan::passage::{Passage, Run};
use crate::scan::person::names;
use crate::scan::setting::{OfficeWords, Setting};
use crate::scan::words::{clause_before, has_any};
use crate::text::{Span, Text};

/// The age from which personal information is no longer that of a child (个人信息保护法 art. 28).
const AGE: i32 = 14;

const CHILDREN: &[&str] = &[
    "儿童",
    "孤儿",
    "幼儿",
    "婴儿",
    "婴幼儿",
    "未成年人",
    "未成年",
    "小学生",
    "学前",
    "新生儿",
    "留守儿童",
    "困境儿童",
];
const PUPILS: &[&str] = &["学生", "中小学", "在校生", "义务教育", "营养餐", "寄宿生"];
/// Pupils and students who are fourteen and older.
const GROWN: &[&str] = &["大学生", "高中", "中职", "高校", "研究生", "高考", "大专", "本科", "技校", "新录取"];

/// Finds children's identity numbers, and names that an age under fourteen stands beside.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    let today = setting.office.today;
    let mut found: Vec<Find> = identities(passage, setting)
        .into_iter()
        .filter(|identity| age(identity.birth, today) < AGE)
        .map(|identity| Find::new(identity.span, Severity::Error, told(age(identity.birth, today))))
        .collect();
    found.extend(passage.runs().iter().filter(|run| run.digits <= 2).filter_map(|run| aged(passage, *run)));
    found.sort_by_key(|find| find.span);
    found
}

/// A name that an age under fourteen stands beside.
fn aged(passage: &Passage, run: Run) -> Option<Find> {
    let after = passage.after(run.end);
    let is_age = ["岁", "周岁", "个月大"].iter().any(|unit| after.starts_with(unit));
    if !is_age || is_a_rule(after) {
        return None;
    }
    let digits = ascii_digits(Span::new(run.start, run.end).of(passage.text()));
    let years = digits.iter().fold(0, |years, byte| years * 10 + i32::from(byte - b'0'));
    let clause = clause_before(passage, run.start, 16);
    let name = child(clause).filter(|_| years < AGE)?;
    Some(Find::new(Span::new(run.start - clause.len() + name, run.end), Severity::Error, told(years)))
}

/// Finds tables that name children: by what the table is about, or by an age or a birth in a row.
pub fn find_in_table(grid: &Grid, office: &OfficeWords) -> Vec<CellFind> {
    let named: Vec<usize> = (0..grid.rows.len()).filter(|row| grid.names_person(*row)).collect();
    let Some(&first) = named.first() else { return Vec::new() };
    let persons = grid.person_columns();
    let headers = persons.iter().map(|column| grid.label(*column));
    let is_about = |words: &[&str]| has_any(grid.about, words) || headers.clone().any(|label| has_any(label, words));
    if (is_about(CHILDREN) || is_about(PUPILS)) && !is_about(GROWN) && !is_grown_list(grid) {
        let message = say!("名单公开了未成年人的姓名", "a list names children");
        let cell = grid.rows[first][persons[0]];
        let find = Find::new(Span::new(0, cell.len()), Severity::Error, message);
        return vec![CellFind { row: Some(first), column: Some(persons[0]), find }];
    }
    let mut found = Vec::new();
    for column in grid.columns_with(&["年龄", "周岁", "出生"]) {
        for (row, cell) in grid.column(column).filter(|(row, _)| named.contains(row)) {
            let years =
                if grid.label(column).contains("出生") { birth_age(cell, office.today) } else { written_age(cell) };
            if let Some(years) = years.filter(|years| (0..AGE).contains(years)) {
                let find = Find::new(Span::new(0, cell.len()), Severity::Error, told(years));
                found.push(CellFind { row: Some(row), column: Some(column), find });
            }
        }
    }
    found
}

fn told(years: i32) -> Text {
    say!("公开了不满十四周岁未成年人的个人信息（{years} 岁）", "personal data of a child under fourteen (aged {years})")
}

/// Full years from a birth to a day.
fn age(birth: Date, today: Date) -> i32 {
    let had_birthday = (today.month(), today.day()) >= (birth.month(), birth.day());
    i32::from(today.year()) - i32::from(birth.year()) - i32::from(!had_birthday)
}

fn written_age(cell: &str) -> Option<i32> {
    cell.trim().trim_end_matches("周岁").trim_end_matches('岁').trim().parse().ok()
}

/// The age of someone born in 2019-05, 2019年5月1日, 20190501; where a day or month is missing, the youngest reading
/// that is still certain.
fn birth_age(cell: &str, today: Date) -> Option<i32> {
    let mut parts: Vec<i32> = cell
        .split(|character: char| !character.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    if let [whole] = parts[..] {
        parts = match whole {
            19_000_000..=29_999_999 => vec![whole / 10_000, whole / 100 % 100, whole % 100],
            190_000..=299_999 => vec![whole / 100, whole % 100],
            _ => parts,
        };
    }
    let year = *parts.first().filter(|year| (1900..=2200).contains(*year))?;
    let month = parts.get(1).copied().unwrap_or(1);
    let day = parts.get(2).copied().unwrap_or(1);
    let birth = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
    Some(age(birth, today))
}

/// The list is of grown persons for whom children are counted: 监护人 alone, 村民 with 学生人数.
fn is_grown_list(grid: &Grid) -> bool {
    has_any(grid.about, &["教师", "家长学校", "志愿者", "护学岗", "监护人", "主任名单", "儿童主任", "督导员"])
}

/// 满 6 岁, 未满 14 周岁, 6 岁以下: a rule, not a person.
fn is_a_rule(after: &str) -> bool {
    let after = after.trim_start_matches("周岁").trim_start_matches('岁');
    ["以下", "以上", "至", "-", "—", "～", "~", "以内", "及"].iter().any(|word| after.starts_with(word))
}

/// Where the name starts that an age follows at once: 李小花（8岁, 李小花，女，8岁, 李小花今年8岁.
fn child(clause: &str) -> Option<usize> {
    names(clause).into_iter().rev().find_map(|name| {
        let between = &clause[name.end..];
        let rest = between.trim_start_matches(['（', '(', '，', ',', '、', '：', ' ', '男', '女', '现', '今', '年']);
        rest.is_empty().then_some(name.start)
    })
}
