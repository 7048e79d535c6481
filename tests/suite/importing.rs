//! Documents of many shapes become items, and no word is lost. What each document says stands in `tests/import/words`,
//! written by the script that made the documents.

use gongkai::cli::{Exit, run};
use gongkai::markdown::{Links, html, words};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-10-12", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

fn board() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder is made");
    assert_eq!(gongkai(folder.path(), &["init", "."]), Exit::Clean);
    folder
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(name);
    path.to_str().expect("the path is Unicode").to_owned()
}

/// All items of a board by their paths, and what they say.
fn items(root: &Path) -> BTreeMap<PathBuf, String> {
    let files = walkdir::WalkDir::new(root.join("content"))
        .into_iter()
        .map(|entry| entry.expect("a file is found").into_path());
    let items = files.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    items
        .map(|path| {
            (
                path.strip_prefix(root).expect("the file is read").to_owned(),
                fs::read_to_string(&path).expect("the file is read"),
            )
        })
        .collect()
}

/// What a command added.
fn added(root: &Path, arguments: &[&str], exit: Exit) -> BTreeMap<PathBuf, String> {
    let before = items(root);
    assert_eq!(gongkai(root, arguments), exit);
    let mut after = items(root);
    for (path, text) in before {
        assert_eq!(after.remove(&path), Some(text), "{} is as it was", path.display());
    }
    after
}

struct Plain;

impl Links for Plain {
    fn link(&self, target: &str) -> Option<String> {
        Some(target.to_owned())
    }

    fn picture(&self, target: &str) -> Option<(String, Option<(usize, usize)>)> {
        Some((target.to_owned(), None))
    }

