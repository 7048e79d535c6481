//! `gongkai check --fix` on a board with numbers of persons in every kind of file that it can mend.

use gongkai::attachment::read;
use gongkai::cli::{Exit, run};
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

const ITEM: &str = "---\r\ntitle: 救助发放名单\r\npublished: 2026-10-09   # 张股长已核\r\nexpires: 2027-10-09\r\n\
source: 民政办\r\nindex: 11341799000000000X/2026-00001\r\n\
attachments: [{file: 名单.csv, title: 名单}, {file: 明细.xlsx, title: 明细}]\r\n---\r\n\
发放名单如下，咨询0500-6620001。\r\n\r\n\
| 姓名 | 身份证号 | 电话 |\r\n|--|--|--|\r\n| 张三 | 11010519491231002X | 13800138000 |\r\n";

const LIST: &str = "序号,姓名,银行账号,金额\r\n1,张三,6222021234567890128,\"1,200\"\r\n";

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-10-12", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

fn board() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder is made");
    let lay = |path: &str, bytes: &[u8]| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder is made");
        fs::write(path, bytes).expect("the file is written");
    };
    lay("content/board.yaml", include_bytes!("support/board.yaml"));
    lay("content/notices/a/index.md", ITEM.as_bytes());
    lay("content/notices/a/名单.csv", LIST.as_bytes());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (head, cell)) in
        [("姓名", "张三"), ("身份证号", "110105197605123420"), ("电话", "13900139000")].iter().enumerate()
    {
        sheet.write_string(0, column as u16, *head).expect("written");
        sheet.write_string(1, column as u16, *cell).expect("written");
    }
    lay("content/notices/a/明细.xlsx", &book.save_to_buffer().expect("a workbook"));
    lay("content/notices/b.md", "---\ntitle: 乙\npublished: 2026-10-09\n---\n正文。\n".as_bytes());
    folder
}

fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("a file is read"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("it lies below").to_string_lossy().into_owned();
            (path, fs::read(entry.path()).expect("a file is read"))
        })
        .collect()
}

#[test]
fn every_number_that_is_found_is_masked_and_nothing_else_is_touched() {
    let folder = board();
    let before = files(folder.path());
    assert_eq!(gongkai(folder.path(), &["check"]), Exit::Findings);
    assert_eq!(files(folder.path()), before, "a check changes nothing");
    assert_eq!(gongkai(folder.path(), &["check", "--fix"]), Exit::Clean, "what was found is mended");
    let after = files(folder.path());
    let mended = ["content/notices/a/index.md", "content/notices/a/名单.csv", "content/notices/a/明细.xlsx"];
    for path in mended {
        assert_eq!(after.get(&format!("{path}.bak")), before.get(path), "{path} is kept as it was");
        assert_ne!(after.get(path), before.get(path), "{path}");
    }
    assert_eq!(after.len(), before.len() + mended.len());
    for (path, bytes) in before.iter().filter(|(path, _)| !mended.contains(&path.as_str())) {
        assert_eq!(after.get(path), Some(bytes), "{path} was touched");
    }
    let text = |path: &str| String::from_utf8(after[path].clone()).expect("text");
    let item = ITEM.replace("11010519491231002X", "11*************02X").replace("13800138000", "138****8000");
    assert_eq!(text(mended[0]), item);
    assert_eq!(text(mended[1]), LIST.replace("6222021234567890128", "***************0128"));
    let cells = |bytes: &[u8]| read("明细.xlsx", bytes).text();
    let expected = cells(&before[mended[2]])
        .replace("110105197605123420", "11*************420")
        .replace("13900139000", "139****9000");
    assert_eq!(cells(&after[mended[2]]), expected);
    assert_eq!(gongkai(folder.path(), &["check", "--fix"]), Exit::Clean, "a second run");
    assert_eq!(files(folder.path()), after, "finds nothing more to mend");
}

#[test]
fn each_change_is_told_with_its_place_and_without_the_number() {
    let folder = board();
    let program = Path::new(env!("CARGO_BIN_EXE_gongkai"));
    let words = ["check", "--fix", "--lang", "zh", "--today", "2026-10-12"];
    let told = Command::new(program).args(words).arg("-C").arg(folder.path()).output().expect("it runs");
    let told = String::from_utf8_lossy(&told.stderr).into_owned() + &String::from_utf8_lossy(&told.stdout);
    for line in [
        "content/notices/a/index.md:13:8 身份证号 → 11*************02X",
        "content/notices/a/index.md:13:29 电话 → 138****8000",
        "content/notices/a/名单.csv C2 银行账号 → ***************0128",
        "content/notices/a/明细.xlsx Sheet1!B2 身份证号 → 11*************420",
        "content/notices/a/明细.xlsx Sheet1!C2 电话 → 139****9000",
    ] {
        assert!(told.contains(line), "{line} is not among:\n{told}");
    }
    for number in ["11010519491231002X", "13800138000", "6222021234567890128", "110105197605123420", "13900139000"] {
        assert!(!told.contains(number), "{number} is told:\n{told}");
    }
}
