//! What is owed and signed, from the command line and on the board.

use crate::support::Site;
use gongkai::board::{CoverageState, SlotState};
use gongkai::cli::{Exit, run};
use gongkai::diag::Severity;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-10-12", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

const OWED: &str = "
-- content/duties.yaml --
- {id: revenue, name: 财政收支, category: finance, cadence: quarterly, since: 2025-Q4, due: 15 days}
- {id: aid, name: 临时救助, category: assistance, cadence: monthly, since: 2026-07, due: 5 working days, paused: {from: 2026-08, to: 2026-08, reason: 账务交接}}
- {id: guide, name: 办事指南, category: notices, cadence: permanent}
- {id: fine, name: 行政处罚, category: notices, cadence: timely, paused: 未发生}
- {id: county, name: 县里的事, category: notices, cadence: timely, level: 县级}
-- content/finance/q4.md --
---
title: 四季度财政收支
published: 2026-01-15
duty: revenue
period: 2025-Q4
---
收入和支出。
-- content/finance/q1.md --
---
title: 一季度财政收支
published: 2026-04-20
duty: revenue
period: 2026-Q1
---
收入和支出。
";

#[test]
fn each_period_of_a_duty_has_a_state_and_all_figures_come_from_it() {
    let outcome = Site::from(OWED).today("2026-10-12").check();
    let board = outcome.board();
    let states: Vec<(String, SlotState)> = board
        .series
        .iter()
        .flat_map(|series| &series.slots)
        .map(|slot| (format!("{} {}", slot.period, slot.due), slot.state))
        .collect();
    let expected = [
        ("2025-Q4 2026-01-15", SlotState::Published),
        ("2026-Q1 2026-04-15", SlotState::Late { days: 5 }),
        ("2026-Q2 2026-07-15", SlotState::Overdue { days: 89 }),
        ("2026-Q3 2026-10-15", SlotState::Due { left: 3 }),
        ("2026-Q4 2027-01-15", SlotState::Coming),
        ("2026-07 2026-08-07", SlotState::Overdue { days: 66 }),
        ("2026-08 2026-09-07", SlotState::Paused),
        ("2026-09 2026-10-13", SlotState::Due { left: 1 }),
        ("2026-10 2026-11-06", SlotState::Coming),
    ];
    assert_eq!(states, expected.map(|(slot, state)| (slot.to_owned(), state)));
    let coverage: Vec<CoverageState> = board.coverage.iter().map(|coverage| coverage.state).collect();
    let expected = [
        CoverageState::Overdue,
        CoverageState::Overdue,
        CoverageState::Uncovered,
        CoverageState::Resting,
        CoverageState::OfCounty,
    ];
    assert_eq!(coverage, expected);
    let share = board.share(|_| true);
    assert_eq!((share.owed, share.covered, share.overdue, share.uncovered, share.resting), (3, 1, 2, 1, 1));
    let year = board.timeliness(2026, |_| true);
    assert_eq!((year.owed, year.published, year.in_time, year.waiting, year.overdue), (6, 2, 1, 2, 2));
    let coming: Vec<String> = board.coming().iter().map(|owed| owed.slot.due.to_string()).collect();
    assert_eq!(coming, ["2026-10-13", "2026-10-15", "2026-11-06", "2027-01-15"]);
    assert_eq!(board.due_within(30).len(), 3);
}

