//! Packages for the archive: what is in them, what must never be, and that a changed byte is found.

use gongkai::cli::{Exit, run};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use crate::support::Site;

const BOARD: &str = "
-- content/notices/road/index.md --
---
title: 道路封闭公告
index: hongshi/2026-00001
published: 2026-10-09 # 书记批示
keep: 10年
attachments: [{file: map.csv, title: 绕行路线}]
approvals:
  signed: {by: 镇长, on: 2026-10-08, opinion: 同意尽快发}
exceptions: [{check: missing-source, reason: 来源待核实, by: 党政办负责人, until: 2026-12-31}]
---
东街封闭施工，见[救助公告](../aid.md)。 <!-- 施工队未定 -->
-- content/notices/road/map.csv --
路线
西街
-- content/notices/aid.md --
---
title: 救助公告
index: hongshi/2025-00002
published: 2025-10-10
---
每户补助1200元。
-- content/notices/gone.md --
---
title: 选聘公告
published: 2026-09-09
summary: 选聘保洁员
keywords: [保洁员]
corrections: [{on: 2026-09-20, note: 保洁员改为三名}]
withdrawn: {on: 2026-09-30, reason: 岗位取消}
---
选聘保洁员三名。
-- content/notices/inside.md --
---
title: 值班安排
published: 2026-10-10
audience: internal
---
夜间值班两人。
-- content/notices/draft.md --
---
title: 未定稿
draft: true
published: 2026-10-10
---
尚在讨论。
";

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-11-20", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

/// All files below a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a file is read"));
    let paths = entries.map(walkdir::DirEntry::into_path).filter(|path| path.is_file());
    paths
        .map(|path| {
            let name = path.strip_prefix(folder).expect("it lies below").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a file is read"))
        })
        .collect()
}

fn says(files: &BTreeMap<String, Vec<u8>>, words: &str) -> Vec<String> {
    let held = |bytes: &[u8]| bytes.windows(words.len()).any(|window| window == words.as_bytes());
    files.iter().filter(|(name, bytes)| held(bytes) || name.contains(words)).map(|(name, _)| name.clone()).collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8_lossy(files.get(name).unwrap_or_else(|| panic!("{name} is not in the bag"))).into_owned()
}

