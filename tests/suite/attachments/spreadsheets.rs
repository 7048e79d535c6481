use super::{cell, extract, hidden, spot_of, workbook};
use gongkai::attachment::{HiddenKind, Kind, Readable, Visibility, read};
use gongkai::diag::Severity::{Error, Note};
use gongkai::diag::Spot;

fn rows(name: &str, sheet: usize) -> Vec<String> {
    extract(name).sheets[sheet].rows.iter().map(|row| row.cells.join("|")).collect()
}

#[test]
fn a_workbook_shows_its_cells_as_excel_does() {
    assert_eq!(
        rows("hidden.xlsx", 0),
        [
            "青石镇临时救助公示",
            "序号|姓名|身份证号|电话|金额|发放日期",
            "1|甲某|110105194912310021|13800000001|1,200.50|2026年3月1日",
            "2|乙某|110105195001010038|13800000002|980.00|2026年3月2日",
            "3|丙某|110105195102020045|13800000003|1,100.00|2026年3月3日",
        ]
    );
}

#[test]
fn everything_that_a_workbook_hides_is_found() {
    let extract = extract("hidden.xlsx");
    assert_eq!((extract.kind, &extract.readable), (Kind::Xlsx, &Readable::Yes));
    let expected = [
        (HiddenKind::Sheet, Error),
        (HiddenKind::Rows, Error),
        (HiddenKind::Columns, Error),
        (HiddenKind::Comment, Error),
        (HiddenKind::Author, Note),
    ];
    assert_eq!(hidden(&extract), expected);
    let visibility: Vec<Visibility> = extract.sheets.iter().map(|sheet| sheet.visibility).collect();
    assert_eq!(visibility, [Visibility::Visible, Visibility::Hidden, Visibility::VeryHidden]);
    assert_eq!(spot_of(&extract, "13900000009"), cell("公示", "B3"));
    assert_eq!(spot_of(&extract, "6222000000000000017"), cell("底册", "B2"));
    assert_eq!(spot_of(&extract, "13700000007"), cell("密表", "B1"));
    let column = extract.hidden.iter().find(|hidden| hidden.what == HiddenKind::Columns).unwrap();
    assert_eq!(column.message.zh, "工作表“公示”的 D 列有内容而被隐藏");
    let authors: Vec<&str> =
        extract.hidden.iter().filter(|h| h.what == HiddenKind::Author).map(|h| h.message.zh.as_str()).collect();
    assert_eq!(authors, ["文档属性中有作者“李文员”"]);
}

#[test]
fn a_plain_workbook_hides_nothing() {
    assert_eq!(hidden(&extract("plain.xlsx")), []);
}

#[test]
fn the_cache_of_a_pivot_table_is_read_and_reported() {
    let extract = extract("pivot.xlsx");
    assert_eq!(hidden(&extract), [(HiddenKind::PivotCache, Error)]);
    assert_eq!(spot_of(&extract, "6222000000000000033"), Spot::File);
    assert_eq!(spot_of(&extract, "丁某"), Spot::File);
}

#[test]
fn what_is_cached_of_another_workbook_is_read_and_reported() {
    let extract = extract("external.xlsx");
    assert_eq!(hidden(&extract), [(HiddenKind::ExternalLink, Error)]);
    assert_eq!(extract.hidden[0].message.zh, "引用外部文件“底册.xlsx”，并带有其数据的副本");
    assert_eq!(spot_of(&extract, "13600000006"), Spot::File);
}

#[test]
fn macros_are_reported() {
    assert_eq!(hidden(&extract("macro.xlsm")), [(HiddenKind::Macro, Error)]);
}

#[test]
fn a_workbook_with_a_password_is_told_as_such() {
    assert_eq!(extract("encrypted.xlsx").readable, Readable::Encrypted);
}

#[test]
fn chinese_excel_saves_csv_as_gb18030() {
    let extract = extract("gb18030.csv");
    assert_eq!((extract.kind, extract.encoding), (Kind::Csv, Some("GB18030")));
    assert_eq!(spot_of(&extract, "乙某"), cell("", "B3"));
}

#[test]
fn libreoffice_writes_the_same_workbook() {
    for name in ["libreoffice.xlsx", "libreoffice.ods", "libreoffice.xls"] {
        let found = extract(name);
        assert_eq!(found.readable, Readable::Yes, "{name}");
        let kinds: Vec<HiddenKind> = hidden(&found).into_iter().map(|(kind, _)| kind).collect();
        for kind in [HiddenKind::Sheet, HiddenKind::Rows, HiddenKind::Columns, HiddenKind::Comment] {
            assert!(kinds.contains(&kind), "{name} hides {kind:?}: {kinds:?}");
        }
        assert_eq!(spot_of(&found, "6222000000000000017"), cell("底册", "B2"), "{name}");
        assert_eq!(spot_of(&found, "13900000009"), cell("公示", "B3"), "{name}");
        assert_eq!(rows(name, 0), rows("hidden.xlsx", 0), "{name}");
    }
}

#[test]
fn a_hidden_row_or_column_without_content_is_no_finding() {
    let sheet = r#"<cols><col min="3" max="16384" hidden="1"/></cols>
        <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2" hidden="1"><c r="A2" s="3"/></row></sheetData>"#;
    let extract = read("a.xlsx", &workbook(sheet));
    assert_eq!(extract.readable, Readable::Yes);
    assert_eq!(hidden(&extract), []);
    assert_eq!(spot_of(&extract, "甲"), cell("表", "A1"));
}

#[test]
fn our_reader_agrees_with_calamine_on_values() {
    use calamine::{Data, Reader as _};
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..200u32 {
        let value = f64::from(row) * 1.25 - 30.0;
        sheet.write_number(row, 0, value).unwrap();
        sheet.write_string(row, 1, format!("第 {row} 行 <&> “”")).unwrap();
        sheet.write_boolean(row, 2, row % 2 == 0).unwrap();
        sheet.write_string(row, 200, "远").unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let ours = read("a.xlsx", &bytes);
    let mut theirs = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let range = theirs.worksheet_range_at(0).unwrap().unwrap();
    for (row, cells) in ours.sheets[0].rows.iter().zip(range.rows()) {
        let shown: Vec<String> = cells
            .iter()
            .map(|cell| match cell {
                Data::Bool(value) => value.to_string().to_uppercase(),
                other => other.to_string(),
            })
            .collect();
        assert_eq!(row.cells, shown);
    }
}

#[test]
fn the_older_excel_and_word_are_read() {
    let found = extract("libreoffice.xls");
    assert_eq!(found.kind, Kind::Xls);
    let authors: Vec<&str> =
        found.hidden.iter().filter(|h| h.what == HiddenKind::Author).map(|h| h.message.zh.as_str()).collect();
    assert_eq!(authors, ["文档属性中有作者“李文员”"]);
    let found = extract("libreoffice-writer.doc");
    assert_eq!((found.kind, &found.readable), (Kind::Doc, &Readable::Yes));
    assert_eq!(found.text().lines().take(2).collect::<Vec<_>>(), ["办事指南", "一、办理条件：具有本镇户籍。"]);
}

#[test]
fn a_file_under_a_wrong_name_is_read_by_its_content() {
    let found = read("名单.doc", &super::bytes("libreoffice.xls"));
    assert_eq!((found.kind, found.readable), (Kind::Xls, Readable::Yes));
    let page = "<table><tr><td>甲某</td></tr></table>";
    assert_eq!(read("名单.xls", page.as_bytes()).kind, Kind::Text);
}