#[test]
fn a_period_that_is_overdue_twice_over_weighs_more_and_stops_no_build() {
    let mut site = Site::from(OWED).today("2026-07-20");
    let weights = |site: &mut Site| {
        let outcome = site.check();
        let found = outcome.report().findings().iter().filter(|finding| finding.check == "overdue-period");
        found.map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(weights(&mut site), [Severity::Warning]);
    let mut site = Site::from(OWED).today("2026-07-31");
    assert_eq!(weights(&mut site), [Severity::Error]);
    site.build().has("periodic/index.html", "逾期");
}

const SIGNED: &str = "
-- content/board.yaml --
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {id: hongshi, name: 红石镇人民政府}
units: [{id: east, name: 东村, kind: village}]
approvals: 站所链
categories:
  - {id: notices, name: 通知公告, cadence: timely}
  - {id: village, name: 村务, cadence: timely, unit: east, approvals: [provided, {id: committee, name: 村监委审核, roles: [村监委主任]}]}
-- content/notices/a.md --
---
# 说明
标题: 停水通知
索引号: hongshi/2026-00001
发布日期: 2026-10-09
审签:
  经办: {人: 水务站负责人, 日期: 2026-10-08}   # 已核
---
正文。
-- content/village/b.md --
---
title: 村务
published: 2026-10-09
---
正文。
";

#[test]
fn a_signature_is_written_in_order_and_nothing_else_is_touched() {
    let site = Site::from(SIGNED);
    let file = site.root().join("content/notices/a.md");
    let before = format!("\u{FEFF}{}", fs::read_to_string(&file).unwrap()).replace('\n', "\r\n");
    fs::write(&file, &before).unwrap();
    let sign = |words: &[&str]| gongkai(site.root(), &[&["sign"], words].concat());
    for refused in [
        &["notices/a.md", "signed", "--by", "镇长"][..],
        &["notices/a.md", "经办", "--by", "他人"],
        &["notices/a.md", "secrecy", "--by", "保密员"],
        &["notices/a.md", "reviewed", "--by", "副镇长", "--on", "2026-10-07"],
        &["notices/a.md", "reviewed", "--by", "副镇长", "--on", "2026-10-13"],
        &["notices/a.md", "reviewed", "--by", "副镇长", "--on", "昨天"],
        &["notices/none.md", "reviewed", "--by", "副镇长"],
        &["village/b.md", "committee", "--by", "村监委主任"],
    ] {
        assert_eq!(sign(refused), Exit::CouldNotRun, "{refused:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), before, "{refused:?}");
    }
    assert_eq!(sign(&["hongshi/2026-00001", "审核", "--by", "副镇长", "--on", "2026-10-08"]), Exit::Clean);
    assert_eq!(sign(&["content/notices/a.md", "研究", "--by", "领导小组", "--opinion", "同意: 按期公开"]), Exit::Clean);
    assert_eq!(sign(&["./notices/a.md", "signed", "--by", "镇长"]), Exit::Clean);
    let added = "  审核: {人: 副镇长, 日期: 2026-10-08}\r\n  研究: {人: 领导小组, 日期: 2026-10-12, 意见: \"同意: 按期公开\"}\r\n  签发: {人: 镇长, 日期: 2026-10-12}\r\n";
    let expected = before.replace("# 已核\r\n", &format!("# 已核\r\n{added}"));
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    assert_eq!(sign(&["village/b.md", "provided", "--by", "村委会主任"]), Exit::Clean);
    assert_eq!(sign(&["village/b.md", "村监委审核", "--by", "副主任"]), Exit::CouldNotRun, "not the role");
    assert_eq!(sign(&["village/b.md", "村监委审核", "--by", "村监委主任"]), Exit::Clean);
    let mut site = site.today("2026-10-12");
    site.build().has("village/b/index.html", "村监委审核").has("notices/a/index.html", "停水通知");
}

#[test]
fn status_and_duties_answer_in_every_form() {
    let site = Site::from(OWED);
    for words in [
        &["status"][..],
        &["status", "--format", "json"],
        &["duties"],
        &["duties", "--format", "json"],
        &["duties", "--format", "csv"],
        &["duties", "--format", "ics"],
    ] {
        assert_eq!(gongkai(site.root(), words), Exit::Clean, "{words:?}");
    }
    assert_eq!(gongkai(site.root(), &["duties", "--format", "xml"]), Exit::CouldNotRun);
}

#[test]
fn the_rows_of_an_area_are_added_behind_what_is_there_and_only_once() {
    let site = Site::from(OWED);
    let file = site.root().join("content/duties.yaml");
    let before = fs::read_to_string(&file).unwrap();
    for area in [
        "social-assistance",
        "养老服务",
        "farm-subsidy",
        "budget",
        "disaster-relief",
        "unsafe-housing",
        "rural-land",
        "poverty-rural",
        "compulsory-edu",
        "culture",
        "legal-service",
        "employment",
        "household-reg",
        "food-drug",
        "work-safety",
        "major-project",
        "村务公开",
    ] {
        assert_eq!(gongkai(site.root(), &["duties", "add", area]), Exit::Clean, "{area}");
    }
    let after = fs::read_to_string(&file).unwrap();
    assert!(after.starts_with(&before));
    assert_eq!(gongkai(site.root(), &["duties", "add", "社会救助"]), Exit::Clean);
    assert_eq!(fs::read_to_string(&file).unwrap(), after, "a second time adds nothing");
    assert_eq!(gongkai(site.root(), &["duties", "add", "社会救济学"]), Exit::CouldNotRun);
    assert_eq!(gongkai(site.root(), &["duties", "add"]), Exit::Clean);
    let mut site = site.today("2026-04-28");
    let outcome = site.check();
    outcome.errs(&[]);
    let dibao = outcome.board().duties.iter().find(|duty| duty.id == "social-assistance-dibao-review").unwrap();
    assert_eq!((dibao.publicity_days, dibao.category.as_deref().map(String::as_str)), (Some(7), Some("assistance")));
}