#[test]
fn a_bag_holds_pages_sources_attachments_lists_and_digests() {
    let site = Site::from(BOARD);
    assert_eq!(gongkai(site.root(), &["archive", "--out", "bag"]), Exit::Clean);
    let bag = files(&site.root().join("bag"));
    for name in [
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha512.txt",
        "tagmanifest-sha512.txt",
        "data/index.html",
        "data/pages/notices/road/index.html",
        "data/pages/notices/road/map.csv",
        "data/pages/notices/gone/index.html",
        "data/sources/notices/road/index.md",
        "data/归档文件目录.csv",
        "data/归档文件目录.xlsx",
        "data/审核签发记录.csv",
        "data/公开渠道记录.csv",
        "data/元数据.json",
    ] {
        assert!(bag.contains_key(name), "{name} is not in the bag");
    }
    assert_eq!(text(&bag, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    let list = text(&bag, "data/归档文件目录.csv");
    assert!(list.contains("-WS·2026-D10-") && list.contains("10年") && list.contains("道路封闭公告"), "{list}");
    assert!(text(&bag, "data/审核签发记录.csv").contains("镇长"));
    assert_eq!(gongkai(site.root(), &["archive", "--verify", "bag"]), Exit::Clean);
}

#[test]
fn what_is_not_public_is_in_no_file_of_the_public_bag() {
    let mut site = Site::from(BOARD);
    gongkai(site.root(), &["archive", "--out", "bag"]);
    let bag = files(&site.root().join("bag"));
    for words in
        ["保洁员", "值班", "未定稿", "尚在讨论", "同意尽快发", "施工队未定", "书记批示", "来源待核实", "notices/inside"]
    {
        assert_eq!(says(&bag, words), Vec::<String>::new(), "{words}");
    }
    assert!(text(&bag, "data/pages/notices/gone/index.html").contains("岗位取消"));
    assert_eq!(gongkai(site.root(), &["archive", "--audience", "internal", "--out", "inside"]), Exit::Clean);
    let inside = files(&site.root().join("inside"));
    assert!(text(&inside, "data/sources/notices/gone.md").contains("保洁员三名"));
    assert!(text(&inside, "data/pages/notices/inside/index.html").contains("夜间值班"));
    assert!(text(&inside, "data/审核签发记录.csv").contains("同意尽快发"));
    assert_eq!(says(&inside, "未定稿"), Vec::<String>::new());
    site.remove("content/notices/draft.md");
}

#[test]
fn pages_of_a_bag_open_by_themselves() {
    let site = Site::from(BOARD);
    gongkai(site.root(), &["archive", "--year", "2026", "--out", "bag"]);
    let bag = files(&site.root().join("bag"));
    let page = text(&bag, "data/pages/notices/road/index.html");
    assert!(page.contains("href=\"map.csv\""), "an attachment lies beside its page");
    assert!(page.contains("https://example.gov.cn/hongshi/notices/aid/"), "what is not packed leads to the website");
    assert!(!bag.contains_key("data/pages/notices/aid/index.html"));
    for part in page.split("<link rel=\"stylesheet\" href=\"../../").skip(1) {
        let asset = part.split('"').next().unwrap_or_default();
        assert!(bag.contains_key(&format!("data/pages/{asset}")), "{asset}");
    }
}

#[test]
fn a_part_of_the_board_has_the_file_numbers_of_the_whole() {
    let site = Site::from(BOARD);
    for (folder, words) in [("all", &[][..]), ("year", &["--year", "2025"]), ("in", &["--audience", "internal"])] {
        let words: Vec<&str> = ["archive", "--out", folder].iter().chain(words).copied().collect();
        assert_eq!(gongkai(site.root(), &words), Exit::Clean);
    }
    let number = |folder: &str, title: &str| {
        let list = text(&files(&site.root().join(folder)), "data/归档文件目录.csv");
        let row = list.lines().find(|row| row.contains(title)).unwrap_or_default().to_owned();
        row.split(',').nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(number("all", "救助公告"), number("year", "救助公告"));
    assert_eq!(number("all", "道路封闭公告"), number("in", "道路封闭公告"));
    assert_ne!(number("in", "值班安排"), number("in", "选聘公告"));
}

#[test]
fn the_pattern_of_file_numbers_is_the_boards() {
    let mut site = Site::from(BOARD);
    let board = site.read("content/board.yaml");
    site.write(
        "content/board.yaml",
        board + "archive: {fonds: X023, pattern: \"{fonds}.{year}.{keep}.{serial:03}\", keep: 永久}\n",
    );
    assert_eq!(gongkai(site.root(), &["archive", "--out", "bag"]), Exit::Clean);
    let list = text(&files(&site.root().join("bag")), "data/归档文件目录.csv");
    assert!(list.contains("X023.2025.Y.001") && list.contains("X023.2026.D10.001"), "{list}");
}

#[test]
fn the_same_sources_on_the_same_day_are_the_same_bytes() {
    let site = Site::from(BOARD);
    gongkai(site.root(), &["archive", "--out", "one"]);
    gongkai(site.root(), &["archive", "--out", "two"]);
    assert_eq!(files(&site.root().join("one")), files(&site.root().join("two")));
}

#[test]
fn a_filled_folder_is_refused_and_left_as_it_is() {
    let mut site = Site::from(BOARD);
    site.write("bag/letter.txt", "信");
    for out in ["bag", "content", "content/bag"] {
        assert_eq!(gongkai(site.root(), &["archive", "--out", out]), Exit::CouldNotRun, "{out}");
    }
    assert_eq!(files(&site.root().join("bag")).len(), 1);
    assert_eq!(gongkai(site.root(), &["archive", "--year", "1999", "--out", "empty"]), Exit::CouldNotRun);
    assert!(!site.root().join("empty").exists() && !site.root().join("empty.gongkai.tmp").exists());
}

#[test]
fn a_changed_byte_in_any_file_of_a_bag_is_found() {
    let site = Site::from(BOARD);
    gongkai(site.root(), &["archive", "--out", "bag"]);
    let folder = site.root().join("bag");
    for (name, bytes) in files(&folder) {
        let path = folder.join(&name);
        let mut changed = bytes.clone();
        let at = changed.len() / 2;
        changed[at] ^= 1;
        fs::write(&path, changed).expect("the file is written");
        assert_eq!(gongkai(site.root(), &["archive", "--verify", "bag"]), Exit::Findings, "{name}");
        fs::write(&path, bytes).expect("the file is written");
    }
    assert_eq!(gongkai(site.root(), &["archive", "--verify", "bag"]), Exit::Clean);
    assert_eq!(gongkai(site.root(), &["archive", "--verify", "content"]), Exit::Findings, "a folder that is no bag");
    assert_eq!(gongkai(site.root(), &["archive", "--verify", "nowhere"]), Exit::CouldNotRun);
}

#[test]
fn a_board_with_an_error_is_not_packed() {
    let mut site = Site::from(BOARD);
    site.edit("content/notices/aid.md", "title", "titel");
    assert_eq!(gongkai(site.root(), &["archive", "--out", "bag"]), Exit::Findings);
    assert!(!site.root().join("bag").exists());
}
