//! Each row of a table as an item of its own: lists of documents or notices that an office kept in a workbook.

use super::category::category;
use super::dates::{date_in, period_of};
use super::gather::Input;
use super::guess::Guess;
use super::official::number_in;
use super::plan::Plan;
use super::tables::{Read, tables};
use crate::attachment::Extract;
use crate::board::Board;
use crate::config::CategoryId;
use crate::say;
use crate::text::Text;

/// What a column may be, by its name.
const COLUMNS: [(Field, &[&str]); 9] = [
    (Field::Title, &["标题", "名称", "题名", "文件名称", "信息名称", "事项名称", "title"]),
    (Field::Published, &["发布日期", "发布时间", "公开日期", "公开时间", "日期", "时间", "published"]),
    (Field::Written, &["成文日期", "印发日期", "发文日期", "written"]),
    (Field::Number, &["发文字号", "文号", "文件编号", "number"]),
    (Field::Issuer, &["发文机关", "发文单位", "制发机关", "issuer"]),
    (Field::Category, &["类别", "公开类别", "栏目", "分类", "category"]),
    (Field::Origin, &["信息来源", "来源", "source"]),
    (Field::Body, &["内容", "正文", "公开内容", "body"]),
    (Field::Summary, &["内容概述", "摘要", "简介", "summary"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Published,
    Written,
    Number,
    Issuer,
    Category,
    Origin,
    Body,
    Summary,
}

/// The items of all rows.
pub(super) fn plans(
    board: &Board,
    input: &Input,
    extract: &Extract,
    asked: Option<CategoryId>,
) -> Result<Vec<Plan>, Text> {
    let mut plans = Vec::new();
    for Read { sheet, table } in tables(extract)? {
        let fields: Vec<Option<Field>> = known(&table.header);
        if !fields.contains(&Some(Field::Title)) {
            return Err(say!(
                "没有“标题”或“名称”一列，不知道每行的标题；现有的列：{columns}",
                "no column 标题 or 名称 gives each row its title; the columns are {columns}";
                columns: Text::list(&table.header),
            ));
        }
        let rows = table.rows.iter().zip(&table.numbers).enumerate();
        for (_, (row, number)) in rows.filter(|(at, _)| !table.total_rows.contains(at)) {
            let place =
                if sheet.is_empty() { format!("第 {number} 行") } else { format!("{sheet} 第 {number} 行") };
            let row = Row { header: &table.header, fields: &fields, cells: row };
            if !row.get(Field::Title).is_empty() {
                plans.push(row.plan(board, input, &place, asked));
            }
        }
    }
    Ok(plans)
}

/// What each column is; the first of its kind counts.
fn known(header: &[String]) -> Vec<Option<Field>> {
    let mut fields: Vec<Option<Field>> = vec![None; header.len()];
    for (field, names) in COLUMNS {
        let found = names.iter().find_map(|name| {
            header.iter().position(|column| column.trim().eq_ignore_ascii_case(name)).filter(|at| fields[*at].is_none())
        });
        if let Some(at) = found {
            fields[at] = Some(field);
        }
    }
    fields
}

struct Row<'t> {
    header: &'t [String],
    fields: &'t [Option<Field>],
    cells: &'t [String],
}

impl Row<'_> {
    fn get(&self, wanted: Field) -> &str {
        let at = self.fields.iter().position(|field| *field == Some(wanted));
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    fn plan(&self, board: &Board, input: &Input, place: &str, asked: Option<CategoryId>) -> Plan {
        let own = |field: Field| {
            let at = self.fields.iter().position(|known| *known == Some(field));
            let name = at.and_then(|at| self.header.get(at)).cloned().unwrap_or_default();
            say!("“{name}”一列", "the column “{name}”")
        };
        let text = |field: Field| Some(self.get(field)).filter(|words| !words.is_empty());
        let title = self.get(Field::Title).lines().map(str::trim).collect::<String>();
        let dated = |field: Field| text(field).and_then(date_in).map(|date| Guess::stated(date, own(field)));
        let written = dated(Field::Written);
        let published = dated(Field::Published)
            .or_else(|| written.clone())
            .unwrap_or_else(|| Guess::guessed(board.today, say!("没有日期，写的是今天", "there is none; it is today")));
        let places: Vec<String> =
            text(Field::Category).map(str::to_owned).into_iter().chain(input.places.clone()).collect();
        let number = text(Field::Number)
            .map(|words| Guess::stated(number_in(words).unwrap_or_else(|| words.to_owned()), own(Field::Number)));
        let category = category(board, asked, &places, &title);
        let mut lines = Vec::new();
        if let Some(summary) = text(Field::Summary) {
            lines.push(format!("内容概述: {}", super::document::quoted(summary)));
        }
        Plan {
            source: format!("{} {place}", input.shown()),
            period: period_of(board, category.value, &title),
            category,
            title: Guess::stated(title, own(Field::Title)),
            published,
            issuer: text(Field::Issuer).map(|name| Guess::stated(name, own(Field::Issuer))),
            written: written.filter(|_| number.is_some()),
            number,
            origin: text(Field::Origin).map(|name| Guess::stated(name, own(Field::Origin))),
            lines,
            body: self.body(board),
            files: Vec::new(),
            named: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The text of the row, and every cell that no field takes.
    fn body(&self, board: &Board) -> String {
        let mut body = String::new();
        for paragraph in self.get(Field::Body).lines().map(str::trim).filter(|line| !line.is_empty()) {
            body.push_str(&crate::attachment::as_markdown(paragraph));
            body.push_str("\n\n");
        }
        // A date that could not be read as one is not lost either.
        let unread = |at: usize, field: Option<Field>| match field {
            None => true,
            Some(Field::Published | Field::Written) => date_in(&self.cells[at]).is_none(),
            Some(Field::Category) => board.config.categories.find(self.get(Field::Category)).is_none(),
            Some(Field::Issuer) => self.get(Field::Number).is_empty(),
            _ => false,
        };
        for (at, (name, cell)) in self.header.iter().zip(self.cells).enumerate() {
            let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            if !words.is_empty()
                && !matches!(name.trim(), "序号" | "编号")
                && unread(at, self.fields.get(at).copied().flatten())
            {
                body.push_str(&format!("- {}\n", crate::attachment::as_markdown(&format!("{name}：{words}"))));
            }
        }
        body
    }
}
