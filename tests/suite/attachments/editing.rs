use gongkai::attachment::{CellEdit, edit_cells, read};
use rust_xlsxwriter::{Note, Workbook, Worksheet};

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().expect("a workbook")
}

fn edit(row: u32, column: u32, from: &str, to: &str) -> CellEdit {
    CellEdit { sheet: 0, row, column, from: from.to_owned(), to: to.to_owned() }
}

#[test]
fn a_text_and_a_number_of_a_workbook_are_rewritten_and_nothing_else() {
    let file = workbook(|sheet| {
        for (row, name) in ["姓名", "甲某", "乙某"].iter().enumerate() {
            sheet.write_string(row as u32, 0, *name).expect("written");
        }
        sheet.write_string(1, 1, "11010519491231002X").expect("written");
        sheet.write_number(2, 1, 13_800_138_000.0).expect("written");
    });
    let edits = [edit(2, 1, "11010519491231002X", "11*************02X"), edit(3, 1, "13800138000", "138****8000")];
    let edited = edit_cells("a.xlsx", &file, &edits).unwrap_or_else(|why| panic!("{why}"));
    let (before, after) = (read("a.xlsx", &file), read("a.xlsx", &edited));
    assert_eq!(
        after.text(),
        before.text().replace("11010519491231002X", "11*************02X").replace("13800138000", "138****8000")
    );
    let opened: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(&edited[..])).expect("it opens");
    drop(opened);
    assert!(!edited.windows(11).any(|window| window == b"13800138000"));
    assert_eq!(edit_cells("a.xlsx", &file, &edits).ok(), Some(edited), "the same file each time");
}

#[test]
fn a_workbook_in_which_the_number_would_stay_is_refused() {
    let file = workbook(|sheet| {
        sheet.write_string(0, 0, "13800138000").expect("written");
        sheet.insert_note(0, 0, &Note::new("电话13800138000")).expect("written");
    });
    let why = edit_cells("a.xlsx", &file, &[edit(1, 0, "13800138000", "138****8000")]).unwrap_err();
    assert!(why.zh.contains("xl/comments1.xml") && why.zh.contains("gongkai clean"), "{why}");
    assert!(!why.zh.contains("13800138000"));
}

#[test]
fn a_csv_file_keeps_its_encoding_its_quotes_and_its_line_breaks() {
    let text = "姓名;备注\n\n\"甲;某\";\"说\"\"好\"\" 13800138000\"\r\n乙;13900139000";
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    let edits = [edit(3, 1, "说\"好\" 13800138000", "说\"好\" 138****8000"), edit(4, 1, "13900139000", "139****9000")];
    let edited = edit_cells("a.csv", &bytes, &edits).unwrap_or_else(|why| panic!("{why}"));
    let expected = text.replace("13800138000", "138****8000").replace("13900139000", "139****9000");
    assert_eq!(encoding_rs::GB18030.decode(&edited).0, expected);
}

#[test]
fn a_cell_that_is_not_there_is_no_success() {
    assert!(edit_cells("a.csv", "甲,乙\n".as_bytes(), &[edit(5, 0, "丙", "丁")]).is_err());
    assert!(edit_cells("a.pdf", b"%PDF-", &[]).is_err());
}
