//! Figures of a small board, counted by hand.

use crate::support::Site;
use gongkai::board::Board;
use gongkai::report::Tables;
use gongkai::tally::{Dimension, Tally};
use serde_json::Value;

/// Seven items count: four of 2025, three of 2026. The others are on request, withheld, internal, a draft, withdrawn
/// and to come.
const BOARD: &str = "
-- content/annual/before.yaml --
2023: {all: 100, internet: 60}
2025: {all: 5, internet: 2}
-- content/annual/2025.yaml --
year: 2025
requests:
  new: [6, 1, 0, 0, 0, 2]
  carried_over: [1, 0, 0, 0, 0, 0]
  granted: [4, 1, 0, 0, 0, 0]
  partly_granted: [1, 0, 0, 0, 0, 0]
  refused: {third_party: [1, 0, 0, 0, 0, 0]}
  unable: {not_held: [0, 0, 0, 0, 0, 1]}
  other: {not_paid: [0, 0, 0, 0, 0, 1]}
  carried_forward: [1, 0, 0, 0, 0, 0]
reviews: {upheld: 1, corrected: 2, other: 3, pending: 4}
lawsuits: {direct: {pending: 1}, after_review: {upheld: 2}}
permits: 31
penalties: 9
compulsion: 0
fees: 1.5
-- content/notices/a.md --
---
title: 甲
published: 2025-02-03
channels: [website, board]
document: {genre: 规范性文件, written: 2025-02-01}
---
正文。
-- content/notices/b.md --
---
title: 乙
published: 2025-03-03
channels: [board]
---
正文。
-- content/finance/c.md --
---
title: 丙
published: 2025-04-09
period: 2025-Q1
---
正文。
-- content/assistance/d.md --
---
title: 丁
published: 2025-04-10
period: 2025-03
unit: east
---
正文。
-- content/finance/e.md --
---
title: 戊
published: 2026-01-09
period: 2025-Q4
---
正文。
-- content/finance/f.md --
---
title: 己
published: 2026-04-09
period: 2026-Q1
---
正文。
-- content/notices/g.md --
---
title: 庚
published: 2026-05-09
channels: [print]
---
正文。
-- content/notices/on-request.md --
---
title: 辛
published: 2026-05-09
method: on-request
---
正文。
-- content/notices/withheld.md --
---
title: 壬
published: 2026-05-09
method: withheld
withheld: {ground: 国家秘密, review_by: 2027-05-09, public_title: 某事项}
---
正文。
-- content/notices/internal.md --
---
title: 癸
published: 2026-05-09
audience: internal
---
正文。
-- content/notices/draft.md --
---
title: 子
published: 2026-05-09
draft: true
---
正文。
-- content/notices/withdrawn.md --
---
title: 丑
published: 2026-05-09
withdrawn: {on: 2026-06-01, reason: 重复}
---
正文。
-- content/notices/later.md --
---
title: 寅
published: 2026-12-09
---
正文。
";

fn board() -> Board {
    Site::from(BOARD).check().compiled.board.expect("the board can be read")
}

fn counts(tally: &Tally, year: i16, dimension: Dimension) -> Vec<(String, usize, String)> {
    let counts = tally.years[&year].by(dimension).iter().filter(|count| !count.items.is_empty());
    counts.map(|count| (count.id.clone(), count.items.len(), count.share.to_string())).collect()
}

fn rows(rows: &[(&str, usize, &str)]) -> Vec<(String, usize, String)> {
    rows.iter().map(|(id, count, share)| ((*id).to_owned(), *count, (*share).to_owned())).collect()
}

#[test]
fn a_small_board_is_counted_as_by_hand() {
    let tally = Tally::of(&board());
    assert_eq!(tally.years[&2025].items.len(), 4);
    assert_eq!(tally.years[&2025].internet, 3);
    assert_eq!(
        counts(&tally, 2025, Dimension::Category),
        rows(&[("notices", 2, "50.00"), ("finance", 1, "25.00"), ("assistance", 1, "25.00")])
    );
    assert_eq!(counts(&tally, 2026, Dimension::Category), rows(&[("notices", 1, "33.33"), ("finance", 2, "66.67")]));
    assert_eq!(counts(&tally, 2025, Dimension::Channel), rows(&[("website", 3, "60.00"), ("board", 2, "40.00")]));
    assert_eq!(
        counts(&tally, 2026, Dimension::Method),
        rows(&[("proactive", 3, "60.00"), ("on-request", 1, "20.00"), ("withheld", 1, "20.00")])
    );
    assert_eq!(
        counts(&tally, 2025, Dimension::Unit),
        rows(&[("party-office", 2, "50.00"), ("finance-office", 1, "25.00"), ("east", 1, "25.00")])
    );
    assert_eq!(counts(&tally, 2025, Dimension::Genre), rows(&[("规范性文件", 1, "100.00")]));
}

