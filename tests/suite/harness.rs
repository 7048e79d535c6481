//! The harness holds what it promises.

use crate::support::Site;

const BOARD: &str = "
-- board.yaml --
title: 红石镇政务公开栏
-- content/救助/一季度.md --
---
title: 一季度临时救助名单
---
名单见附件。
";

#[test]
fn a_board_in_a_string_becomes_files() {
    let site = Site::from(BOARD);
    assert_eq!(site.read("board.yaml"), "title: 红石镇政务公开栏\n");
    assert!(site.root().join("content/救助/一季度.md").is_file());
}

#[test]
fn an_edit_changes_the_words_it_names() {
    let site = Site::from(BOARD);
    site.edit("content/救助/一季度.md", "见附件", "附后").write("content/note.md", "甲").remove("content/note.md");
    assert!(site.read("content/救助/一季度.md").ends_with("名单附后。\n"));
    assert!(!site.root().join("content/note.md").exists());
}

#[test]
#[should_panic(expected = "does not hold")]
fn an_edit_of_words_that_are_not_there_is_a_mistake_in_the_test() {
    Site::from(BOARD).edit("board.yaml", "蓝石镇", "红石镇");
}

#[test]
#[should_panic(expected = "leads out of the board")]
fn a_path_never_leads_out_of_the_board() {
    Site::from(BOARD).write("../elsewhere.md", "");
}
