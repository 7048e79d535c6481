//! Commands from the command line to the disk.

use gongkai::cli::{Exit, run};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    gongkai_on("2026-10-12", root, words)
}

fn gongkai_on(today: &str, root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", today, "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

fn board() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder is made");
    assert_eq!(gongkai(folder.path(), &["init", "board"]), Exit::Clean);
    folder
}

#[test]
#[cfg(unix)]
fn a_platform_without_the_program_is_told_where_to_get_it() {
    let files = [
        include_str!("../../src/cli/init/presets/every/dot-github/workflows/publish.yml"),
        include_str!("../../src/cli/init/presets/every/dot-gitea/workflows/publish.yml"),
        include_str!("../../src/cli/init/presets/every/dot-gitlab-ci.yml"),
    ];
    for file in files {
        let (_, step) = file.split_once("if [ -x bin/gongkai ]").expect("a step gets the program");
        let (step, _) = step.split_once(" fi\n").expect("and ends");
        let empty = tempfile::tempdir().unwrap();
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &format!("if [ -x bin/gongkai ]{step} fi")]).current_dir(&empty);
        let done = shell.env_remove("GONGKAI_REPOSITORY").output().unwrap();
        assert!(!done.status.success() && done.stdout.is_empty(), "{step}");
        assert!(String::from_utf8_lossy(&done.stderr).starts_with("没有程序"), "{done:?}");
    }
}

#[test]
fn every_preset_makes_a_board_that_builds_without_a_warning() {
    for preset in ["township", "subdistrict", "village", "community", "department"] {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(gongkai(folder.path(), &["init", "board", "--preset", preset]), Exit::Clean);
        let root = folder.path().join("board");
        assert_eq!(gongkai(&root, &["check", "--strict"]), Exit::Clean, "{preset}");
        assert_eq!(gongkai(&root, &["build", "--strict"]), Exit::Clean, "{preset}");
        assert!(root.join("public/index.html").is_file());
        assert_eq!(gongkai(folder.path(), &["init", "board"]), Exit::CouldNotRun, "a folder with files is left alone");
    }
}

#[test]
fn editing_in_the_browser_is_for_this_computer_only() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    assert_eq!(gongkai(folder.path(), &["serve", "--edit", "--host", "0.0.0.0", "--port", "0"]), Exit::CouldNotRun);
}

#[test]
fn a_new_board_has_nothing_to_find_on_whatever_day_it_begins() {
    for (month, preset) in
        (1..=12).zip(["township", "subdistrict", "village", "community", "department"].iter().cycle())
    {
        let today = format!("2026-{month:02}-{:02}", [1, 28, 15, 31][month % 4].min(28));
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(gongkai_on(&today, folder.path(), &["init", ".", "--preset", preset]), Exit::Clean);
        assert_eq!(gongkai_on(&today, folder.path(), &["check", "--strict"]), Exit::Clean, "{preset} on {today}");
    }
}

#[test]
fn a_new_board_says_what_its_maker_said() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["init", "a", "--name", "青石镇人民政府", "--hotline", "0500-6610110", "--units", "文化站、卫生院"];
    assert_eq!(gongkai(folder.path(), &words), Exit::Clean);
    let board = fs::read_to_string(folder.path().join("a/content/board.yaml")).unwrap();
    assert!(board.contains("title: 青石镇政务公开栏") && board.contains("hotline: 0500-6610110"));
    assert!(board.contains("{id: unit-2, name: 卫生院, kind: station}"));
    assert_eq!(gongkai(&folder.path().join("a"), &["check", "--strict"]), Exit::Clean);
    assert_eq!(gongkai(folder.path(), &["init", "b", "--name", "青石镇: 政府"]), Exit::CouldNotRun);
    assert!(!folder.path().join("b").exists());
    assert_eq!(gongkai(&folder.path().join("a"), &["new"]), Exit::CouldNotRun, "nobody sits at a terminal");
}

