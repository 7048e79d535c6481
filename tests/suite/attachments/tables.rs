use super::{extract, workbook};
use gongkai::attachment::{Extract, FaultKind, Table, TableSpec, read, table, write_csv, write_xlsx};

fn stars(kind: &str, text: &str) -> String {
    format!("{kind}{}", "*".repeat(text.chars().count()))
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&word| word.to_owned()).collect()
}

fn csv(text: &str) -> Extract {
    read("名单.csv", text.as_bytes())
}

fn lines(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| row.join("|")).collect()
}

#[test]
fn a_table_is_masked_cut_and_titled() {
    let spec = TableSpec {
        sheet: Some("名单".into()),
        mask: vec![("身份证号".into(), "id".into())],
        drop: words(&["电话"]),
        total: words(&["金额"]),
        ..TableSpec::default()
    };
    let made = table(&spec, &extract("plain.xlsx"), &stars).unwrap();
    assert_eq!(made.caption, "名单");
    assert_eq!(made.header, ["序号", "姓名", "身份证号", "金额", "发放日期"]);
    assert_eq!(
        lines(&made),
        [
            "1|甲某|id******************|1200.5|2026-03-01",
            "2|乙某|id******************|980|2026-03-02",
            "3|丙某|id******************|1100|2026-03-03",
            "合计|||3280.5|",
        ]
    );
    assert_eq!((made.total_rows, made.numbers), (vec![3], vec![2, 3, 4, 0]));
    assert_eq!((made.dropped, made.masked), (words(&["电话"]), words(&["身份证号"])));
}

#[test]
fn what_is_hidden_in_the_sheet_is_left_out_and_the_title_is_the_caption() {
    let made = table(&TableSpec::default(), &extract("hidden.xlsx"), &stars).unwrap();
    assert_eq!(made.caption, "青石镇临时救助公示");
    assert_eq!(made.header, ["序号", "姓名", "身份证号", "金额", "发放日期"]);
    assert_eq!(made.rows.len(), 2);
    assert_eq!((made.hidden_rows, made.hidden_columns), (1, words(&["电话"])));
}

#[test]
fn a_misspelt_column_is_a_fault_and_leaks_nothing() {
    let spec = TableSpec {
        mask: vec![("身份证".into(), "id".into())],
        drop: words(&["住址", "姓名"]),
        ..TableSpec::default()
    };
    let faults = table(&spec, &extract("plain.xlsx"), &stars).unwrap_err();
    let said: Vec<_> = faults
        .iter()
        .map(|fault| (fault.kind, fault.named.as_str(), fault.remedy.as_ref().map_or("", |remedy| &remedy.zh)))
        .collect();
    assert_eq!(
        said,
        [
            (FaultKind::Column, "身份证", "是否指“身份证号”？"),
            (FaultKind::Column, "住址", "可用的有：序号、姓名、身份证号、电话、金额、发放日期"),
        ]
    );
}

#[test]
fn a_misspelt_sheet_is_a_fault_with_the_nearest_name() {
    let spec = TableSpec { sheet: Some("公式".into()), ..TableSpec::default() };
    let faults = table(&spec, &extract("hidden.xlsx"), &stars).unwrap_err();
    assert_eq!(faults[0].kind, FaultKind::Sheet);
    assert_eq!(faults[0].message.zh, "没有工作表“公式”");
}

#[test]
fn every_column_of_one_name_is_masked() {
    let made = table(
        &TableSpec { mask: vec![("电话".into(), "phone".into())], ..TableSpec::default() },
        &csv("姓名,电话,电 话\n甲某,1,2\n"),
        &stars,
    );
    assert_eq!(lines(&made.unwrap()), ["甲某|phone*|phone*"]);
}

