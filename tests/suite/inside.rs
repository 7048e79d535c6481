//! What only the office sees: the inspection, the ledger of approvals, and that the public site holds none of it.

use crate::support::Site;
use gongkai::board::{Edition, Reach};
use gongkai::cli::{Exit, run};
use gongkai::inspection::{Inspection, VetoState};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

const BOARD: &str = "
-- content/board.yaml --
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
kind: section
office: {id: hongshi, name: 红石镇人民政府}
units:
  - {id: finance-office, name: 财政所, kind: station}
  - {id: aid-office, name: 民政办公室, kind: station}
categories:
  - {id: notices, name: 通知公告, cadence: timely, unit: aid-office}
  - {id: finance, name: 财政信息, cadence: quarterly, unit: finance-office}
approvals: [{id: reviewed, name: 分管领导审核}, {id: signed, name: 组长签发}]
-- content/duties.yaml --
- {id: revenue, name: 财政收支, category: finance, unit: finance-office, cadence: quarterly, since: 2026-Q2, due: 15 days}
-- content/finance/q3.md --
---
title: 第三季度财政收支
index: hongshi/2026-00001
published: 2026-10-09
duty: revenue
period: 2026-Q3
approvals: {reviewed: {by: 分管副镇长, on: 2026-10-08, opinion: 属实}, signed: {by: 组长, on: 2026-10-09}}
exceptions:
  - {check: missing-source, reason: 系统迁移, by: 办公室主任, until: 2026-12-31}
  - {check: missing-summary, reason: 旧例, by: 办公室主任, until: 2026-10-31}
---
收支平衡。
-- content/notices/roster.md --
---
title: 内部值班表
published: 2026-11-10
audience: internal
approvals: {reviewed: {by: 分管副镇长, on: 2026-11-09}, signed: {by: 组长, on: 2026-11-09}}
---
值班电话见内网。
-- content/notices/flood.md --
---
title: 防汛通知
published: 2026-11-10
approvals: {reviewed: {by: 分管副镇长, on: 2026-11-09}}
---
各村做好巡查。
";

fn internal() -> Site {
    Site::from(BOARD).with(|options| options.edition = Edition { reach: Reach::Internal, drafts: false })
}

fn gongkai(root: &Path, words: &[&str]) -> Exit {
    let start = ["gongkai", "--lang", "zh", "--today", "2026-11-20", "-C"].map(OsString::from);
    run(start.into_iter().chain([root.as_os_str().to_owned()]).chain(words.iter().map(OsString::from)))
}

#[test]
fn the_inside_view_holds_the_inspection_and_the_ledger_and_says_internal_on_every_page() {
    let mut site = internal();
    let built = site.build();
    built
        .has("inspection/index.html", "单项否决")
        .has("inspection/index.html", "../finance/q3/index.html")
        .has("inspection/index.html", "content/finance/q3.md:10")
        .has("inspection/index.html", "系统迁移")
        .has("inspection/index.html", "已到期")
        .has("inspection/index.html", "防汛通知")
        .lacks("inspection/index.html", "做好巡查")
        .has("inspection/ledger/index.html", "内部值班表")
        .has("inspection/ledger/2026-10/index.html", "属实")
        .has("inspection/ledger.csv", "hongshi/2026-00001")
        .has("robots.txt", "Disallow: /");
    let pages = walkdir::WalkDir::new(site.root().join("public")).into_iter().flatten();
    for page in pages.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "html")) {
        let text = fs::read_to_string(page.path()).unwrap();
        let leads_on = text.contains("http-equiv=\"refresh\"");
        assert!(text.contains("internal-band") || leads_on, "{} does not say 内部", page.path().display());
        assert!(text.contains("noindex"), "{} may be indexed", page.path().display());
    }
}

