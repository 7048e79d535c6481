//! The labelled cases of `tests/cases/privacy.tsv`: recall and precision of each privacy check.

use super::grid::Grid;
use super::passage::Passage;
use super::read::{in_table, in_text};
use super::setting::{Kind, OfficeWords, Setting};
use crate::calendar::Date;
use std::collections::BTreeMap;

const CASES: &str = include_str!("../../tests/cases/privacy.tsv");

fn office() -> OfficeWords {
    OfficeWords {
        self_names: vec!["镇".into()],
        public_phones: vec!["138-0000-0001".into()],
        today: Date::new(2026, 11, 21).unwrap(),
    }
}

struct Case {
    line: usize,
    check: &'static str,
    is_positive: bool,
    setting: &'static str,
    text: String,
    masked: &'static str,
}

fn cases() -> Vec<Case> {
    let rows = CASES.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    rows.map(|(at, line)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [check, label, setting, text, masked] = cells[..] else { panic!("line {}: five columns", at + 1) };
        assert!(matches!(label, "positive" | "negative"), "line {}: {label}", at + 1);
        Case { line: at + 1, check, is_positive: label == "positive", setting, text: unescape(text), masked }
    })
    .collect()
}

fn unescape(text: &str) -> String {
    let mut plain = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");
    while let Some(start) = plain.find("\\u{") {
        let end = start + plain[start..].find('}').unwrap();
        let character = u32::from_str_radix(&plain[start + 3..end], 16).ok().and_then(char::from_u32).unwrap();
        plain.replace_range(start..=end, &character.to_string());
    }
    plain
}

/// What the case's check proposes for each of its finds; empty words where it proposes nothing.
fn found(case: &Case) -> Vec<String> {
    let office = office();
    let kind = match case.setting {
        "prose" => Kind::Prose,
        "listed" => Kind::Listed,
        "title" => Kind::Title,
        "filename" => Kind::FileName,
        "link" => Kind::Link,
        "table" => return found_in_table(case, &office),
        other => panic!("line {}: {other}", case.line),
    };
    let finds = in_text(&Passage::new(&case.text), &Setting::new(kind, &office));
    let own = finds.into_iter().filter(|(id, _)| *id == case.check);
    own.map(|(_, find)| {
        assert!(!find.span.of(&case.text).is_empty(), "line {}: an empty place", case.line);
        find.instead.unwrap_or_default()
    })
    .collect()
}

fn found_in_table(case: &Case, office: &OfficeWords) -> Vec<String> {
    let mut parts = case.text.split('¦');
    let about = parts.next().unwrap();
    let header: Vec<&str> = parts.next().unwrap().split('|').collect();
    let grid = Grid::new(about, &header, parts.map(|row| row.split('|').collect()).collect());
    let own = in_table(&grid, office).into_iter().filter(|(id, _)| *id == case.check);
    own.map(|(_, cell)| cell.find.instead.unwrap_or_default()).collect()
}

#[derive(Default)]
struct Tally {
    right: usize,
    missed: usize,
    wrong: usize,
    quiet: usize,
}

#[test]
fn recall_and_precision_of_every_privacy_check_are_99_per_cent() {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut faults = Vec::new();
    for case in cases() {
        let tally = tallies.entry(case.check).or_default();
        let found = found(&case);
        match (case.is_positive, found.first()) {
            (true, Some(instead)) => {
                tally.right += 1;
                if !case.masked.is_empty() && instead != case.masked {
                    faults.push(format!("line {}: masked as {instead}: {}", case.line, case.text));
                }
            }
            (true, None) => {
                tally.missed += 1;
                faults.push(format!("line {}: {} missed: {}", case.line, case.check, case.text));
            }
            (false, Some(_)) => {
                tally.wrong += 1;
                faults.push(format!("line {}: {} cries wolf: {}", case.line, case.check, case.text));
            }
            (false, None) => tally.quiet += 1,
        }
    }
    let share = |part: usize, other: usize| part as f64 / (part + other).max(1) as f64;
    let mut all = Tally::default();
    for (check, tally) in &tallies {
        println!(
            "{check:15} {:3} positive, recall {:.3}; {:3} negative, precision {:.3}",
            tally.right + tally.missed,
            share(tally.right, tally.missed),
            tally.wrong + tally.quiet,
            share(tally.right, tally.wrong),
        );
        all.right += tally.right;
        all.missed += tally.missed;
        all.wrong += tally.wrong;
        all.quiet += tally.quiet;
    }
    for fault in &faults {
        println!("{fault}");
    }
    assert!(all.right + all.missed >= 200 && all.wrong + all.quiet >= 200, "too few cases");
    for tally in tallies.values().chain([&all]) {
        assert!(share(tally.right, tally.missed) >= 0.99 && share(tally.right, tally.wrong) >= 0.99);
    }
    assert!(faults.iter().all(|fault| !fault.contains("masked as")), "a mask is not the official one");
}