#[test]
fn a_reader_that_goes_away_is_no_mistake_of_the_program() {
    let folder = board();
    let root = folder.path().join("board");
    fs::write(root.join("content/notices/a.md"), "---\ntitle: 停水通知\nfoo: 1\n---\n".repeat(200)).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    program.arg("-C").arg(&root).args(["--today", "2026-10-12", "check"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_strict_build_is_stopped_by_whatever_is_found() {
    let folder = board();
    let root = folder.path().join("board");
    fs::write(root.join("content/notices/a.md"), "---\ntitle: 停水通知\npublished: 2026-10-09\n---\n今晚停水。\n")
        .unwrap();
    assert_eq!(gongkai(&root, &["build"]), Exit::Clean, "a missing index is only a warning");
    assert_eq!(gongkai(&root, &["build", "--out", "strict", "--strict"]), Exit::Findings);
    assert!(!root.join("strict/index.html").exists());
    fs::remove_file(root.join("content/notices/a.md")).unwrap();
    let late = |words: &[&str]| gongkai_on("2027-10-12", &root, words);
    assert_eq!(late(&["build", "--out", "late"]), Exit::Findings, "a stale board is told of");
    assert!(root.join("late/index.html").is_file(), "but may still be built");
    assert_eq!(late(&["build", "--out", "late-strict", "--strict"]), Exit::Findings);
    assert!(!root.join("late-strict/index.html").exists());
}

#[test]
fn a_new_item_is_a_draft_and_never_takes_the_place_of_another() {
    let folder = board();
    let root = folder.path().join("board");
    assert_eq!(gongkai(&root, &["new", "通知公告", "停水通知", "--name", "water"]), Exit::Clean);
    let file = root.join("content/notices/water.md");
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("标题: \"停水通知\"") && text.contains("草稿: 是") && text.contains("索引号: board/2026-00010")
    );
    assert_eq!(gongkai(&root, &["check", "--strict"]), Exit::Clean);
    assert_eq!(gongkai(&root, &["new", "notices", "另一条", "--name", "water"]), Exit::CouldNotRun);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert_eq!(gongkai(&root, &["new", "notes", "一条"]), Exit::CouldNotRun);
    assert_eq!(gongkai(&root, &["new", "finance", "支出"]), Exit::Clean);
    assert!(root.join("content/finance/2026-Q3-支出.md").is_file());
}

#[test]
fn numbering_adds_one_line_and_leaves_every_other_byte() {
    let folder = board();
    let root = folder.path().join("board");
    let file = root.join("content/notices/a.md");
    let text = "\u{FEFF}---\r\ntitle: 停水通知\r\npublished: 2026-10-09\r\n---\r\n正文。\r\n";
    fs::write(&file, text).unwrap();
    assert_eq!(gongkai(&root, &["number"]), Exit::Clean);
    let numbered = text.replace("停水通知\r\n", "停水通知\r\nindex: board/2026-00010\r\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), numbered);
    assert_eq!(gongkai(&root, &["number"]), Exit::Clean);
    assert_eq!(fs::read_to_string(&file).unwrap(), numbered, "a second run changes nothing");
}

#[test]
fn what_cannot_run_says_so_by_its_exit() {
    let folder = tempfile::tempdir().unwrap();
    for words in
        [&["check"][..], &["build"], &["frobnicate"], &["explain", "no-such-check"], &["check", "--format", "xml"]]
    {
        assert_eq!(gongkai(folder.path(), words), Exit::CouldNotRun, "{words:?}");
    }
    assert_eq!(gongkai(folder.path(), &["explain", "wrong-value"]), Exit::Clean);
    assert_eq!(gongkai(folder.path(), &["completions", "bash"]), Exit::Clean);
    assert_eq!(gongkai(folder.path(), &["man"]), Exit::Clean);
    assert_eq!(gongkai(folder.path(), &["man", "new"]), Exit::Clean);
    assert_eq!(gongkai(folder.path(), &["man", "frobnicate"]), Exit::CouldNotRun);
    assert_eq!(gongkai(folder.path(), &["schema", "item"]), Exit::Clean);
}

#[test]
fn the_output_folder_is_never_the_sources_nor_somebody_elses() {
    let folder = board();
    let root = folder.path().join("board");
    fs::create_dir_all(root.join("strange")).unwrap();
    fs::write(root.join("strange/letter.txt"), "信").unwrap();
    for out in [".", "..", "content", "content/public", "strange", "/"] {
        assert_eq!(gongkai(&root, &["build", "--out", out]), Exit::CouldNotRun, "{out}");
    }
    assert_eq!(gongkai(&root, &["build", "--out", "strange", "--force-out"]), Exit::Clean);
    assert_eq!(fs::read_to_string(root.join("strange/letter.txt")).unwrap(), "信");
}

#[test]
fn masking_rewrites_numbers_alone_and_keeps_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let list = "\u{FEFF}名单,,\r\n姓名,身份证号,\"电话\"\r\n甲某,11010519491231002X,\"13800138000\"\r\n乙某,110105194912310021,0558-4861234\r\n";
    fs::write(root.join("名单.csv"), list).unwrap();
    assert_eq!(gongkai(root, &["mask", "名单.csv"]), Exit::Clean);
    let masked = list
        .replace("11010519491231002X", "11*************02X")
        .replace("110105194912310021", "11*************021")
        .replace("13800138000", "138****8000");
    assert_eq!(fs::read_to_string(root.join("名单.csv")).unwrap(), masked);
    assert_eq!(fs::read_to_string(root.join("名单.csv.bak")).unwrap(), list);
    assert_eq!(gongkai(root, &["mask", "名单.csv"]), Exit::Clean, "a second run");
    assert!(!root.join("名单.csv.1.bak").exists(), "nothing is left to mask, so nothing is written");
    fs::write(root.join("b.csv"), list).unwrap();
    assert_eq!(gongkai(root, &["mask", "b.csv", "--out", "c.csv"]), Exit::Clean);
    assert_eq!(fs::read_to_string(root.join("b.csv")).unwrap(), list, "with --out the file stays");
    assert_eq!(fs::read_to_string(root.join("c.csv")).unwrap(), masked);
    assert_eq!(gongkai(root, &["mask", "b.csv", "--out", "c.csv"]), Exit::CouldNotRun, "no file is overwritten");
    assert_eq!(gongkai(root, &["mask", "none.csv"]), Exit::CouldNotRun);
}

#[test]
fn cleaning_writes_a_copy_and_leaves_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "甲某").unwrap();
    sheet.insert_note(0, 0, &rust_xlsxwriter::Note::new("此人电话13900000013")).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    fs::write(root.join("a.xlsx"), &bytes).unwrap();
    assert_eq!(gongkai(root, &["clean", "a.xlsx"]), Exit::Clean);
    assert_eq!(fs::read(root.join("a.xlsx")).unwrap(), bytes);
    let cleaned = gongkai::attachment::read("a.xlsx", &fs::read(root.join("a-cleaned.xlsx")).unwrap());
    assert_eq!((cleaned.text().as_str(), cleaned.hidden.len()), ("甲某\n", 0));
    assert_eq!(gongkai(root, &["clean", "a.xlsx"]), Exit::CouldNotRun, "no file is overwritten");
    fs::write(root.join("a.pdf"), "%PDF-").unwrap();
    assert_eq!(gongkai(root, &["clean", "a.pdf"]), Exit::CouldNotRun);
}

