//! The ledger: what was published is recorded, and what changes in silence is named.

use gongkai::cli::{Exit, run};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use crate::support::Site;

const BOARD: &str = "
-- content/notices/road/index.md --
---
title: 道路封闭公告
index: hongshi/2026-00001
published: 2026-10-09
attachments: [{file: map.csv, title: 绕行路线}]
---
东街封闭施工。
-- content/notices/road/map.csv --
路线
西街
-- content/notices/aid.md --
---
title: 救助公告
index: hongshi/2026-00002
published: 2026-10-10
---
每户补助1200元。
-- content/notices/inside.md --
---
title: 值班安排
published: 2026-10-10
audience: internal
---
值班。
";

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-11-20", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

fn ledger(site: &Site) -> String {
    site.read("content/ledger.jsonl")
}

#[test]
fn what_is_published_is_recorded_once_and_only_that() {
    let site = Site::from(BOARD);
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::CouldNotRun, "there is no ledger yet");
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Clean);
    let first = ledger(&site);
    assert_eq!(first.lines().count(), 2);
    assert!(!first.contains("inside"));
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Clean);
    assert_eq!(ledger(&site), first);
    assert_eq!(gongkai(site.root(), &["verify", "--strict"]), Exit::Clean);
}

#[test]
fn a_change_without_a_correction_is_named_until_it_is_explained() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    site.edit("content/notices/aid.md", "1200", "1500");
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Findings);
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Clean);
    assert_eq!(ledger(&site).lines().count(), 3);
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Findings, "recording a change does not explain it");
    site.edit("content/notices/aid.md", "published", "corrections: [{on: 2026-11-01, note: 标准提高}]\npublished");
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Clean);
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Clean);
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Clean);
    assert_eq!(ledger(&site).lines().count(), 4);
}

#[test]
fn a_change_in_an_attachment_is_a_change() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    site.edit("content/notices/road/map.csv", "西街", "北街");
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Findings);
}

#[test]
fn a_comment_a_theme_and_a_line_end_are_no_change() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    let text =
        site.read("content/notices/aid.md").replace("---\n每户", "---\n<!-- 待核 -->\n每户").replace('\n', "\r\n");
    site.write("content/notices/aid.md", text);
    site.write("themes/default/templates/withdrawn.html", "<p>{{ page.title }}</p>");
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Clean);
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Clean);
    assert_eq!(ledger(&site).lines().count(), 2);
}

#[test]
fn what_was_withdrawn_is_no_silent_change_but_a_deleted_file_is() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    site.edit("content/notices/aid.md", "published", "withdrawn: {on: 2026-11-01, reason: 发错}\npublished");
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Clean);
    site.remove("content/notices/aid.md");
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Findings);
    assert_eq!(gongkai(site.root(), &["build"]), Exit::Findings, "an address that is gone is an error");
}

#[test]
fn a_changed_byte_in_the_ledger_is_found_and_nothing_is_recorded_over_it() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    let forged = ledger(&site).replacen("2026-10-09", "2026-10-01", 1);
    site.write("content/ledger.jsonl", &forged);
    assert_eq!(gongkai(site.root(), &["verify"]), Exit::Findings);
    site.edit("content/notices/aid.md", "published", "corrections: [{on: 2026-11-01, note: 改}]\npublished");
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Findings);
    assert_eq!(gongkai(site.root(), &["seal", "--rebase"]), Exit::CouldNotRun);
    assert_eq!(ledger(&site), forged);
}

#[test]
fn the_last_line_cannot_be_forged_either_while_its_item_is_published() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    let whole = ledger(&site);
    let start = whole.trim_end().rfind('\n').unwrap_or_default() + 1;
    for at in start..whole.len() - 1 {
        let mut bytes = whole.clone().into_bytes();
        bytes[at] ^= 1;
        if bytes[at] == b'\n' || String::from_utf8(bytes.clone()).is_err() {
            continue;
        }
        site.write("content/ledger.jsonl", &bytes);
        assert_eq!(gongkai(site.root(), &["verify", "--strict"]), Exit::Findings, "byte {at} can be changed");
    }
}

#[test]
fn two_people_may_seal_at_the_same_time() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    let base = ledger(&site);
    let tail = |site: &Site| ledger(site)[base.len()..].to_owned();
    let news = |day: &str| {
        format!("---\ntitle: 消息{day}\nindex: hongshi/2026-000{day}\npublished: 2026-10-{day}\n---\n文。\n")
    };
    site.write("content/notices/n11.md", news("11"));
    gongkai(site.root(), &["seal"]);
    let ours = tail(&site);
    site.write("content/ledger.jsonl", &base)
        .remove("content/notices/n11.md")
        .write("content/notices/n12.md", news("12"));
    gongkai(site.root(), &["seal"]);
    let theirs = tail(&site);
    site.write("content/notices/n11.md", news("11"));
    site.write("content/ledger.jsonl", format!("{base}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> b\n"));
    assert_eq!(gongkai(site.root(), &["seal"]), Exit::Findings);
    assert_eq!(gongkai(site.root(), &["seal", "--rebase"]), Exit::Clean);
    assert_eq!(ledger(&site).lines().count(), 4);
    assert_eq!(gongkai(site.root(), &["verify", "--strict"]), Exit::Clean);
}

#[test]
fn a_ledger_that_is_half_written_is_never_left_behind() {
    let site = Site::from(BOARD);
    gongkai(site.root(), &["seal"]);
    let names = fs::read_dir(site.root().join("content")).expect("the folder is read").flatten();
    let left = names.filter(|entry| entry.file_name().to_string_lossy().contains(".tmp")).count();
    assert_eq!(left, 0);
}
