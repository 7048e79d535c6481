//! Proof that nothing leaks, field by field: items that hold a canary in each of their fields, held for each reason in
//! turn, on a board that has every kind of page and every exporter.

use crate::canary::{CANARY, canaries};
use crate::support::Site;
use gongkai::cli::{Exit, run};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;

/// Every field of an item, a mark where a canary stands.
const FIELDS: [&str; 16] = [
    "keywords: [@]\n",
    "source: @\n",
    "basis: [@]\n",
    "contact: @\n",
    "document: {number: @〔2026〕1号, issuer: @, subject: @, genre: @}\n",
    "guide: {basis: [@], conditions: [@], materials: [@], steps: [@], time_limit: @, fee: @, place: @, hours: @, \
     phone: @, obligations: [@], rights: [@]}\n",
    "publicity: {from: 2026-11-19, to: 2026-11-30, objections: {phone: @, address: @}, outcome: @}\n",
    "consultation: {from: 2026-11-19, to: 2026-11-30, how: @, outcome: @}\n",
    "reply: {asked: 2026-11-01, answered: 2026-11-08, via: @}\n",
    "stage: {matter: road-2026, phase: execution, name: @}\n",
    "approvals: {provided: {by: @, on: 2026-10-08, opinion: @}, signed: {by: @, on: 2026-10-08}}\n",
    "exceptions: [{check: missing-source, reason: @, by: @, until: 2027-01-01}]\n",
    "attachments: [{file: 附件.csv, title: @}]\n",
    "tables: [{file: 名单.csv, caption: @}]\n",
    "redirects: [old/@.html]\n",
    "corrections: [{on: 2026-11-19, note: @}]\n",
];

/// What may still be said of an item whose title is: its corrections, and an old address leads to its page.
const TOLD: [&str; 2] = ["corrections", "redirects"];

/// Quarters of which no other item tells.
const PERIODS: [&str; 5] = ["2026-Q2", "2026-Q1", "2025-Q3", "2025-Q2", "2025-Q1"];

/// Fields that stay even where the content of an item is not shown: its title, its number, its own summary.
const HEAD: &str = "title: @\nindex: @/2026-00009\nsummary: @\n";

/// Why an item is not published as it is, and whether its title and its address may be all the same.
type Hold = (&'static str, bool);

/// Nobody signed it.
const UNSIGNED: &str = "keep: 永久";

/// Every reason that there is.
const HOLDS: [Hold; 9] = [
    (UNSIGNED, false),
    ("audience: internal", false),
    ("audience: [低保对象]", false),
    ("draft: true", false),
    ("published: 2026-12-09", false),
    ("withheld: {ground: 第三方合法权益, review_by: 2027-01-01, public_title: 一份合同}", false),
    ("method: withheld", false),
    ("method: on-request", true),
    ("withdrawn: {on: 2026-11-19, reason: 内容有误}", true),
];

/// Hands out canaries, each with two letters of its own.
struct Names(u8, u8);

impl Names {
    /// The text with a canary in place of each mark.
    fn put(&mut self, text: &str) -> String {
        let mut put = String::new();
        for (at, part) in text.split('@').enumerate() {
            if at > 0 {
                put += &format!("{CANARY}{}{}", self.0 as char, self.1 as char);
                (self.0, self.1) = if self.1 == b'z' { (self.0 + 1, b'a') } else { (self.0, self.1 + 1) };
            }
            put += part;
        }
        put
    }
}

/// Lays the item of a quarter beside the others: a canary in each of the fields that are taken, in its files and in
/// its names.
fn hide(site: &mut Site, names: &mut Names, period: &str, (hold, is_titled): Hold, fields: impl Fn(usize) -> bool) {
    let folder = if is_titled { format!("content/finance/{period}") } else { names.put("content/finance/@") };
    let mut text = if is_titled { "title: 题名\n".to_owned() } else { names.put(HEAD) };
    for (_, field) in FIELDS.iter().enumerate().filter(|(at, _)| fields(*at)) {
        let stays = is_titled && TOLD.iter().any(|told| field.starts_with(told));
        // A correction cannot be older than what it corrects.
        let too_early = hold.starts_with("published") && field.starts_with("corrections");
        let field = if hold == UNSIGNED { &field.replace(", signed: {by: @, on: 2026-10-08}", "") } else { *field };
        text += &if stays || too_early { String::new() } else { names.put(field) };
    }
    let published = if hold.starts_with("published") { "" } else { "published: 2026-11-19\n" };
    let shelf = format!("duty: accounts\nperiod: {period}\ntopics: [road]\nunit: finance-office\n");
    let body = names.put("@。第二句也在。\n\n## @\n\n| 甲 |\n| - |\n| @ |\n\n[@](附件.csv \"@\") ![@](@.png)\n");
    site.write(&format!("{folder}/index.md"), format!("---\n{published}{hold}\n{shelf}{text}---\n{body}"));
    site.write(&format!("{folder}/附件.csv"), names.put("a,@\n"));
    site.write(&format!("{folder}/名单.csv"), names.put("项目,@\n@,1\n"));
}

/// A board on which every kind of page has something to show, with canaries where nobody may see them: in comments, in
/// what was said to the office, in columns that are left out or masked.
fn whole() -> Site {
    let mut site = Site::from(WHOLE);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, cells) in
        [["项目", "办公费"], ["经手人", "zqcanaryzt"], ["账号", "6222021234567890128"]].iter().enumerate()
    {
        for (row, cell) in cells.iter().enumerate() {
            sheet.write_string(row as u32, column as u16, *cell).expect("written");
        }
    }
    book.add_worksheet().write_string(0, 0, "zqcanaryzs").expect("written");
    site.write("content/finance/收支.xlsx", book.save_to_buffer().expect("made"));
    site
}

