//! The only door to the workbook writer.

use super::content::{Cell, SheetSpec};
use crate::say;
use crate::text::{Text, width};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Writes a workbook: plain, nothing hidden, no author, the same bytes for the same sheets.
///
/// # Errors
/// What Excel cannot hold: more than 1,048,575 rows or 16,384 columns.
pub fn xlsx(sheets: &[SheetSpec]) -> Result<Vec<u8>, Text> {
    write(sheets).map_err(|error| say!("无法写出工作簿：{error}", "the workbook cannot be written: {error}"))
}

fn write(sheets: &[SheetSpec]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The writer would put the present moment here; the bytes must not depend on it.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut names = Vec::new();
    for spec in sheets {
        let name = free_name(&spec.name, &names);
        sheet(workbook.add_worksheet(), spec, &name)?;
        names.push(name);
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer()
}

fn sheet(worksheet: &mut Worksheet, spec: &SheetSpec, name: &str) -> Result<(), XlsxError> {
    worksheet.set_name(name)?;
    let head = Format::new().set_bold().set_text_wrap();
    let first_row = u32::from(!spec.header.is_empty());
    for (column, words) in spec.header.iter().enumerate() {
        worksheet.write_string_with_format(0, column_number(column)?, fitted(words), &head)?;
    }
    for (row, cells) in spec.rows.iter().enumerate() {
        let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(first_row);
        for (column, cell) in cells.iter().enumerate() {
            write_cell(worksheet, row, column_number(column)?, cell)?;
        }
    }
    let columns = spec.rows.iter().map(Vec::len).chain([spec.header.len()]).max().unwrap_or(0);
    for column in 0..columns {
        worksheet.set_column_width(column_number(column)?, column_width(spec, column))?;
    }
    if spec.freeze && first_row == 1 {
        worksheet.set_freeze_panes(1, 0)?;
    }
    if spec.autofilter && first_row == 1 {
        let last_row = u32::try_from(spec.rows.len()).unwrap_or(u32::MAX);
        worksheet.autofilter(0, 0, last_row, column_number(spec.header.len() - 1)?)?;
    }
    Ok(())
}

fn write_cell(worksheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(words) => {
            worksheet.write_string(row, column, fitted(words))?;
        }
        Cell::Number { value, decimals, grouped } => {
            let whole = if *grouped { "#,##0" } else { "0" };
            let point = if *decimals > 0 { "." } else { "" };
            let code = format!("{whole}{point}{}", "0".repeat(usize::from(*decimals)));
            worksheet.write_number_with_format(row, column, *value, &Format::new().set_num_format(code))?;
        }
        // Excel refuses addresses over 2,080 characters and more than 65,530 links; the words stay in any case.
        Cell::Link { text, address } => {
            let link = rust_xlsxwriter::Url::new(address.as_str()).set_text(fitted(text));
            if worksheet.write_url(row, column, link).is_err() {
                worksheet.write_string(row, column, fitted(text))?;
            }
        }
    }
    Ok(())
}

fn column_number(column: usize) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

/// What fits into a cell: 32,767 UTF-16 units.
fn fitted(words: &str) -> &str {
    let mut units = 0;
    let end = words.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > 32_767
    });
    end.map_or(words, |(at, _)| &words[..at])
}

/// Wide enough for the head and the first rows, within reason.
fn column_width(spec: &SheetSpec, column: usize) -> f64 {
    let head = spec.header.get(column).map_or(0, |words| width(words));
    let body = spec.rows.iter().take(200).filter_map(|row| row.get(column)).map(|cell| match cell {
        Cell::Text(words) | Cell::Link { text: words, .. } => words.lines().map(width).max().unwrap_or(0),
        Cell::Number { value, decimals, .. } => format!("{value:.*}", usize::from(*decimals)).len() + 2,
        Cell::Empty => 0,
    });
    (body.max().unwrap_or(0).max(head) + 2).clamp(6, 60) as f64
}

/// A name that Excel accepts: at most 31 characters, none of `[]:*?/\`, no apostrophe at either end, not used yet.
fn free_name(wish: &str, taken: &[String]) -> String {
    let cleaned: String = wish.chars().map(|sign| if r"[]:*?/\".contains(sign) { ' ' } else { sign }).collect();
    let cleaned = cleaned.trim().trim_matches('\'');
    let base = if cleaned.is_empty() { "Sheet" } else { cleaned };
    let is_taken = |name: &String| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let cut = |room: usize| -> String {
        let mut units = 0;
        let fits = |sign: &char| {
            units += sign.len_utf16();
            units <= room
        };
        base.chars().take_while(fits).collect()
    };
    let plain = cut(31);
    if !is_taken(&plain) && !plain.eq_ignore_ascii_case("history") {
        return plain;
    }
    (2..=taken.len() + 2).map(|number| format!("{} {number}", cut(25))).find(|name| !is_taken(name)).unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec() -> SheetSpec {
        SheetSpec {
            name: "名单/2026".to_owned(),
            header: vec!["姓名".to_owned(), "金额".to_owned()],
            rows: vec![vec!["=1+1".into(), Cell::of("1,234.50")], vec![Cell::Empty, Cell::count(3)]],
            autofilter: true,
            freeze: true,
        }
    }

    #[test]
    fn the_same_sheets_are_the_same_bytes() {
        assert_eq!(xlsx(&[spec()]).unwrap(), xlsx(&[spec()]).unwrap());
    }

    #[test]
    fn names_are_made_acceptable_and_different() {
        let long = SheetSpec { name: "长".repeat(40), ..spec() };
        let history = SheetSpec { name: "History".to_owned(), ..spec() };
        let bytes = xlsx(&[spec(), spec(), SheetSpec::default(), long.clone(), long, history]);
        assert!(bytes.is_ok(), "{bytes:?}");
    }

    #[test]
    fn too_many_columns_are_an_error() {
        let wide = SheetSpec { rows: vec![vec![Cell::count(1); 16_385]], ..spec() };
        assert!(xlsx(&[wide]).is_err());
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_cut() {
        let long = SheetSpec { rows: vec![vec!["长".repeat(40_000).into()]], ..spec() };
        assert!(xlsx(&[long]).is_ok());
    }
}
