//! Times `gongkai seal` on a board of N made-up items: the first record of all, and a run that finds nothing new.
//! `cargo bench --bench seal [-- N]`; ten thousand items must take less than two seconds.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs, reason = "a bench speaks to its developer")]

use gongkai::cli::{Exit, run};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Instant;

const BOARD: &str = "title: 示例镇政务公开栏
base_url: https://example.gov.cn/shili/
office: {id: shili, name: 示例镇人民政府}
categories: [{id: notices, name: 通知公告, cadence: timely}]
";

fn main() {
    let count = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    fs::create_dir_all(content.join("notices")).unwrap();
    fs::write(content.join("board.yaml"), BOARD).unwrap();
    for number in 0..count {
        let text = format!(
            "---\ntitle: 第{number}号公告\nindex: shili/2026-{number:05}\npublished: 2026-10-09\n---\n第{number}号公告的正文。\n"
        );
        fs::write(content.join(format!("notices/n{number}.md")), text).unwrap();
    }
    for name in ["first record", "nothing new"] {
        let start = Instant::now();
        seal(folder.path());
        println!("{count:>8} {name:>14} {:>8} ms", start.elapsed().as_millis());
    }
}

fn seal(root: &Path) {
    let words = ["gongkai", "--today", "2026-11-20", "seal", "-C"].map(OsString::from);
    assert_eq!(run(words.into_iter().chain([root.as_os_str().to_owned()])), Exit::Clean);
}