const WHOLE: &str = "
-- content/board.yaml --
# zqcanaryzy
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {id: hongshi, name: 红石镇人民政府, code: 11341799000000000X, phone: 0500-6620001}
units:
  - {id: finance-office, name: 财政所, kind: station}
topics: [{id: road, name: 村道}]
matters: [{id: road-2026, name: 东村村道}]
approvals: [signed]
checks: {overdue-period: off, stale-home: off, missing-attachment: off, broken-link: off}
categories:
  - {id: notices, name: 通知公告, cadence: timely, unit: finance-office}
  - {id: finance, name: 财政信息, cadence: quarterly, unit: finance-office}
-- content/duties.yaml --
# zqcanaryzd
- {id: accounts, name: 收支公开, category: finance, unit: finance-office, cadence: quarterly}
-- content/annual/2025.yaml --
# zqcanaryza
year: 2025
-- content/feedback.yaml --
- {date: 2026-10-01, channel: 意见箱, text: zqcanaryzf, passed_to: 财政所, answered: 2026-10-08, changed: 已改}
-- content/finance/q3.md --
---
# zqcanaryzc
title: 三季度收支
published: 2026-11-19
index: 11341799000000000X/2026-00002
period: 2026-Q3
duty: accounts
topics: [road]
approvals: {signed: {by: 镇长, on: 2026-10-08, opinion: zqcanaryzo}}
exceptions: [{check: missing-source, reason: zqcanaryze, by: zqcanaryzb, until: 2027-01-01}]
tables: [{file: 收支.xlsx, caption: 收支, drop: [经手人], mask: {账号: account}}]
redirects: [old/q3.html]
---
收支如下。<!-- zqcanaryzh -->
-- content/finance/q4.md --
---
title: 上年四季度收支
published: 2026-01-09
period: 2025-Q4
duty: accounts
approvals: {signed: {by: 镇长, on: 2026-01-08}}
corrections: [{on: 2026-02-01, note: 金额更正}]
---
收支已公布。
-- content/notices/road.md --
---
title: 村道立项
published: 2026-11-19
stage: {matter: road-2026, phase: decision, name: 立项}
approvals: {signed: {by: 镇长, on: 2026-10-08}}
---
村道已立项。
";

