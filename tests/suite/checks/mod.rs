//! Every page of `docs/checks` is a test: its boards are compiled for real, and what its check finds is compared with
//! the findings that the page gives. And checks, pages and files belong together.

mod expected;
mod page;

use expected::EXPECTED;
use gongkai::board::Edition;
use gongkai::calendar::Date;
use gongkai::check;
use gongkai::diag::{Diagnostic, Spot};
use gongkai::pipeline::{Compiled, Memo, Options, compile};
use gongkai::source::{History, Sources, read_board};
use gongkai::text::locate;
use page::{Case, cases};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::support::Site;

#[test]
fn every_board_of_every_page_is_found_to_be_what_its_page_says() {
    let mut wrong = Vec::new();
    for (id, text) in pages() {
        for case in cases(&text) {
            let found = findings(&case, &id);
            if let Err(why) = compare(&case, &found) {
                wrong.push(format!("docs/checks/{id}.md:{}: {why}", case.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_shows_a_board_that_passes_and_one_that_fails() {
    for (id, text) in pages() {
        // A page is text, which has an encoding and a place to lie; it shows no theme and no disk.
        if ["bad-template", "internal-error", "not-utf8", "unreadable-file"].contains(&id.as_str()) {
            continue;
        }
        let cases = cases(&text);
        assert!(cases.iter().any(|case| case.findings.is_empty()), "{id} has no board that passes");
        assert!(cases.iter().any(|case| !case.findings.is_empty()), "{id} has no board that fails");
    }
}

#[test]
fn a_file_in_another_encoding_is_named_with_its_encoding() {
    let mut site = Site::from("-- content/board.yaml --\ntitle: 甲\nbase_url: https://example.gov.cn/\n");
    site.write("content/a.md", [b"---\ntitle: ".as_slice(), &[0xB9, 0xAB, 0xBF, 0xAA], b"\n---\n"].concat());
    let (_, compiled) = compiled(&site, "2026-10-12", None);
    let found: Vec<_> = compiled.report.findings().iter().filter(|finding| finding.check == "not-utf8").collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].place.as_ref().map(|place| &*place.path), Some("content/a.md"));
    assert!(found[0].message.zh.contains("GB18030"));
}

#[test]
fn all_checks_that_were_promised_are_there() {
    let coming = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/coming.rs");
    let coming = fs::read_to_string(coming).unwrap_or_default();
    let coming = coming.split('"').skip(1).step_by(2);
    let registered = check::registered().iter().map(|check| check.meta().id);
    let mut known: Vec<&str> = registered.chain(coming).collect();
    known.sort_unstable();
    assert_eq!(known, EXPECTED);
}

#[test]
fn whatever_a_finding_calls_itself_can_be_explained() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut unknown = BTreeSet::new();
    for file in walkdir::WalkDir::new(source).into_iter().flatten() {
        let path = file.path();
        let is_test = path.components().any(|part| part.as_os_str() == "tests");
        if is_test || path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = fs::read_to_string(path).expect("the file is read");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let made =
            ["Diagnostic::new(", ".refuse(", "const CHECK: &str ="].iter().flat_map(|made| text.split(made).skip(1));
        let ids = made.filter_map(|after| after.trim_start().strip_prefix('"')?.split('"').next());
        unknown.extend(ids.filter(|id| check::find(id).is_none()).map(|id| format!("{id} in {}", path.display())));
    }
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(gongkai::scan::TEXT_DETECTORS.iter().all(|(id, _)| check::find(id).is_some()));
}

#[test]
fn a_board_may_not_change_the_weight_of_any_check_of_form() {
    let of_form = check::registered().iter().filter(|check| check.meta().family == check::Family::Form);
    assert_eq!(of_form.map(|check| check.meta().id).collect::<Vec<_>>(), gongkai::config::FIXED_CHECKS);
}

#[test]
fn every_check_has_a_page_and_every_page_a_check() {
    let registered: BTreeSet<String> = check::registered().iter().map(|check| check.meta().id.to_owned()).collect();
    let written: BTreeSet<String> = pages().into_iter().map(|(id, _)| id).collect();
    assert_eq!(registered, written);
    for check in check::registered() {
        let (id, page) = (check.meta().id, check.meta().page);
        let title = page.lines().next().unwrap_or_default();
        assert!(title.starts_with("# ") && title.ends_with(&format!("（{id}）")), "{id}: {title}");
        let outside = page.split("\n```").step_by(2).flat_map(str::lines);
        let sections: Vec<&str> = outside.filter_map(|line| line.strip_prefix("## ")).collect();
        let order = ["查什么", "为什么", "依据", "怎么改", "例子"];
        let wanted: Vec<&str> = order.into_iter().filter(|section| sections.contains(section)).collect();
        assert_eq!(sections, wanted, "{id}");
        assert!(["查什么", "为什么", "怎么改"].iter().all(|section| sections.contains(section)), "{id}");
    }
}

#[test]
fn every_check_has_a_file_of_its_own_in_the_folder_of_its_family() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    let reader = fs::read_to_string(root.join("form/mod.rs")).expect("the reader's checks are read");
    let mut files = BTreeSet::new();
    for check in check::registered() {
        let meta = check.meta();
        let family = format!("{:?}", meta.family).to_lowercase();
        let file = root.join(&family).join(format!("{}.rs", meta.id.replace('-', "_")));
        let by_the_reader = family == "form" && reader.contains(&format!("= {:?},", meta.id));
        assert!(file.is_file() || by_the_reader, "{} is not there", file.display());
        files.insert(file);
    }
    for folder in fs::read_dir(&root).expect("the room is read").flatten().filter(|entry| entry.path().is_dir()) {
        for file in fs::read_dir(folder.path()).expect("the family is read").flatten().map(|entry| entry.path()) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let is_check = text.contains("static META: Meta") && !file.ends_with("mod.rs");
            assert!(!is_check || files.contains(&file), "{} is not registered", file.display());
        }
    }
}

/// All pages: id and text, sorted.
fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks");
    let mut pages: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the pages are found")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| {
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (id, fs::read_to_string(&path).expect("the page is read"))
        })
        .collect();
    pages.sort();
    pages
}

