//! The gate of the whole: what stops at it however a board is set, and what it reads as readers will see it.

use crate::support::Site;
use gongkai::board::ExceptionState;

const CANARY: &str = "zqcanaryrun";

/// An item that offers one file, on a board that switches off whatever can be switched off.
fn offering(name: &str, content: &str) -> Site {
    let settings = "checks: {hidden-data: off, wrong-value: off, missing-attachment: off, unreadable-attachment: off}";
    let board = include_str!("support/board.yaml");
    let exceptions = "exceptions: [{check: wrong-value, reason: 急, by: 主任, until: 2027-01-01}]\n";
    Site::from(&format!(
        "-- content/board.yaml --\n{board}{settings}\n-- content/notices/a/index.md --\n---\ntitle: 甲\n\
         published: 2026-11-19\n{exceptions}attachments: [{{file: {name}, title: 说明}}]\n---\n正文。\n\
         -- content/notices/a/{name} --\n{content}\n"
    ))
}

#[test]
fn a_file_that_runs_when_it_is_opened_is_published_by_no_setting() {
    let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'><script>{CANARY}()</script></svg>");
    let html = format!("<!DOCTYPE html><script>{CANARY}()</script>");
    let files = [
        ("图.svg", &svg),
        ("图.SVG", &svg),
        ("说明.html", &html),
        ("说明.xhtml", &html),
        ("数据.xml", &svg),
        ("图.svgz", &svg),
        ("脚本.js", &html),
        ("说明", &html),
    ];
    for (name, content) in files {
        let mut site = offering(name, content);
        site.build().errs(&["content/notices/a/index.md:5:22 wrong-value"]);
        let mut kept = offering(name, content).with(|options| options.keep_going = true);
        let outcome = kept.build();
        outcome.nowhere(CANARY);
        assert!(!kept.root().join("public/notices/a").exists(), "{name}: an item with an error is left out");
    }
    let plain = format!("<svg xmlns='http://www.w3.org/2000/svg'><text>{CANARY}</text></svg>");
    let mut site = offering("图.svg", &plain);
    site.build().errs(&[]).has("notices/a/图.svg", CANARY);
}

#[test]
fn a_picture_of_the_body_that_runs_when_it_is_opened_is_refused_too() {
    let mut site = offering("图.png", "x");
    site.edit("content/notices/a/index.md", "正文。", "正文。\n\n![流程](流程.svg)");
    site.write("content/notices/a/流程.svg", format!("<svg onload='{CANARY}()'/>"));
    site.build().errs(&["content/notices/a/index.md:9:1 wrong-value"]);
}

#[test]
fn an_exception_without_reason_person_or_last_day_silences_nothing_and_is_told() {
    let whole = "{check: missing-source, reason: 待核实, by: 主任, until: 2026-12-31}";
    let item = |exception: &str| {
        format!(
            "-- content/notices/a.md --\n---\ntitle: 甲\npublished: 2026-11-19\nexceptions: [{exception}]\n---\n正文。\n"
        )
    };
    let mut site = Site::from(&item(whole));
    let outcome = site.check();
    let silenced = |outcome: &crate::support::Outcome| {
        !outcome.report().findings().iter().any(|finding| finding.check == "missing-source")
    };
    assert!(silenced(outcome.errs(&[])));
    let listed = outcome.board().exceptions();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].check, listed[0].reason, listed[0].by), ("missing-source", "待核实", "主任"));
    assert_eq!(listed[0].state, ExceptionState::Holding);
    for part in [", reason: 待核实", ", by: 主任", ", until: 2026-12-31", "待核实", "主任"] {
        let mut site = Site::from(&item(&whole.replace(part, "")));
        let outcome = site.check();
        assert_eq!(outcome.errors().len(), 1, "{part}: {:?}", outcome.errors());
        assert!(outcome.errors()[0].ends_with("missing-field"), "{part}");
        // What the list of the office says is what the checks do.
        assert!(outcome.board().exceptions().iter().all(|one| one.state != ExceptionState::Holding), "{part}");
    }
    let mut late = Site::from(&item(whole)).today("2027-01-01");
    let outcome = late.check();
    assert!(!silenced(&outcome) && outcome.board().exceptions()[0].state == ExceptionState::Expired);
}