#[test]
fn running_totals_start_before_the_tool_did() {
    let tally = Tally::of(&board());
    let running: Vec<_> = tally.running.iter().map(|(year, total)| (*year, total.all, total.internet)).collect();
    assert_eq!(running, [(2023, 100, 60), (2025, 109, 65), (2026, 112, 67)]);
    assert_eq!(tally.running_at(2024).all, 100);
    assert_eq!(tally.running_at(2022).all, 0);
}

#[test]
fn the_data_are_the_same_figures() {
    let mut site = Site::from(BOARD);
    let text = site.build().page("statistics.json");
    let data: Value = serde_json::from_str(&text).expect("it is JSON");
    let year = &data["years"]["2026"];
    assert_eq!((&year["all"], &year["internet"]), (&Value::from(3), &Value::from(2)));
    assert_eq!(year["categories"][1]["id"], "finance");
    assert_eq!(year["categories"][1]["name"], "财政信息");
    assert_eq!(year["categories"][1]["count"], 2);
    assert_eq!(year["categories"][1]["share"], 66.67);
    assert_eq!(data["running"]["2026"]["all"], 112);
    assert_eq!(data["date"], "2026-11-20");
    for list in ["categories", "channels", "units", "cadences", "methods", "genres", "months"] {
        let shares = data["years"]["2025"][list].as_array().expect("a list").iter();
        let sum: f64 = shares.map(|row| row["share"].as_f64().expect("a number")).sum();
        assert!((sum - 100.0).abs() < 1e-9, "{list}: {sum}");
    }
}

#[test]
fn the_tables_of_the_annual_report_match_cell_by_cell() {
    let board = board();
    let report = Tables::of(&board, &Tally::of(&board), 2025);
    let none = [0; 7];
    let mut expected = [none; 25];
    expected[0] = [6, 1, 0, 0, 0, 2, 9];
    expected[1] = [1, 0, 0, 0, 0, 0, 1];
    expected[2] = [4, 1, 0, 0, 0, 0, 5];
    expected[3] = [1, 0, 0, 0, 0, 0, 1];
    expected[7] = [1, 0, 0, 0, 0, 0, 1];
    expected[12] = [0, 0, 0, 0, 0, 1, 1];
    expected[21] = [0, 0, 0, 0, 0, 1, 1];
    expected[23] = [6, 1, 0, 0, 0, 2, 9];
    expected[24] = [1, 0, 0, 0, 0, 0, 1];
    assert_eq!(report.requests.rows, expected);
    assert!(report.requests.unbalanced().is_empty());
    let cells: Vec<u64> = report.appeals.cells().collect();
    assert_eq!(cells, [1, 2, 3, 4, 10, 0, 0, 0, 1, 1, 2, 0, 0, 0, 2]);
    assert_eq!(report.documents.map(|row| row.cells()), [[0, 0, 0], [1, 0, 1]]);
    assert_eq!(report.decisions, [31, 9, 0]);
    assert_eq!((report.total.all, report.total.internet), (9, 5));
}

#[test]
fn what_is_wrong_in_the_papers_is_told_with_its_place() {
    let mut site = Site::from(BOARD);
    site.write(
        "content/annual/2025.yaml",
        "year: 2024\nrequests:\n  new: [1, 2]\n  refusd: {}\npermits: -1\nfees: 一\n",
    );
    site.write("content/annual/before.yaml", "2024: {all: 1, internet: 2}\n前年: {all: 1}\n");
    site.write("content/annual/last.yaml", "year: 2024\n");
    site.write("content/feedback.yaml", "- {channel: 热线, txt: 甲}\n- {date: 2026-13-01, channel: 热线}\n");
    let found = site.check().errors();
    let found: Vec<&String> = found.iter().filter(|line| !line.contains("stale-")).collect();
    let expected = [
        "content/annual/2025.yaml:1:7 wrong-value",
        "content/annual/2025.yaml:3:8 wrong-value",
        "content/annual/2025.yaml:4:3 unknown-field",
        "content/annual/2025.yaml:5:10 wrong-value",
        "content/annual/2025.yaml:6:7 wrong-value",
        "content/annual/before.yaml:1:7 wrong-value",
        "content/annual/before.yaml:2:1 wrong-value",
        "content/annual/last.yaml:1:1 wrong-value",
        "content/feedback.yaml:1:3 missing-field",
        "content/feedback.yaml:1:17 unknown-field",
        "content/feedback.yaml:2:10 wrong-value",
    ];
    assert_eq!(found, expected);
}