#[test]
fn a_head_of_two_rows_is_read_by_its_merged_cells() {
    let text = |name: &str, words: &str| format!(r#"<c r="{name}" t="str"><v>{words}</v></c>"#);
    let row = |number: u32, cells: &[String]| format!(r#"<row r="{number}">{}</row>"#, cells.concat());
    let sheet = format!(
        r#"<sheetData>{}{}{}{}{}</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:D4"/></mergeCells>"#,
        row(1, &[text("A1", "公示表")]),
        row(2, &[text("A2", "单位：元"), text("D2", "3月")]),
        row(3, &[text("A3", "姓名"), text("B3", "联系方式"), text("D3", "金额")]),
        row(4, &[text("B4", "手机"), text("C4", "固话")]),
        row(5, &[text("A5", "甲某"), text("B5", "1"), text("C5", "2"), text("D5", "3")]),
    );
    let extract = read("a.xlsx", &workbook(&sheet));
    let made = table(&TableSpec::default(), &extract, &stars).unwrap();
    assert_eq!(made.header, ["姓名", "手机", "固话", "金额"]);
    assert_eq!((made.caption.as_str(), made.notes.clone()), ("公示表", words(&["单位：元 3月"])));
    assert_eq!(lines(&made), ["甲某|1|2|3"]);
    let spec = TableSpec { drop: words(&["联系方式"]), ..TableSpec::default() };
    assert_eq!(table(&spec, &extract, &stars).unwrap().header, ["姓名", "金额"]);
    let spec = TableSpec { drop: words(&["手机"]), ..TableSpec::default() };
    assert_eq!(table(&spec, &extract, &stars).unwrap().header, ["姓名", "固话", "金额"]);
}

#[test]
fn a_merged_cell_in_head_and_rows_does_not_swallow_the_first_row() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>备注</v></c></row>
        <row r="2"><c r="A2" t="str"><v>甲某</v></c><c r="B2" t="str"><v>无</v></c></row></sheetData>
        <mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="B2:C2"/></mergeCells>"#;
    let made = table(&TableSpec::default(), &read("a.xlsx", &workbook(sheet)), &stars).unwrap();
    assert_eq!(lines(&made), ["甲某|无"]);
}

#[test]
fn totals_that_are_there_are_known_and_not_added_again() {
    let spec = TableSpec { total: words(&["金额"]), ..TableSpec::default() };
    let made = table(&spec, &csv("项目,金额\n办公费,3\n其中：纸张,1\n小计,3\n差旅费,4\n"), &stars).unwrap();
    assert_eq!((made.total_rows.clone(), made.detail_rows.clone()), (vec![2, 4], vec![1]));
    assert_eq!(lines(&made).last().unwrap(), "合计|7");
    let made = table(&spec, &csv("项目,金额\n办公费,3\n合 计,3\n"), &stars).unwrap();
    assert_eq!(made.rows.len(), 2);
    let faults = table(&spec, &csv("项目,金额\n办公费,约3\n"), &stars).unwrap_err();
    assert_eq!((faults[0].kind, faults[0].named.as_str()), (FaultKind::Total, "金额"));
}

#[test]
fn an_empty_or_unreadable_file_is_a_fault() {
    for (name, bytes) in [("a.csv", b"".to_vec()), ("a.csv", vec![0xFF, 0xFF]), ("a.xlsx", b"PK\x03\x04".to_vec())] {
        let faults = table(&TableSpec::default(), &read(name, &bytes), &stars).unwrap_err();
        assert_eq!(faults[0].kind, FaultKind::File);
    }
}

#[test]
fn the_download_is_made_of_the_masked_rows_only() {
    let spec =
        TableSpec {
            mask: vec![("电话".into(), String::new())], drop: words(&["身份证号"]), ..TableSpec::default()
        };
    let made = table(&spec, &extract("plain.xlsx"), &stars).unwrap();
    let text = String::from_utf8(write_csv(&made)).unwrap();
    assert!(
        text.starts_with("\u{FEFF}序号,姓名,电话,金额,发放日期\r\n1,甲某,***********,1200.5,2026-03-01\r\n"),
        "{text}"
    );
    let bytes = write_xlsx(&made).unwrap();
    assert_eq!(bytes, write_xlsx(&made).unwrap());
    let again = read("a.xlsx", &bytes);
    assert_eq!(again.hidden, []);
    assert_eq!(again.sheets[0].rows[1].cells, ["1", "甲某", "***********", "1200.5", "2026-03-01"]);
    let whole = format!("{text}{}", again.text());
    assert!(!whole.contains("1380000000") && !whole.contains("110105"));
}