#[test]
fn a_table_in_html_is_judged_as_a_table() {
    let mut site = Site::from(
        "-- content/notices/a.md --\n---\ntitle: 低保名单\npublished: 2026-11-19\nexpires: 2027-10-09\n---\n\
         <table>\n<tr><th>姓名</th><th>电话</th><th>疾病</th></tr>\n\n\
         <tr><td>张三</td><td>138&#48;0138000</td><td>肺癌</td></tr>\n</table>\n",
    );
    let outcome = site.check();
    let found = outcome.errors();
    assert!(found.contains(&"content/notices/a.md:9:20 private-phone".to_owned()), "{found:?}");
    assert!(found.iter().any(|error| error.ends_with("health-detail")), "{found:?}");
}

#[test]
fn a_table_is_judged_as_it_is_published_with_its_names_hidden() {
    let site = |policy: &str| {
        let board = include_str!("support/board.yaml");
        Site::from(&format!(
            "-- content/board.yaml --\n{board}{policy}\n-- content/notices/a/index.md --\n---\ntitle: 救助名单\n\
             published: 2026-11-19\nexpires: 2027-10-09\ntables: [{{file: 名单.csv}}]\n---\n名单如下。\n\
             -- content/notices/a/名单.csv --\n姓名,疾病\n张三丰,肺癌\n李四光,尿毒症\n"
        ))
    };
    let health = |site: &mut Site| site.check().errors().iter().any(|error| error.ends_with("health-detail"));
    assert!(health(&mut site("")));
    assert!(!health(&mut site("policies: {name_mask: on}")), "nobody can be told by his illness any more");
}

#[test]
fn the_blanks_of_a_drafted_report_are_found() {
    let text = "-- content/notices/a.md --\n---\ntitle: 年度报告\npublished: 2026-11-19\n---\n\
                本年工作。\n\n【请填写：存在的主要问题】\n";
    let mut site = Site::from(text);
    let outcome = site.check();
    let found: Vec<_> =
        outcome.report().findings().iter().filter(|finding| finding.check == "leftover-placeholder").collect();
    assert_eq!(found.len(), 1);
}

#[test]
fn downloads_of_tables_are_attachments_of_the_catalogue() {
    let mut site = Site::from(
        "-- content/notices/a/index.md --\n---\ntitle: 收支\npublished: 2026-11-19\n\
         tables: [{file: 收支.csv, caption: 收支明细}]\n---\n如下。\n\
         -- content/notices/a/收支.csv --\n项目,金额\n办公费,300\n",
    );
    let catalogue = site.build().page("catalogue.json");
    let catalogue: serde_json::Value = serde_json::from_str(&catalogue).expect("the catalogue is JSON");
    let files = catalogue.pointer("/items/0/attachments").and_then(|files| files.as_array()).expect("a list");
    assert_eq!(files.len(), 2, "{files:?}");
    for (file, ending) in files.iter().zip([".csv", ".xlsx"]) {
        assert_eq!(file["title"], "收支明细");
        let name = format!("public/notices/a/收支{ending}");
        let length = std::fs::metadata(site.root().join(name)).expect("the download is there").len();
        assert_eq!(file["size"], length);
        assert!(file["address"].as_str().is_some_and(|address| address.ends_with(ending)));
    }
}

#[test]
fn what_hangs_on_the_wall_alone_and_what_stands_in_an_old_address_is_judged_too() {
    let mut site = Site::from(
        "-- content/notices/a.md --\n---\ntitle: 甲\npublished: 2026-11-19\nchannels: [board]\n---\n11010519491231002X。\n\
         -- content/notices/b.md --\n---\ntitle: 乙\npublished: 2026-11-19\nmethod: on-request\n\
         redirects: [old/11010519491231002X.html]\n---\n档案。\n",
    );
    site.check().errs(&["content/notices/a.md:6:1 id-number", "content/notices/b.md:5:17 id-number"]);
}

#[cfg(unix)]
#[test]
fn an_attachment_that_is_a_symbolic_link_out_of_the_board_is_missing() {
    let elsewhere = tempfile::tempdir().expect("a folder is made");
    let secret = elsewhere.path().join("secret.csv");
    std::fs::write(&secret, format!("{CANARY},1\n")).expect("it is written");
    let mut site = offering("名单.csv", "");
    site.edit("content/board.yaml", "missing-attachment: off, ", "");
    site.remove("content/notices/a/名单.csv");
    std::os::unix::fs::symlink(&secret, site.root().join("content/notices/a/名单.csv")).expect("it is linked");
    site.build().errs(&["content/notices/a/index.md:5:22 missing-attachment"]);
    let mut kept = site.with(|options| options.keep_going = true);
    kept.build().nowhere(CANARY);
}