#[test]
fn every_figure_of_the_statistics_leads_to_the_items_behind_it() {
    let mut site = Site::from(BOARD);
    let built = site.build();
    built
        .has("statistics/index.html", "2026/category-finance/index.html")
        .has("statistics/2026/category-finance/index.html", "戊")
        .has("statistics/2026/category-finance/index.html", "己")
        .lacks("statistics/2026/category-finance/index.html", "庚")
        .has("statistics/2025/items/index.html", "丁")
        .has("statistics/all/index.html", "2025");
    for held in ["辛", "壬", "癸", "子", "寅"] {
        built.lacks("statistics/2026/items/index.html", held);
    }
}

#[test]
fn a_report_has_a_page_once_it_is_published() {
    let mut site = Site::from(BOARD);
    site.build();
    assert!(!site.root().join("public/reports/2025").exists(), "figures that nobody signed are not shown");
    site.write(
        "content/notices/report.md",
        "---\ntitle: 红石镇2025年政府信息公开工作年度报告\npublished: 2026-01-20\n---\n全年新收申请9件。\n",
    );
    site.build().has("reports/2025/index.html", "第二十条第（一）项").lacks("reports/2025/index.html", "请填写");
}

/// The report, published: the office has signed it.
const REPORT: &str =
    "---\ntitle: 红石镇2025年政府信息公开工作年度报告\npublished: 2026-01-20\n---\n全年新收申请9件。\n";

#[test]
fn every_figure_of_the_report_leads_to_what_is_behind_it() {
    let mut site = Site::from(BOARD);
    site.write("content/notices/report.md", REPORT);
    site.write("content/feedback.yaml", "- {date: 2025-10-09, channel: 热线, answered: 2025-10-10, changed: 改}\n");
    let outcome = site.build();
    let html = outcome.page("reports/2025/index.html");
    let start = html.find("<article class=\"report\">").expect("the report");
    let report = &html[start..html[start..].find("</article>").expect("its end") + start];
    for cell in report.split("<td class=\"number\">").skip(1) {
        let linked = cell.starts_with("<a href=");
        assert!(linked || cell.starts_with("0<"), "{}", &cell[..40.min(cell.len())]);
    }
    let hrefs: Vec<&str> = report.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or("")).collect();
    for expected in ["#source-requests", "#source-appeals", "#source-before", "#made-2", "#listed-closed"] {
        let is_there = hrefs.contains(&expected);
        assert_eq!(is_there, expected != "#listed-closed", "{expected} among {hrefs:?}");
    }
    for expected in ["category-notices", "channel-board", "all/index.html#running", "feedback/index.html#y2025"] {
        assert!(hrefs.iter().any(|href| href.contains(expected)), "{expected} among {hrefs:?}");
    }
    for href in hrefs {
        let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
        let page = if path.is_empty() { "reports/2025/index.html".to_owned() } else { path.replace("../", "") };
        let text = outcome.page(&page);
        assert!(anchor.is_empty() || text.contains(&format!("id=\"{anchor}\"")), "{href}");
    }
}

#[test]
fn what_the_report_counts_for_its_words_alone_is_listed_below() {
    let mut site = Site::from(BOARD);
    site.write("content/notices/report.md", REPORT);
    site.edit(
        "content/notices/b.md",
        "channels: [board]",
        "corrections: [{on: 2025-04-01, note: 改}, {on: 2025-04-02, note: 再改}]",
    );
    let html = site.build().page("reports/2025/index.html");
    assert!(html.contains("更正已公开信息<a href=\"#listed-corrections\">2</a>条"), "both corrections, one item");
    assert_eq!(html.matches("id=\"listed-corrections\"").count(), 1);
}

#[test]
fn the_progress_report_is_filled_from_figures() {
    let board = board();
    let progress = gongkai::report::progress(&board, &Tally::of(&board), 2025);
    let titles: Vec<&str> = progress.chapters.iter().map(|(title, _)| *title).collect();
    assert_eq!(titles, ["一、主要措施", "二、工作成效", "三、存在问题", "四、下步打算"]);
    let words: String = progress.chapters[1].1.iter().map(gongkai::report::Paragraph::drafted).collect();
    assert!(
        words.starts_with("全年主动公开政府信息9条，其中通过互联网公开5条，截至年底历年累计公开109条。"),
        "{words}"
    );
    assert!(words.contains("新收政府信息公开申请9件，上年结转1件；办结9件，其中予以公开5件、部分公开1件、不予公开1件、无法提供1件、其他处理1件"), "{words}");
}
