//! A workbook or a CSV file as one item that shows its sheets as tables. The file itself is never published, only its
//! tables as masked; columns whose names say what they hold are masked at once.

use super::category::category;
use super::dates::{date_in, period_of};
use super::document::quoted;
use super::gather::Input;
use super::guess::Guess;
use super::plan::{Beside, Plan};
use crate::attachment::{Extract, Table, TableSpec, table};
use crate::board::Board;
use crate::config::CategoryId;
use crate::say;
use crate::text::Text;

/// Columns of persons' numbers by what their names hold, and the mask for each.
const PERSONAL: [(&[&str], &str); 4] = [
    (&["身份证", "证件号", "公民身份"], "身份证"),
    (&["电话", "手机", "联系方式"], "电话"),
    (&["账号", "账户", "卡号", "一卡通"], "账号"),
    (&["住址", "家庭地址", "详细地址"], "地址"),
];

/// A sheet as a table.
pub(super) struct Read {
    /// Its name; empty for a CSV file.
    pub(super) sheet: String,
    pub(super) table: Table,
}

/// The tables of all sheets that are shown.
pub(super) fn tables(extract: &Extract) -> Result<Vec<Read>, Text> {
    let mut found = Vec::new();
    for sheet in extract.sheets.iter().filter(|sheet| sheet.visible() && !sheet.rows.is_empty()) {
        let spec = TableSpec { sheet: (!sheet.name.is_empty()).then(|| sheet.name.clone()), ..TableSpec::default() };
        match table(&spec, extract, &|_, text| text.to_owned()) {
            Ok(table) => found.push(Read { sheet: sheet.name.clone(), table }),
            Err(faults) => return Err(faults.into_iter().next().map(|fault| fault.message).unwrap_or_default()),
        }
    }
    if found.is_empty() { Err(say!("文件中没有表格", "the file holds no table")) } else { Ok(found) }
}

/// One item of the whole file.
pub(super) fn plan(
    board: &Board,
    input: &Input,
    extract: &Extract,
    bytes: Vec<u8>,
    asked: Option<CategoryId>,
) -> Result<Plan, Text> {
    let read = tables(extract)?;
    let stem = input.stem();
    let own = read.iter().map(|read| read.table.caption.trim()).find(|caption| caption.chars().count() > 3);
    let plain = |name: &str| name.to_lowercase().starts_with("sheet");
    let title: Guess = match own.filter(|caption| !plain(caption)) {
        Some(caption) => Guess::likely(caption.to_owned(), say!("表头上方", "above the table")),
        None => Guess::guessed(stem.clone(), say!("文件名", "the file’s name")),
    };
    let name = input.name();
    let mut lines = vec!["表格:                       # 表格按下面的要求脱敏后公开，原文件不公开".to_owned()];
    let mut notes = Vec::new();
    for Read { sheet, table } in &read {
        lines.push(format!("  - 文件: {}", quoted(&name)));
        if !sheet.is_empty() && (read.len() > 1 || !plain(sheet)) {
            lines.push(format!("    工作表: {}", quoted(sheet)));
        }
        let masked = personal(&table.header);
        if !masked.is_empty() {
            let pairs: Vec<String> =
                masked.iter().map(|(column, mask)| format!("{}: {mask}", quoted(column))).collect();
            lines.push(format!("    脱敏: {{{}}}", pairs.join(", ")));
            notes.push(say!(
                "已设脱敏的列：{columns}",
                "columns that are masked: {columns}";
                columns: Text::list(masked.iter().map(|(column, _)| column.as_str())),
            ));
        }
        if table.hidden_rows > 0 || !table.hidden_columns.is_empty() {
            notes.push(say!(
                "工作表“{sheet}”隐藏的行列不会公开",
                "hidden rows and columns of “{sheet}” are not published"
            ));
        }
    }
    let hidden = extract.sheets.iter().filter(|sheet| !sheet.visible()).count();
    if hidden > 0 {
        notes.push(say!("{hidden} 张隐藏的工作表不会公开", "{hidden} hidden sheets are not published"));
    }
    if extract.encoding == Some("GB18030") {
        notes.push(say!("文件是 GB18030 编码，照读", "the file is in GB18030, which is read as well"));
    }
    let published = match date_in(&title.value).or_else(|| date_in(&stem)) {
        Some(date) => Guess::guessed(date, say!("标题或文件名里的日期", "a date in title or name")),
        None => Guess::guessed(board.today, say!("文件里没有日期，写的是今天", "the file has none; it is today")),
    };
    let category = category(board, asked, &input.places, &title.value);
    let period = period_of(board, category.value, &title.value);
    Ok(Plan {
        source: input.shown(),
        body: format!("{}见下表。\n", title.value),
        title,
        category,
        published,
        period,
        number: None,
        issuer: None,
        written: None,
        origin: None,
        lines,
        files: vec![Beside { name, bytes }],
        named: Vec::new(),
        notes,
    })
}

/// The columns that hold numbers or addresses of persons, each with its mask.
fn personal(header: &[String]) -> Vec<(String, &'static str)> {
    let mask = |column: &String| {
        let found = PERSONAL.iter().find(|(words, _)| words.iter().any(|word| column.contains(word)));
        found.map(|(_, mask)| (column.clone(), *mask))
    };
    header.iter().filter_map(mask).collect()
}
