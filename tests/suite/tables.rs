//! Tables of items: what is shown and offered of them, and what must never be.

use crate::support::Site;
use gongkai::attachment::read;
use std::fs;

const BOARD: &str = "
-- content/notices/subsidy/index.md --
---
title: 补贴发放清册
published: 2026-11-09
expires: 2027-11-09
tables:
  - file: list.csv
    mask: {身份证号: id, 电话: phone}
    drop: [住址]
    total: [金额]
---
清册如下。
-- content/notices/subsidy/list.csv --
序号,户主,身份证号,电话,住址,面积,金额
1,赵大山,11010519491231002X,13800138000,金丝楠胡同三组15号,3.2,315.20
2,=钱小河,110105194912310021,0558-4861234,金丝楠胡同四组16号,1.1,98.50
";

fn downloads(site: &Site, name: &str) -> String {
    let path = site.root().join("public").join("notices/subsidy").join(name);
    read(name, &fs::read(path).expect("the download is there")).text()
}

#[test]
fn a_table_is_shown_masked_with_head_rows_and_total() {
    let mut site = Site::from(BOARD);
    let outcome = site.build();
    let page = "notices/subsidy/index.html";
    outcome
        .has(page, "<caption class=\"unseen\">补贴发放清册</caption>")
        .has(page, "<th scope=\"col\" class=\"number\" data-sort=\"number\">金额</th>")
        .has(page, "<tr id=\"table-1-1\"><td data-label=\"序号\">1</td><th scope=\"row\">赵大山</th>")
        .has(page, "<td class=\"full\" data-label=\"身份证号\">11*************02X</td><td data-label=\"电话\">138****8000</td>")
        .has(
            page,
            "<tfoot><tr><th scope=\"row\" colspan=\"5\">合计</th><td class=\"number\" data-label=\"金额\">413.70</td>",
        )
        .has(page, "个人信息已作处理");
    for hidden in ["11010519491231002X", "110105194912310021", "13800138000", "金丝楠胡同"] {
        outcome.nowhere(hidden);
    }
}

#[test]
fn the_words_of_a_table_are_searched_as_they_are_shown() {
    let mut site = Site::from(BOARD);
    site.build()
        .has("search/texts/0.js", "赵大山")
        .has("search/texts/0.js", "138****8000")
        .has("search/texts/0.js", "413.70");
}

#[test]
fn downloads_are_made_of_the_masked_rows_and_run_nothing() {
    let mut site = Site::from(BOARD);
    site.build();
    for name in ["list.csv", "list.xlsx"] {
        let text = downloads(&site, name);
        assert!(text.contains("11*************02X") && text.contains("413.70"), "{text}");
        for hidden in ["11010519491231002X", "110105194912310021", "13800138000", "金丝楠胡同", "住址"] {
            assert!(!text.contains(hidden), "{name} holds {hidden}");
        }
    }
    assert!(downloads(&site, "list.csv").contains("'=钱小河"), "a cell that Excel would run is a text");
}

#[test]
fn a_misspelt_column_mask_sheet_or_file_stops_the_build() {
    for (from, to, place) in [
        ("身份证号: id", "身份证: id", "7:12"),
        ("电话: phone", "电话: fone", "7:26"),
        ("drop: [住址]", "drop: [地址]", "8:12"),
        ("total: [金额]", "total: [户主]", "9:13"),
        ("file: list.csv", "file: lists.csv", "6:11"),
    ] {
        let mut site = Site::from(&BOARD.replace(from, to));
        let expected = format!("content/notices/subsidy/index.md:{place} wrong-value");
        site.build().errs(&[&expected]);
    }
}

#[test]
fn a_file_that_is_attached_too_keeps_its_name_and_the_download_takes_another() {
    let board = BOARD
        .replace("tables:", "attachments: [{file: list.csv, title: 原表}]\ntables:")
        .replace("11010519491231002X", "无")
        .replace("110105194912310021", "无")
        .replace("13800138000", "无");
    let mut site = Site::from(&board);
    site.build();
    assert!(downloads(&site, "list-2.csv").contains("合计"));
    assert!(!downloads(&site, "list.csv").contains("合计"));
}

#[test]
fn a_register_has_its_columns() {
    let board = BOARD.replace("    total: [金额]", "    register: fee");
    Site::from(&board).build().errs(&["content/notices/subsidy/index.md:9:15 wrong-value"]);
    let board = BOARD.replace("    total: [金额]", "    register: fees");
    Site::from(&board).build().errs(&["content/notices/subsidy/index.md:9:15 wrong-value"]);
}

#[test]
fn names_are_masked_where_the_board_says_so() {
    let policies = "-- content/board.yaml --\n".to_owned() + include_str!("support/board.yaml");
    let mut site = Site::from(&format!("{policies}policies: {{name_mask: on}}\n{BOARD}"));
    site.build().has("notices/subsidy/index.html", "<th scope=\"row\">赵*山</th>").nowhere("赵大山");
}

#[test]
fn a_long_table_is_cut_on_the_page_and_whole_in_the_download() {
    let rows = (1..=400).map(|row| format!("{row},第{row}户,,,,1,1")).collect::<Vec<_>>().join("\n");
    let mut site = Site::from(&format!("{BOARD}{rows}"));
    site.build().has("notices/subsidy/index.html", "页面只列前300行").lacks("notices/subsidy/index.html", "第301户");
    assert!(downloads(&site, "list.csv").contains("第400户"));
}
