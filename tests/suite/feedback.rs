//! The register of opinions: what of it is published, and what never is.

use crate::support::Site;

const BOARD: &str = "
-- content/feedback.yaml --
- {date: 2026-11-03, channel: 意见箱, text: 张三的地址在东村三组, passed_to: finance-office, answered: 2026-11-05, changed: 公示栏改大字}
- {date: 2026-11-02, channel: 热线, text: 身份证11010519491231002X, passed_to: 东村}
- {date: 2026-12-02, channel: 听证会, text: 以后的事}
-- content/notices/a.md --
---
title: 停水通知
published: 2026-11-09
---
明日停水。
";

/// An identity number that nobody has.
const NUMBER: &str = "11010519491231002X";

#[test]
fn the_register_shows_what_became_of_opinions_and_not_what_they_say() {
    let mut site = Site::from(BOARD);
    let outcome = site.build();
    outcome
        .has("feedback/index.html", "财政所")
        .has("feedback/index.html", "公示栏改大字")
        .has("feedback/index.html", "东村")
        .lacks("feedback/index.html", "听证会")
        .has("index.html", "feedback/index.html")
        .nowhere(NUMBER);
    for words in ["张三", "以后的事"] {
        outcome.nowhere(words);
    }
    let data: serde_json::Value = serde_json::from_str(&outcome.page("statistics.json")).expect("it is JSON");
    let year = serde_json::json!({
        "received": 2, "passed": 2, "answered": 1, "changed": 1, "average_days": 2.0, "longest_days": 2
    });
    assert_eq!(data["feedback"]["2026"], year);
}

#[test]
fn a_number_of_a_person_in_the_register_stops_publication() {
    for (from, to) in [
        ("公示栏改大字", "已答复11010519491231002X"),
        ("channel: 意见箱", "channel: 11010519491231002X来信"),
        ("passed_to: 东村", "passed_to: 东村11010519491231002X"),
    ] {
        let mut site = Site::from(BOARD);
        site.edit("content/feedback.yaml", from, to);
        let outcome = site.build();
        let errors = outcome.errors();
        let [one] = &errors[..] else { panic!("one finding, not {errors:?}") };
        assert!(one.starts_with("content/feedback.yaml:") && one.ends_with(" id-number"), "{one}");
        assert!(outcome.written.is_none());
        let said =
            format!("{:?}", outcome.report().findings().iter().map(|finding| &finding.message).collect::<Vec<_>>());
        assert!(!said.contains(NUMBER), "{said}");
    }
}

#[test]
fn a_faulty_register_is_left_out_whole_and_still_counts() {
    let mut site = Site::from(BOARD).with(|options| options.keep_going = true);
    site.edit("content/feedback.yaml", "公示栏改大字", "已答复11010519491231002X");
    let outcome = site.build();
    outcome.nowhere(NUMBER).lacks("index.html", "feedback/index.html").has("statistics.json", "\"received\": 2");
    assert!(!site.root().join("public/feedback").exists());
}