#[test]
fn an_annual_report_is_written_only_where_it_balances() {
    let folder = board();
    let root = folder.path().join("board");
    fs::create_dir_all(root.join("content/annual")).unwrap();
    let paper = root.join("content/annual/2025.yaml");
    let figures = "year: 2025\nrequests:\n  new: [6, 1, 0, 0, 0, 0]\n  granted: [6, 1, 0, 0, 0, 0]\n";
    fs::write(&paper, figures).unwrap();
    assert_eq!(gongkai(&root, &["report", "2025", "--out", "out/r.html"]), Exit::Clean);
    let html = fs::read_to_string(root.join("out/r.html")).unwrap();
    let figures_in_cells = html.matches("<td class=\"number\">").count();
    assert_eq!(figures_in_cells, 10 + 175 + 15, "the cells of tables two, three and four");
    assert!(!html.contains("<td class=\"number\"></td>") && html.contains("六、其他需要报告的事项"));
    assert_eq!(gongkai(&root, &["report", "2025", "--out", "out/r.md"]), Exit::Clean);
    let text = fs::read_to_string(root.join("out/r.md")).unwrap();
    assert!(text.contains("| （七）总计 | 6 | 1 | 0 | 0 | 0 | 0 | 7 |") && text.contains("draft: true"));
    assert_eq!(gongkai(&root, &["report", "2025", "--progress", "--out", "out/p.md"]), Exit::Clean);
    assert!(fs::read_to_string(root.join("out/p.md")).unwrap().contains("## 四、下步打算"));
    fs::write(&paper, figures.replace("new: [6", "new: [7")).unwrap();
    assert_eq!(gongkai(&root, &["report", "2025", "--out", "out/wrong.html"]), Exit::Findings);
    assert!(!root.join("out/wrong.html").exists());
    assert_eq!(gongkai(&root, &["report", "2025", "--out", "r.docx"]), Exit::CouldNotRun);
}

#[test]
fn a_report_in_markdown_is_an_item_that_passes() {
    let folder = board();
    let root = folder.path().join("board");
    fs::create_dir_all(root.join("content/annual")).unwrap();
    fs::write(
        root.join("content/annual/2025.yaml"),
        "year: 2025\nrequests: {new: [1, 0, 0, 0, 0, 0], granted: [1, 0, 0, 0, 0, 0]}\n",
    )
    .unwrap();
    let out = "content/notices/report-2025.md";
    assert_eq!(gongkai(&root, &["report", "2025", "--out", out]), Exit::Clean);
    let text = fs::read_to_string(root.join(out)).unwrap().replace("draft: true\n", "");
    fs::write(root.join(out), text).unwrap();
    assert_eq!(gongkai(&root, &["check"]), Exit::Clean);
}

