//! The files beside the items are read with them, and only where they are new.

use crate::support::Site;
use gongkai::attachment::Kind;
use gongkai::pipeline::{self, Flaw};
use std::sync::Arc;

const BOARD: &str = "
-- content/finance/账目/index.md --
---
title: 三季度收支
published: 2026-10-09
attachments: [{file: 明细.csv, title: 明细}]
tables: [{file: 台账.csv}]
---
另见[说明](说明.txt)和![现场](现场.png)。
-- content/finance/账目/明细.csv --
项目,金额
办公费,300
-- content/finance/账目/台账.csv --
项目,金额
招待费,0
-- content/finance/账目/说明.txt --
说明如下。
-- content/finance/账目/现场.png --
no picture
-- content/finance/账目/无人提及.csv --
a,b
-- content/finance/草稿/index.md --
---
title: 草稿
published: 2026-10-09
draft: true
attachments: [{file: 内部.csv, title: 表}]
---
正文。
-- content/finance/草稿/内部.csv --
a,b
-- content/finance/内部/index.md --
---
title: 内部事项
published: 2026-10-09
audience: internal
attachments: [{file: 内部.csv, title: 表}]
---
正文。
-- content/finance/内部/内部.csv --
a,b
";

fn site() -> Site {
    Site::from(BOARD)
}

#[test]
fn files_that_would_be_published_are_read_and_no_others() {
    let outcome = site().check();
    let board = outcome.compiled.board.as_ref().unwrap();
    assert_eq!(outcome.compiled.counts.read, 4);
    let folder = "content/finance/账目";
    assert_eq!(board.reading(&format!("{folder}/明细.csv")).unwrap().extract.kind, Kind::Csv);
    assert!(board.reading(&format!("{folder}/说明.txt")).is_some());
    assert!(board.reading(&format!("{folder}/无人提及.csv")).is_none());
    assert!(board.reading("content/finance/草稿/内部.csv").is_none());
    assert!(board.reading("content/finance/内部/内部.csv").is_none());
}

#[test]
fn the_file_of_a_table_is_at_hand_with_its_cells_and_its_digest() {
    let outcome = site().check();
    let board = outcome.compiled.board.unwrap();
    let item = &board.item(board.find("finance/账目", "content").unwrap());
    let (path, reading) = board.table_file(item, &item.front().tables[0]).unwrap();
    assert_eq!(&*path, "content/finance/账目/台账.csv");
    assert_eq!(reading.extract.sheets[0].rows[1].cells, ["招待费", "0"]);
    assert!(reading.digest.is_some());
}

#[test]
fn a_file_that_did_not_change_is_not_read_again() {
    let mut site = site();
    assert_eq!(site.check().compiled.counts.read, 4);
    assert_eq!(site.check().compiled.counts.read, 0);
    site.write("content/finance/账目/明细.csv", "项目,金额\n办公费,1300\n");
    assert_eq!(site.check().compiled.counts.read, 1);
    site.edit("content/finance/账目/index.md", "另见[说明](说明.txt)和", "另见");
    assert_eq!(site.check().compiled.counts.read, 0);
}

#[test]
fn a_file_that_changes_after_the_check_is_not_published() {
    let mut site = site();
    let outcome = site.check();
    let theme = pipeline::load_theme("default", "zh-CN", Vec::new()).unwrap();
    let board = outcome.compiled.board.unwrap();
    let made = pipeline::Site::new(site.root().to_owned(), board, outcome.compiled.pages, Arc::new(theme));
    let file = "finance/账目/明细.csv";
    assert!(made.file(file).unwrap().is_ok());
    site.write("content/finance/账目/明细.csv", "姓名,电话\n");
    assert!(matches!(made.file(file), Some(Err(Flaw::Read(_)))));
}