/// One file of every kind of page and of every exporter that there is.
const KINDS: [&str; 37] = [
    "index.html",
    "permanent/index.html",
    "periodic/index.html",
    "periodic/2025/index.html",
    "finance/index.html",
    "finance/q3/index.html",
    "finance/q3/收支.xlsx",
    "old/q3.html",
    "i/11341799000000000X/2026-00002/index.html",
    "units/index.html",
    "units/finance-office/index.html",
    "topics/index.html",
    "topics/road/index.html",
    "years/index.html",
    "years/2026/index.html",
    "matters/index.html",
    "matters/road-2026/index.html",
    "catalogue/index.html",
    "guide/index.html",
    "rules/index.html",
    "reports/index.html",
    "standard/index.html",
    "statistics/index.html",
    "on-request/index.html",
    "negative-list/index.html",
    "accessibility/index.html",
    "search/index.html",
    "screen/index.html",
    "print/index.html",
    "404.html",
    "catalogue.json",
    "catalogue.csv",
    "changes.xml",
    "feed.json",
    "statistics.json",
    "sitemap.xml",
    "build.json",
];

/// Builds and exports a board in every way, and holds that no canary is in anything.
#[track_caller]
fn holds_back(mut site: Site, told: &str) {
    let built = site.build();
    built.errs(&[]);
    built.nowhere("62220212345");
    let public = site.root().join("public");
    for kind in KINDS {
        assert!(public.join(kind).is_file(), "{told}: there is no {kind}");
    }
    let found = canaries(&public);
    assert!(found.is_empty(), "{told}: {found:?}");
    for verb in ["export", "archive"] {
        fs::remove_dir_all(site.root().join("out")).ok();
        let words = ["gongkai", "--lang", "zh", "--today", "2026-11-20", verb, "--out", "out", "-C"];
        let words = words.map(OsString::from).into_iter().chain([site.root().as_os_str().to_owned()]);
        assert_eq!(run(words), Exit::Clean, "{told}: {verb}");
        let found = canaries(&site.root().join("out"));
        assert!(found.is_empty(), "{told}: {verb}: {found:?}");
    }
}

#[test]
fn no_field_of_an_item_that_is_held_is_in_any_page_or_export() {
    for hold in HOLDS {
        let mut site = whole();
        hide(&mut site, &mut Names(b'a', b'a'), PERIODS[0], hold, |_| true);
        holds_back(site, hold.0);
    }
}

#[test]
fn an_item_for_the_wall_alone_has_no_content_on_the_site() {
    let mut site = whole();
    hide(&mut site, &mut Names(b'a', b'a'), PERIODS[0], ("channels: [board]", true), |_| true);
    site.build().errs(&[]);
    // The kind of document is a line of the statistics.
    assert_eq!(canaries(&site.root().join("public")), BTreeSet::from(["ah".to_owned()]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_mixture_of_held_items_leaks(items in prop::collection::vec((0..HOLDS.len(), any::<u16>()), 2..5)) {
        let mut site = whole();
        let mut names = Names(b'a', b'a');
        for ((hold, fields), period) in items.iter().zip(PERIODS) {
            hide(&mut site, &mut names, period, HOLDS[*hold], |at| fields >> at & 1 == 1);
        }
        holds_back(site, &format!("{items:?}"));
    }
}

#[test]
fn every_field_of_an_item_that_is_shown_is_found_by_the_search() {
    let mut site = whole();
    let mut names = Names(b'a', b'a');
    hide(&mut site, &mut names, PERIODS[0], ("audience: public", false), |_| true);
    site.build().errs(&[]);
    let all: BTreeSet<String> = (b'a'..=names.0)
        .flat_map(|first| (b'a'..=b'z').map(move |second| (first, second)))
        .take_while(|name| *name != (names.0, names.1))
        .map(|(first, second)| format!("{}{}", first as char, second as char))
        .collect();
    let found = canaries(&site.root().join("public"));
    let missing: Vec<&String> = all.difference(&found).collect();
    // The opinion of who approved it, the exception and who allowed it, the title of a link, a picture that is not there.
    assert_eq!(missing, ["bf", "bh", "bi", "br", "bt"], "of {}", all.len());
}