fn findings(case: &Case, id: &str) -> Vec<(String, String)> {
    let mut site = Site::from(&case.board);
    for (path, size) in &case.sizes {
        site.write(path, vec![b'x'; *size]);
    }
    let (sources, compiled) = compiled(&site, &case.today, case.committed.as_deref());
    let text = |path: &str| sources.text(path).map(str::to_owned);
    let own = compiled.report.findings().iter().filter(|finding| finding.check == id);
    own.map(|finding| (place(finding, &text), finding.severity.to_string())).collect()
}

fn compiled(site: &Site, today: &str, committed: Option<&str>) -> (Sources, Compiled) {
    let mut sources = read_board(site.root()).expect("the board is read");
    if let Some(day) = committed {
        let files: Vec<String> = sources.items.iter().map(|item| format!(":0 1 0 a A\t{}", item.path)).collect();
        let files = files.join("\n");
        sources.history = Arc::new(History::parse(&format!("\u{1}{day}\u{2}first\n{files}")));
    }
    let today = Date::parse(today).expect("the page gives a date");
    let options = Options { today, edition: Edition::default(), keep_going: false, base_url: None };
    let compiled = compile(&sources, &options, &mut Memo::default());
    (sources, compiled)
}

/// `path:line:column`, `path` for a file as a whole, `path!cell` and the like for documents, `-` for no place.
fn place(finding: &Diagnostic, text: &dyn Fn(&str) -> Option<String>) -> String {
    let Some(place) = &finding.place else { return "-".to_owned() };
    let path = &place.path;
    match &place.spot {
        Spot::File => path.to_string(),
        Spot::Text(span) => {
            let at = locate(&text(path).unwrap_or_default(), span.start as usize);
            format!("{path}:{}:{}", at.line, at.column)
        }
        Spot::Cell { sheet, cell } => format!("{path}!{sheet}!{cell}"),
        Spot::Page(number) => format!("{path}!page {number}"),
        Spot::Paragraph(number) => format!("{path}!paragraph {number}"),
    }
}

/// Every line that the page gives must be found once, and nothing else; a column and a severity count where given.
fn compare(case: &Case, found: &[(String, String)]) -> Result<(), String> {
    let mut left: Vec<&(String, String)> = found.iter().collect();
    for (wanted, severity) in &case.findings {
        let fits = |(place, weight): &(String, String)| {
            let same = place == wanted || place.strip_prefix(wanted).is_some_and(|rest| rest.starts_with(':'));
            same && severity.as_ref().is_none_or(|severity| severity == weight)
        };
        match left.iter().position(|found| fits(found)) {
            Some(at) => {
                left.remove(at);
            }
            None => return Err(format!("{wanted} is not found; found: {found:?}")),
        }
    }
    if left.is_empty() { Ok(()) } else { Err(format!("found as well: {left:?}")) }
}