#[test]
fn what_the_office_alone_sees_is_read_once_and_not_anew_for_every_look() {
    let mut site = internal();
    site.write("content/notices/内部.csv", "事项,进度\n甲,一半\n");
    let item = "---\ntitle: 内部进度\npublished: 2026-10-09\naudience: internal\nattachments: 内部.csv\n---\n正文。\n";
    site.write("content/notices/内部.md", item);
    let first = site.check();
    assert!(first.board().public.is_some());
    assert!(first.board().reading("content/notices/内部.csv").is_some());
    site.check().opened(0).parsed(0);
}

#[test]
fn the_public_site_holds_nothing_of_it_even_after_an_internal_build_into_its_folder() {
    let mut site = internal();
    site.build();
    let mut site = site.with(|options| options.edition = Edition::default());
    let built = site.build();
    for words in ["inspection", "检查台", "审批台账", "系统迁移", "内部值班表", "防汛通知", "missing-source", "属实"]
    {
        built.nowhere(words);
    }
}

#[test]
fn the_inside_view_counts_what_everybody_sees_as_status_does() {
    let public = Site::from(BOARD).check();
    let inside = internal().check();
    let (seen, told) = (Inspection::of(public.board()), Inspection::of(inside.board()));
    assert_eq!(told.share, seen.share);
    assert_eq!(told.timeliness, seen.timeliness);
    assert_eq!(told.work.loads(), seen.work.loads());
    assert_eq!(told.work.held.len(), 2, "an internal item is held for everybody else");
    assert_eq!(told.faults.len(), public.report().findings().len());
    assert!(told.faults.iter().any(|fault| fault.located.line.is_some()));
}

#[test]
fn an_overdue_duty_stands_with_the_unit_that_owes_it() {
    let inside = internal().check();
    let told = Inspection::of(inside.board());
    let owing =
        told.units.iter().find(|unit| unit.faults.iter().any(|fault| fault.located.finding.check == "overdue-period"));
    assert_eq!(told.unit_name(owing.and_then(|unit| unit.unit)), "财政所");
}

#[test]
fn five_empty_columns_fail_the_inspection_and_a_check_that_is_off_is_said_to_be() {
    let mut site = Site::from(BOARD);
    let more = (1..=5)
        .fold(String::new(), |all, at| format!("{all}  - {{id: empty-{at}, name: 空{at}, cadence: permanent}}\n"));
    site.edit("content/board.yaml", "approvals:", &format!("{more}checks: {{stale-home: off}}\napprovals:"));
    let mut outcome = site.check();
    let findings = outcome.report().located(&|_| None);
    let board = outcome.compiled.board.as_mut().unwrap();
    board.findings = findings;
    let told = Inspection::of(board);
    let state = |id: &str| told.vetoes.iter().find(|veto| veto.id == id).map(|veto| veto.state);
    assert_eq!(state("columns"), Some(VetoState::Failed));
    assert_eq!(state("home"), Some(VetoState::NotJudged));
    assert_eq!(state("secrecy"), Some(VetoState::Clear));
    assert_eq!(state("access"), Some(VetoState::NotJudged));
}

#[test]
fn the_report_is_written_as_page_markdown_and_data() {
    let site = Site::from(BOARD);
    for name in ["a.html", "a.md", "a.json"] {
        assert_eq!(gongkai(site.root(), &["inspection", "--out", name]), Exit::Clean);
        let text = site.read(name);
        for words in ["栏目不更新", "财政所", "系统迁移", "防汛通知", "https://example.gov.cn/hongshi/finance/q3/"]
        {
            assert!(text.contains(words), "{name} does not say {words}");
        }
    }
    let data: serde_json::Value = serde_json::from_str(&site.read("a.json")).unwrap();
    assert_eq!(data["overdue"][0]["period"], "2026-Q2");
    assert_eq!(data["vetoes"].as_array().map(Vec::len), Some(7));
    assert_eq!(gongkai(site.root(), &["inspection", "--out", "a.pdf"]), Exit::CouldNotRun);
}
