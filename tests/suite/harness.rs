//! The harness holds what it promises.

use crate::support::Site;

const BOARD: &str = "
-- content/assistance/一季度.md --
---
title: 一季度临时救助名单
published: 2025-04-08
period: 2025-03
---
名单见附件。
-- content/notices/停水.md --
---
title: 停水通知
published: 2025-04-09
---
明日停水。
";

#[test]
fn a_board_in_a_string_becomes_files() {
    let site =
        Site::from("-- content/board.yaml --\ntitle: 红石镇政务公开栏\n-- content/救助/一季度.md --\n名单见附件。\n");
    assert_eq!(site.read("content/board.yaml"), "title: 红石镇政务公开栏\n");
    assert!(site.root().join("content/救助/一季度.md").is_file());
}

#[test]
fn a_file_can_be_edited_added_and_removed() {
    let mut site = Site::from(BOARD);
    site.edit("content/notices/停水.md", "明日", "后日").write("content/note.md", "甲").remove("content/note.md");
    assert!(site.read("content/notices/停水.md").ends_with("后日停水。\n"));
    assert!(!site.root().join("content/note.md").exists());
}

#[test]
#[should_panic(expected = "does not hold")]
fn an_edit_of_words_that_are_not_there_is_a_mistake_in_the_test() {
    Site::from(BOARD).edit("content/notices/停水.md", "停电", "停水");
}

#[test]
#[should_panic(expected = "leads out of the board")]
fn a_path_never_leads_out_of_the_board() {
    Site::from(BOARD).write("../elsewhere.md", "");
}

#[test]
fn errors_are_told_with_their_places() {
    let mut site = Site::from(BOARD).today("2025-04-10");
    site.edit("content/notices/停水.md", "title", "titel");
    site.check().errs(&["content/notices/停水.md:2:1 missing-field", "content/notices/停水.md:2:1 unknown-field"]);
}

#[test]
fn editing_one_item_parses_one_file() {
    let mut site = Site::from(BOARD).today("2025-04-10");
    site.check().parsed(2);
    site.check().parsed(0);
    site.edit("content/notices/停水.md", "明日", "后日");
    site.check().parsed(1);
}
