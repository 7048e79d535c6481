use super::date::Date;
use crate::say;
use crate::text::{Span, Text};
use std::collections::BTreeMap;

/// A row of a board's `workdays.csv` that says nothing certain and is therefore left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line, from 1.
    pub line: usize,
    /// The row's bytes in the file.
    pub span: Span,
    /// What is wrong with it.
    pub message: Text,
}

/// The days that differ from their weekday, and whether each is worked.
pub(super) type Exceptions = BTreeMap<Date, bool>;

/// Reads rows of `date,kind,name`. Only the first two columns count; `kind` is `holiday` (放假) or `workday` (上班).
pub(super) fn day_rows(csv: &str) -> (Exceptions, Vec<RowProblem>) {
    let mut days = Exceptions::new();
    let mut problems = Vec::new();
    let mut start = 0;
    for (index, line) in csv.split_inclusive('\n').enumerate() {
        let row = line.trim_start_matches('\u{FEFF}').trim();
        let row_start = start + line.find(row).unwrap_or(0);
        start += line.len();
        if row.trim_matches([',', '"']).is_empty() {
            continue;
        }
        let mut cells = row.split(',').map(|cell| cell.trim().trim_matches('"').trim());
        let (date, kind) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        if index == 0 && matches!(date, "date" | "日期") {
            continue;
        }
        if let Err(message) = day(date, kind).and_then(|(date, worked)| insert(&mut days, date, worked)) {
            problems.push(RowProblem { line: index + 1, span: Span::new(row_start, row_start + row.len()), message });
        }
    }
    (days, problems)
}

fn day(date: &str, kind: &str) -> Result<(Date, bool), Text> {
    let day = Date::parse(date)
        .ok_or_else(|| say!("“{date}”不是日期，应写成 2027-01-01", "“{date}” is no date; write it as 2027-01-01"))?;
    match kind {
        "holiday" | "放假" | "休" => Ok((day, false)),
        "workday" | "上班" | "班" => Ok((day, true)),
        _ => Err(say!(
            "第二列“{kind}”应为 holiday（放假）或 workday（上班）",
            "the second column is “{kind}”, but should be holiday (day off) or workday (worked)"
        )),
    }
}

fn insert(days: &mut Exceptions, date: Date, worked: bool) -> Result<(), Text> {
    match days.insert(date, worked) {
        Some(before) if before != worked => {
            days.insert(date, before);
            Err(say!("{date} 在前面的行里写的不一样", "an earlier row says otherwise of {date}"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_excel_saves_them() {
        let csv =
            "\u{FEFF}date,kind,name\r\n2027/1/1,holiday,元旦\r\n\r\n\"2027-01-03\",\"班\",\"元旦,调休\"\r\n,,\r\n";
        let (days, problems) = day_rows(csv);
        assert_eq!(problems, []);
        assert_eq!(days, [(Date::new(2027, 1, 1).unwrap(), false), (Date::new(2027, 1, 3).unwrap(), true)].into());
    }

    #[test]
    fn a_row_that_cannot_be_read_is_named_and_the_rest_counts() {
        let csv = "date,kind,name\n2027-02-30,holiday,春节\n2027-01-01,off,元旦\n  2027-01-01,holiday\n\
                   2027-01-01,workday\n2027-01-01,holiday\n";
        let (days, problems) = day_rows(csv);
        assert_eq!(days.into_iter().collect::<Vec<_>>(), [(Date::new(2027, 1, 1).unwrap(), false)]);
        let told: Vec<_> =
            problems.iter().map(|row| format!("{} {}: {}", row.line, row.span.of(csv), row.message.en)).collect();
        insta::assert_snapshot!(told.join("\n"), @r"
        2 2027-02-30,holiday,春节: “2027-02-30” is no date; write it as 2027-01-01
        3 2027-01-01,off,元旦: the second column is “off”, but should be holiday (day off) or workday (worked)
        5 2027-01-01,workday: an earlier row says otherwise of 2027-01-01
        ");
    }

    #[test]
    fn an_empty_table_has_no_days_and_no_problems() {
        assert_eq!(day_rows(""), (Exceptions::new(), vec![]));
        assert_eq!(day_rows("日期,类型,名称"), (Exceptions::new(), vec![]));
    }
}
