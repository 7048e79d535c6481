//! Every page in `docs/checks/` tells the truth: its boards are checked, and what it says is found is found there.
//!
//! A board stands in a block ` ```board `. A block ` ```findings ` after it names the places of this check's findings, one a
//! line; a board without one must be clean of them.

use crate::support::Site;
use gongkai::check::registered;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_check_has_its_page_and_every_page_its_check() {
    let checks: BTreeSet<String> = registered().iter().map(|check| check.meta().id.to_owned()).collect();
    let pages: BTreeSet<String> = pages().into_iter().map(|(id, _)| id).collect();
    assert_eq!(checks, pages);
}

#[test]
fn the_boards_on_the_pages_have_the_findings_that_the_pages_tell() {
    let mut lies = Vec::new();
    for (id, page) in pages() {
        for (number, (board, expected)) in examples(&page).into_iter().enumerate() {
            let ending = format!(" {id}");
            let found = Site::from(&board).check().findings();
            let found: Vec<&str> = found.iter().filter_map(|finding| finding.strip_suffix(&ending)).collect();
            if found != expected {
                lies.push(format!("{id}, board {}: the page says {expected:?}, found is {found:?}", number + 1));
            }
        }
    }
    assert!(lies.is_empty(), "{}", lies.join("\n"));
}

fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks");
    let mut pages: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the pages are there")
        .map(|entry| entry.expect("a page is read").path())
        .filter_map(|path| {
            let id = path.file_name()?.to_str()?.strip_suffix(".md")?.to_owned();
            Some((id, fs::read_to_string(&path).expect("a page is read")))
        })
        .collect();
    pages.sort();
    pages
}

/// The boards of a page, each with the places that must be found in it.
fn examples(page: &str) -> Vec<(String, Vec<String>)> {
    let mut examples: Vec<(String, Vec<String>)> = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let mut block = || lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect::<Vec<_>>();
        match line {
            "```board" => examples.push((block().join("\n") + "\n", Vec::new())),
            "```findings" => {
                let findings = block();
                examples.last_mut().expect("findings follow a board").1 = findings;
            }
            _ => {}
        }
    }
    examples
}

#[test]
fn the_blocks_of_a_page_are_read_in_pairs() {
    let page = "# 甲\n```board\n-- a --\n甲\n```\n文\n```findings\ncontent/a.md:1:1\n```\n```board\n-- b --\n```\n";
    assert_eq!(
        examples(page),
        [("-- a --\n甲\n".to_owned(), vec!["content/a.md:1:1".to_owned()]), ("-- b --\n".to_owned(), Vec::new())]
    );
}