#[test]
fn exported_items_lie_in_folders_of_their_own_and_strangers_are_left_alone() {
    let folder = board();
    let root = folder.path().join("board");
    fs::write(
        root.join("content/notices/secret.md"),
        "---\ntitle: 内部安排\npublished: 2026-10-09\naudience: internal\n---\n不外传。\n",
    )
    .unwrap();
    let out = folder.path().join("export");
    let words = ["export", "--out", out.to_str().unwrap()];
    assert_eq!(gongkai(&root, &words), Exit::Clean);
    let items: Vec<_> =
        fs::read_dir(&out).unwrap().flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    assert!(!items.is_empty());
    for item in items {
        let read = |name: &str| fs::read_to_string(item.join(name)).unwrap();
        assert!(read("wechat.txt").chars().count() <= 300 && !read("item.txt").is_empty());
        assert!(!read("item.html").contains("class=") && !read("item.html").contains("内部安排"));
        assert!(read("metadata.json").contains("\"url\": \"https://"));
    }
    assert_eq!(gongkai(&root, &words), Exit::Clean, "its own folder is renewed");
    let strange = folder.path().join("strange");
    fs::create_dir_all(&strange).unwrap();
    fs::write(strange.join("letter.txt"), "甲").unwrap();
    assert_eq!(gongkai(&root, &["export", "--out", strange.to_str().unwrap()]), Exit::CouldNotRun);
    assert_eq!(gongkai(&root, &["build", "--out", "public"]), Exit::Clean);
    assert_eq!(gongkai(&root, &["export", "--out", "public"]), Exit::CouldNotRun, "a site is not written over");
}

#[test]
fn only_what_is_published_is_printed() {
    let folder = board();
    let root = folder.path().join("board");
    fs::write(root.join("content/notices/later.md"), "---\ntitle: 以后的事\npublished: 2027-10-09\n---\n正文。\n")
        .unwrap();
    for words in [
        ["print", "content/notices/later.md", "--out", "a.pdf"].as_slice(),
        &["print", "没有这一条", "--out", "a.pdf"],
        &["print", "--board", "nobody", "2026-Q3", "--out", "a.pdf"],
        &["print", "--board", "office", "去年", "--out", "a.pdf"],
        &["print", "--out", "a.pdf"],
    ] {
        assert_eq!(gongkai(&root, words), Exit::CouldNotRun, "{words:?}");
    }
    assert!(!root.join("a.pdf").exists());
}

/// What a build of a board says, on both channels.
fn build_says(root: &Path, today: &str) -> (String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    let output = program
        .arg("-C")
        .arg(root)
        .args(["--lang", "zh", "--today", today, "build"])
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_build_that_would_make_the_same_says_the_same_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_path_buf();
    fs::create_dir_all(root.join("content/notices")).unwrap();
    fs::write(root.join("content/board.yaml"), include_str!("support/board.yaml")).unwrap();
    let plan = root.join("content/notices/plan.csv");
    fs::write(&plan, "街道,时间\n东街,8:00\n").unwrap();
    let item = "---\ntitle: 停水通知\npublished: 2026-10-09\nattachments: [plan.csv]\n---\n今晚停水。\n";
    fs::write(root.join("content/notices/a.md"), item).unwrap();
    let first = build_says(&root, "2026-10-12");
    assert!(first.1.contains("[missing-index]"), "{}", first.1);
    let second = build_says(&root, "2026-10-12");
    assert_eq!(second.1, first.1, "the findings are told again");
    assert!(second.0.contains("写入 0 个文件"), "{}", second.0);
    assert!(root.join(".gongkai").is_dir());

    // Nothing is believed but the bytes: not the time of a source, not a site that somebody changed.
    let before = fs::metadata(&plan).unwrap().modified().unwrap();
    fs::write(&plan, "街道,时间\n西街,8:00\n").unwrap();
    fs::File::options().write(true).open(&plan).unwrap().set_modified(before).unwrap();
    assert!(build_says(&root, "2026-10-12").0.contains("写入"), "a changed attachment is published");
    assert!(fs::read_to_string(root.join("public/notices/a/plan.csv")).unwrap().contains("西街"));
    fs::remove_file(root.join("public/index.html")).unwrap();
    assert!(build_says(&root, "2026-10-12").0.contains("写入 1 个文件"));
    assert!(!build_says(&root, "2026-10-13").0.contains("写入 0 个文件"), "another day is another site");
}
