//! Times a board of N made-up items: a full build, an unchanged rebuild, one edited item, and the page of that item as
//! the preview asks for it. `cargo bench --bench site [-- N …]` prints medians of five runs and the peak of memory.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs, reason = "a bench speaks to its developer")]

use gongkai::board::Edition;
use gongkai::calendar::Date;
use gongkai::output::OutputFolder;
use gongkai::pipeline::{Compiled, Counts, Memo, Options, Site, build, compile, load_theme};
use gongkai::source::{Sources, read_board, refresh};
use gongkai::theme::Theme;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

const RUNS: usize = 5;

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000] } else { sizes };
    println!("{:>8} {:>22} {:>12} {:>12} {:>12} {:>10}", "items", "", "median ms", "min ms", "max ms", "peak MiB");
    for size in sizes {
        let folder = tempfile::tempdir().unwrap();
        write_board(folder.path(), size);
        measure(folder.path(), size);
    }
    let laws = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/laws");
    if laws.join("content").is_dir() {
        measure_build(&laws, "laws");
    }
}

fn measure(root: &Path, size: usize) {
    measure_build(root, &size.to_string());
    let theme = theme();
    let mut memo = Memo::default();
    let mut sources = read_board(root).unwrap();
    let edited = root.join("content/finance/item-7.md");
    let out = tempfile::tempdir().unwrap();
    build(&site(&sources, compile(&sources, &options(), &mut memo), &theme), &folder(root, out.path())).unwrap();
    let unchanged = times(|_| {
        let sources = read_board(root).unwrap();
        let compiled = compile(&sources, &options(), &mut memo);
        let written = build(&site(&sources, compiled, &theme), &folder(root, out.path())).unwrap();
        assert_eq!(written.written, 0);
    });
    row(size, "unchanged rebuild", &unchanged);
    let mut counts = Counts::default();
    let edit = times(|run| {
        let text = fs::read_to_string(&edited).unwrap();
        fs::write(&edited, format!("{text}\n第{run}次补充说明。\n")).unwrap();
        sources = refresh(&sources, std::slice::from_ref(&edited)).unwrap();
        let compiled = compile(&sources, &options(), &mut memo);
        counts = compiled.counts;
        let shown = site(&sources, compiled, &theme);
        let page = shown.file("finance/item-7/index.html").unwrap().unwrap();
        assert!(String::from_utf8(page).unwrap().contains(&format!("第{run}次补充说明")));
    });
    assert_eq!(counts.parsed, 1, "an edit parses one file");
    let mut shown: Vec<Site> =
        (0..RUNS).map(|_| site(&sources, compile(&sources, &options(), &mut memo), &theme)).collect();
    let search = times(|_| {
        let shown = shown.pop().unwrap();
        assert!(shown.file("search/start.js").unwrap().unwrap().len() > 100);
    });
    row(size, "search index", &search);
    row(size, "edit to page shown", &edit);
}

fn measure_build(root: &Path, name: &str) {
    let theme = theme();
    let full = times(|_| {
        let out = tempfile::tempdir().unwrap();
        let sources = read_board(root).unwrap();
        let compiled = compile(&sources, &options(), &mut Memo::default());
        build(&site(&sources, compiled, &theme), &folder(root, out.path())).unwrap();
    });
    row(name, "full build", &full);
}

fn site(sources: &Sources, compiled: Compiled, theme: &Arc<Theme>) -> Site {
    Site::new(sources.root.clone(), compiled.board.unwrap(), compiled.pages, Arc::clone(theme))
}

fn theme() -> Arc<Theme> {
    Arc::new(load_theme("default", "zh-CN", Vec::new()).unwrap())
}

fn folder(root: &Path, out: &Path) -> OutputFolder {
    OutputFolder::open(root, &PathBuf::from(out), false).unwrap()
}

fn options() -> Options {
    let today = Date::new(2026, 11, 20).unwrap();
    Options { today, edition: Edition::default(), keep_going: true, base_url: None }
}

fn times(mut work: impl FnMut(usize)) -> Vec<Duration> {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|run| {
            let started = Instant::now();
            work(run);
            started.elapsed()
        })
        .collect();
    times.sort();
    times
}

fn row(size: impl std::fmt::Display, what: &str, times: &[Duration]) {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, min, max) = (ms(times[RUNS / 2]), ms(times[0]), ms(times[RUNS - 1]));
    println!("{size:>8} {what:>22} {median:>12.1} {min:>12.1} {max:>12.1} {:>10.1}", peak_mib());
}

/// The peak of memory so far, as Linux counts it; 0 elsewhere.
fn peak_mib() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1)).and_then(|word| word.parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

/// Writes a board of items of the length that such items have: a page of text, every tenth with a table.
fn write_board(root: &Path, size: usize) {
    let categories = ["finance", "assistance", "policy", "notices", "projects", "land", "safety", "overview"];
    let mut settings = String::from(
        "title: 测速镇政务公开栏\nbase_url: https://example.gov.cn/bench/\noffice: {id: b, name: 测速镇人民政府, code: BENCH}\n\
         units: [{id: u1, name: 财政所, kind: station}, {id: u2, name: 民政办公室, kind: station}]\ncategories:\n",
    );
    for category in categories {
        let _ = writeln!(settings, "  - {{id: {category}, name: 类别{category}, cadence: timely}}");
        fs::create_dir_all(root.join("content").join(category)).unwrap();
    }
    fs::write(root.join("content/board.yaml"), settings).unwrap();
    for at in 0..size {
        let category = if at == 7 { "finance" } else { categories[at % categories.len()] };
        let (year, month, day) = (2020 + at % 6, at % 12 + 1, at % 28 + 1);
        let mut text = format!(
            "---\ntitle: 测速镇第{at}号公开事项情况公告\nsummary: 公布第{at}号事项的办理依据、过程和结果。\n\
             index: BENCH/{year}-{at:06}\nunit: u{}\nformed: {year}-{month:02}-{day:02}\npublished: {year}-{month:02}-{day:02}\n\
             source: 测速镇人民政府\nkeywords: [公开, 公告, 事项{at}]\n---\n\n",
            at % 2 + 1
        );
        for part in ["一、基本情况", "二、办理过程", "三、办理结果"] {
            let _ = write!(text, "## {part}\n\n");
            for sentence in 0..6 {
                let _ =
                    write!(text, "根据有关规定，现将第{at}号事项的第{sentence}项内容公布如下，请社会各界予以监督。");
            }
            text.push_str("\n\n");
        }
        if at % 10 == 0 {
            text.push_str("| 项目 | 金额 |\n|---|---:|\n");
            for row in 0..20 {
                let _ = writeln!(text, "| 第{row}项支出 | {row}00.00 |");
            }
        }
        fs::write(root.join("content").join(category).join(format!("item-{at}.md")), text).unwrap();
    }
}
