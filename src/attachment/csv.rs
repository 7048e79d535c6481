//! The only door to the CSV reader.

use super::extract::Extract;
use super::fault::Fault;
use super::limits;
use super::worksheet::{SheetBuilder, Visibility};
use crate::say;
use crate::text::decode;

/// Reads a CSV file as one sheet without a name. Rows are numbered as records, so that they agree with what a
/// spreadsheet program shows. Tabs or semicolons may separate, as some programs write.
pub(super) fn read(bytes: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    let Some((text, encoding)) = decode(bytes) else {
        return Err(Fault::Broken(say!("不是 UTF-8 或 GB18030 编码的文本", "neither UTF-8 nor GB18030 text")));
    };
    extract.encoding = Some(encoding);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut builder = SheetBuilder::new("", Visibility::Visible);
    let mut slots = limits::CELLS;
    let mut record = ::csv::StringRecord::new();
    let mut row = 0;
    let outcome = loop {
        match reader.read_record(&mut record) {
            Ok(false) => break Ok(()),
            Ok(true) => {}
            Err(error) => break Err(Fault::Broken(say!("CSV 有误（{error}）", "faulty CSV ({error})"))),
        }
        let start = record.position().map_or(0, ::csv::Position::byte) as usize;
        row += 1 + blank_lines(text.as_bytes(), start);
        builder.begin_row(row, false);
        let kept = record.iter().enumerate().try_for_each(|(column, cell)| {
            extract.spend(cell.len())?;
            builder.cell(column as u32, cell.to_owned(), &mut slots)
        });
        if kept.is_err() {
            break kept;
        }
    };
    extract.sheets.push(builder.finish());
    outcome
}

/// How many blank lines the reader skipped before a record. It starts a record right behind the carriage return of the
/// line before.
fn blank_lines(text: &[u8], start: usize) -> u32 {
    let skipped = text[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let ends = skipped.filter(|&&byte| byte == b'\n').count() as u32;
    let of_line_before = start > 0 && text[start - 1] == b'\r' && text[start..].first() == Some(&b'\n');
    ends - u32::from(of_line_before)
}

/// The separator that the first line uses most.
pub(super) fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |separator: char| line.matches(separator).count();
    match (count(','), count('\t'), count(';')) {
        (0, tabs, _) if tabs > 0 => b'\t',
        (0, 0, semicolons) if semicolons > 0 => b';',
        _ => b',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut extract = Extract::default();
        read(bytes, &mut extract).unwrap();
        extract.sheets.remove(0).rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn quotes_line_breaks_and_ragged_rows_are_read() {
        let text = "姓名,备注\r\n\"甲\n乙\",\"说\"\"好\"\"\"\r\n丙\r\n";
        assert_eq!(rows(text.as_bytes()), [vec!["姓名", "备注"], vec!["甲\n乙", "说\"好\""], vec!["丙"]]);
    }

    #[test]
    fn tabs_separate_where_there_are_no_commas() {
        assert_eq!(rows("姓名\t金额\n甲\t1\n".as_bytes()), [vec!["姓名", "金额"], vec!["甲", "1"]]);
    }

    #[test]
    fn a_row_has_the_number_that_a_spreadsheet_gives_it() {
        for line_end in ["\n", "\r\n"] {
            let mut extract = Extract::default();
            let text = ["姓名", "", "\"甲\n乙\"", "丙"].join(line_end);
            read(text.as_bytes(), &mut extract).unwrap();
            let numbers: Vec<u32> = extract.sheets[0].rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [1, 3, 4], "{line_end:?}");
        }
    }
}