    fn table_label(&self, _: usize) -> String {
        String::new()
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// The title, and the body as its reader sees it.
fn shown(item: &str) -> String {
    let (_, rest) = item.split_once("---\n").expect("the item has front matter");
    let (front, body) = rest.split_once("---\n").expect("the item has front matter");
    let title = front.lines().find_map(|line| line.strip_prefix("标题: ")).expect("a path of the board");
    bare(&format!("{title}{}", words(&html(body, "", &Plain))))
}

/// Every line stands in the item, and no sign is there less often than in the document.
#[track_caller]
fn holds_all(item: &str, document: &str) {
    let shown = shown(item);
    let expected = fs::read_to_string(sample(&format!("words/{document}"))).expect("the file is read");
    assert!(expected.lines().count() > 1, "{document}");
    let count = |text: &str| {
        let mut signs: BTreeMap<char, usize> = BTreeMap::new();
        text.chars().for_each(|sign| *signs.entry(sign).or_default() += 1);
        signs
    };
    let there = count(&shown);
    for line in expected.lines() {
        let in_pieces = line.contains(|sign: char| sign.is_whitespace());
        assert!(in_pieces || shown.contains(&bare(line)), "{document}: {line} is not in {shown}");
    }
    let title_in_lines = shown.replace(['《', '》'], "");
    for (sign, wanted) in count(&bare(&expected)) {
        let found = there.get(&sign).copied().unwrap_or(0);
        assert!(found >= wanted, "{document}: {sign} {found} of {wanted} times in {title_in_lines}");
    }
}

#[test]
fn documents_of_eight_shapes_lose_no_word_and_become_drafts() {
    let documents = [
        "red-head.docx",
        "styled.docx",
        "merged.docx",
        "picture.docx",
        "numbered.docx",
        "writer.docx",
        "writer.doc",
        "rules.txt",
    ];
    let folder = board();
    for document in documents {
        // One letter is there twice, once in each format of Word.
        let category = if document == "writer.doc" { "概况信息" } else { "通知公告" };
        let made = added(folder.path(), &["import", &sample(document), "--category", category], Exit::Clean);
        assert_eq!(made.len(), 1, "{document}");
        let item = made.values().next().unwrap();
        holds_all(item, document);
        assert!(item.contains("\n草稿: 是"), "{document}");
    }
    assert_eq!(gongkai(folder.path(), &["check", "--strict"]), Exit::Clean);
    assert_eq!(gongkai(folder.path(), &["build"]), Exit::Clean);
    let catalogue = fs::read_to_string(folder.path().join("public/catalogue.json")).unwrap();
    assert!(!catalogue.contains("河道保洁"), "a draft is not published");
}

#[test]
fn the_parts_of_an_official_document_are_recognised_and_what_a_reader_does_not_see_stays_behind() {
    let folder = board();
    let made = added(folder.path(), &["import", &sample("red-head.docx")], Exit::Clean);
    let item = made.values().next().unwrap();
    for line in [
        "标题: \"青石镇人民政府关于印发《河道保洁管理办法》的通知\"",
        "  发文字号: 青政发〔2026〕18号",
        "  发文机关: \"青石镇人民政府\"",
        "  成文日期: 2026-09-08",
        "## 一、总则",
        "### （一）目的",
    ] {
        assert!(item.lines().any(|own| own == line), "{line}: {item}");
    }
    let made = added(folder.path(), &["import", &sample("picture.docx")], Exit::Clean);
    let (path, item) = made.iter().next().unwrap();
    assert!(!item.contains("删去的话") && !item.contains("藏起来的话") && item.contains("![图1](图1.png)"), "{item}");
    assert!(folder.path().join(path).with_file_name("图1.png").is_file());
    let made = added(folder.path(), &["import", &sample("merged.docx")], Exit::Clean);
    let item = made.values().next().unwrap();
    assert!(item.contains("<th rowspan=\"2\">村名</th><th colspan=\"2\">补贴项目</th>"), "{item}");
    let made = added(folder.path(), &["import", &sample("numbered.docx")], Exit::Clean);
    let item = made.values().next().unwrap();
    assert!(item.contains("## 二、审批") && item.contains("1. 有经手人\n2. 有证明人\n"), "{item}");
}

#[test]
fn a_folder_of_an_old_site_comes_with_its_files_links_and_addresses() {
    let folder = board();
    // One link of the old page leads nowhere.
    let made = added(folder.path(), &["import", &sample("site")], Exit::Findings);
    assert_eq!(made.len(), 2, "{:?}", made.keys());
    let (path, old) = made.iter().find(|(path, _)| path.to_string_lossy().contains("2019-12-30")).unwrap();
    holds_all(old, "site-zw-t1.htm");
    for words in
        ["旧地址: [\"zw/t1.htm\"]", "信息来源: \"党政办公室\"", "发布日期: 2019-12-30\n", "[明细表](mingxi.csv)"]
    {
        assert!(old.contains(words), "{words}: {old}");
    }
    let beside = folder.path().join(path);
    assert!(beside.with_file_name("mingxi.csv").is_file() && beside.with_file_name("lan.png").is_file());
    assert!(old.contains("](../2024-06-03-关于征集养老服务意见的公告.md)"), "{old}");
    let (path, new) = made.iter().find(|(path, _)| path.to_string_lossy().contains("2024-06-03")).unwrap();
    holds_all(new, "site-zw-t2.htm");
    assert!(path.starts_with("content/notices") && !new.contains("# 请核对"), "the page says it all: {new}");
}

#[test]
fn a_workbook_is_one_item_with_masked_tables_or_an_item_a_row() {
    let other = board();
    let folder = board();
    for (root, workbook) in [(other.path(), "assistance.ods"), (folder.path(), "assistance.xlsx")] {
        let made = added(root, &["import", &sample(workbook)], Exit::Clean);
        let (path, item) = made.iter().next().unwrap();
        assert!(item.contains("脱敏: {\"身份证号\": 身份证}") && item.contains("所属期: 2026-09"), "{item}");
        assert!(root.join(path).with_file_name(workbook).is_file());
    }
    assert_eq!(gongkai(folder.path(), &["build", "--drafts", "--keep-going"]), Exit::Clean);
    let page = walkdir::WalkDir::new(folder.path().join("public/assistance")).into_iter().map(Result::unwrap);
    let pages: Vec<String> =
        page.filter(|e| e.path().is_file()).filter_map(|e| fs::read_to_string(e.path()).ok()).collect();
    assert!(
        pages.iter().any(|page| page.contains("34*************536")) && !pages.concat().contains("340122199003073536")
    );
    let rows = added(folder.path(), &["import", "--rows", &sample("list.xlsx")], Exit::Clean);
    assert_eq!(rows.len(), 3);
    let all: Vec<String> = rows.values().map(|item| format!("{item}{}", shown(item))).collect();
    let all = all.concat();
    let expected = fs::read_to_string(sample("words/list.xlsx")).unwrap();
    // A category is where the item lies.
    let folders = ["通知公告", "概况信息"];
    for cell in expected.lines().filter(|cell| !cell.contains('年') && !folders.contains(cell)) {
        assert!(bare(&all).contains(&bare(cell)), "{cell} is in none of {all}");
    }
    let csv = added(folder.path(), &["import", &sample("purchase.csv"), "--category", "概况信息"], Exit::Clean);
    assert!(csv.keys().all(|path| path.starts_with("content/overview")), "{csv:?}");
}

#[test]
fn importing_twice_changes_nothing_and_a_dry_run_writes_nothing() {
    let folder = board();
    assert!(added(folder.path(), &["import", "--dry-run", &sample("styled.docx")], Exit::Clean).is_empty());
    assert_eq!(added(folder.path(), &["import", &sample("styled.docx")], Exit::Clean).len(), 1);
    assert!(added(folder.path(), &["import", &sample("styled.docx")], Exit::Clean).is_empty());
    let twice = ["import", &sample("rules.txt"), &sample("rules.txt")];
    assert_eq!(added(folder.path(), &twice, Exit::Clean).len(), 2, "two files of one run never meet");
    assert_eq!(gongkai(folder.path(), &["import", "没有这个文件.docx"]), Exit::CouldNotRun);
    assert_eq!(gongkai(folder.path(), &["import", &sample("styled.docx"), "--category", "没有"]), Exit::CouldNotRun);
}

/// What the command says, with Pandoc where the machine has it or without.
fn told(root: &Path, document: &str, pandoc: bool) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    command.args(["--lang", "zh", "import", &sample(document), "--category", "通知公告"]).current_dir(root);
    if !pandoc {
        command.env("PANDOC", root.join("nothing"));
    }
    String::from_utf8(command.output().expect("the program runs").stdout).expect("it says Unicode")
}

/// Whether Pandoc is there. Where all tests are run, it must be.
fn has_pandoc() -> bool {
    let there = Command::new("pandoc").arg("--version").output().is_ok();
    assert!(there || std::env::var_os("GONGKAI_ALL_TESTS").is_none(), "Pandoc is missing");
    there
}

#[test]
fn pandoc_reads_what_has_no_reader_here_and_loses_no_word() {
    for document in ["writer.odt", "styled.odt", "writer.epub"] {
        let folder = board();
        let before = items(folder.path());
        if !has_pandoc() {
            assert!(told(folder.path(), document, true).contains("没有 Pandoc"), "{document}");
            continue;
        }
        let said = told(folder.path(), document, true);
        assert!(said.contains("注意：由 Pandoc 读出"), "{said}");
        let made: Vec<String> = items(folder.path())
            .into_iter()
            .filter(|(path, _)| !before.contains_key(path))
            .map(|(_, item)| item)
            .collect();
        assert_eq!(made.len(), 1, "{document}");
        holds_all(&made[0], document);
    }
}

#[test]
fn pandoc_is_refused_where_it_would_show_what_is_hidden_or_let_cells_slip() {
    let folder = board();
    let before = items(folder.path());
    let no_pandoc = "没有 Pandoc：用 WPS、Word 或 LibreOffice 另存为 .docx 再导入";
    for (document, why) in [("picture.odt", "有隐藏的文字"), ("merged.odt", "合并的单元格")] {
        let said = told(folder.path(), document, true);
        assert!(said.contains(if has_pandoc() { why } else { no_pandoc }), "{said}");
        assert!(told(folder.path(), document, false).contains(no_pandoc));
    }
    fs::write(folder.path().join("旧.rtf"), "{\\rtf1 }").expect("the file is written");
    assert!(
        told(folder.path(), folder.path().join("旧.rtf").to_str().expect("Unicode"), true).contains("另存为 .docx")
    );
    assert_eq!(items(folder.path()), before);
}
