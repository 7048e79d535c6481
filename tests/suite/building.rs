//! What a build puts on disk, and what it must never put there.

use crate::support::Site;
use gongkai::board::{Edition, Goal};
use gongkai::calendar::Date;
use gongkai::pipeline::{Memo, Options, compile};
use gongkai::source::read_board;
use std::fs;
use std::path::Path;

const BOARD: &str = "
-- content/notices/water/index.md --
---
title: 停水通知
published: 2026-11-09
attachments: [{file: streets.csv, title: 停水街道}]
---
明日停水，见附件。
-- content/notices/water/streets.csv --
街道
东街
-- content/finance/q3.md --
---
title: 第三季度财政收支
published: 2026-10-09
period: 2026-Q3
---
收支平衡。
";

#[test]
fn an_item_has_a_page_and_stands_in_lists_and_data() {
    Site::from(BOARD)
        .build()
        .has("notices/water/index.html", "明日停水")
        .has("notices/water/streets.csv", "东街")
        .has("index.html", "第三季度财政收支")
        .has("catalogue.json", "第三季度财政收支")
        .has("sitemap.xml", "https://example.gov.cn/hongshi/finance/q3/");
}

#[test]
fn building_twice_writes_nothing_the_second_time() {
    let mut site = Site::from(BOARD);
    site.build();
    site.build().parsed(0).wrote(0, 0);
}

#[test]
fn an_attachment_is_read_again_only_when_it_changed() {
    let mut site = Site::from(BOARD);
    site.build().opened(1);
    site.edit("content/notices/water/index.md", "明日停水", "后日停水");
    site.build().opened(0);
    site.write("content/notices/water/streets.csv", "街道\n西街和北街\n");
    site.build().opened(1).has("notices/water/streets.csv", "北街");
}

#[test]
fn an_item_that_is_gone_leaves_nothing_behind_but_strangers_stay() {
    let mut site = Site::from(BOARD);
    site.build();
    site.write("public/strangers/letter.txt", "甲").remove("content/notices/water/index.md");
    site.build().nowhere("停水").has("strangers/letter.txt", "甲");
    assert!(!site.root().join("public/notices/water").exists());
}

#[test]
fn a_board_with_an_error_is_not_built_and_the_old_site_stays() {
    let mut site = Site::from(BOARD);
    site.build();
    let before = site.read("public/index.html");
    site.edit("content/finance/q3.md", "title", "titel").remove("content/notices/water/index.md");
    site.build().errs(&["content/finance/q3.md:2:1 missing-field", "content/finance/q3.md:2:1 unknown-field"]);
    assert_eq!(site.read("public/index.html"), before);
}

#[test]
fn keeping_going_leaves_out_the_faulty_item_whole() {
    let mut site = Site::from(BOARD).with(|options| options.keep_going = true);
    site.edit("content/notices/water/index.md", "published", "publishd");
    site.build().nowhere("停水").nowhere("东街").has("index.html", "第三季度财政收支");
}

#[test]
fn what_is_not_public_is_nowhere_in_the_site() {
    for held in ["draft: true", "audience: internal", "published: 2026-12-01"] {
        let mut site = Site::from(BOARD);
        let kept = if held.starts_with("published") { "" } else { "published: 2026-11-09\n" };
        site.edit("content/notices/water/index.md", "published: 2026-11-09\n", &format!("{kept}{held}\n"));
        site.build().nowhere("停水").nowhere("东街").nowhere("water");
    }
}

#[test]
fn what_is_given_on_request_is_listed_without_its_content() {
    let mut site = Site::from(BOARD);
    site.edit("content/notices/water/index.md", "published", "method: on-request\npublished");
    site.build().has("catalogue.json", "停水通知").lacks("catalogue.json", "明日").nowhere("东街").nowhere("见附件");
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    let bytes = |site: &Site| {
        let files = walkdir::WalkDir::new(site.root().join("public")).sort_by_file_name();
        let files = files.into_iter().map(|entry| entry.expect("a file is read").into_path());
        files.filter(|path| path.is_file()).map(|path| fs::read(path).expect("a file is read")).collect::<Vec<_>>()
    };
    let (mut one, mut other) = (Site::from(BOARD), Site::from(BOARD));
    one.build();
    other.build();
    assert_eq!(bytes(&one), bytes(&other));
}

#[test]
fn search_holds_what_pages_show_and_no_more() {
    let mut site = Site::from(BOARD);
    site.write(
        "content/notices/old.md",
        "---\ntitle: 撤下的通知\npublished: 2026-01-05\nwithdrawn: {on: 2026-02-01, reason: 有误}\n---\n旧文。\n",
    );
    site.write(
        "content/notices/plan.md",
        "---\ntitle: 另行索取\npublished: 2026-01-05\nmethod: on-request\n---\n秘而不宣的正文。\n",
    );
    site.write(
        "content/notices/merged.md",
        "---\ntitle: 合并表格\npublished: 2026-01-06\n---\n<table><tr><td rowspan=\"2\">渠首闸</td></tr></table><!-- 内部备注 -->\n",
    );
    let site = site.build();
    site.has("search/index.html", "assets/search.").has("index.html", "role=\"search\" action=\"search/index.html\"");
    site.has("finance/q3/index.html", "action=\"../../search/index.html\"");
    let index = ["records/0", "texts/0"].map(|part| site.page(&format!("search/{part}.js"))).concat();
    for words in ["明日停水", "第三季度财政收支", "另行索取", "渠首闸", "notices/water/index.html"] {
        assert!(index.contains(words), "{words} is not in the index: {index}");
    }
    for words in ["撤下的通知", "旧文", "秘而不宣", "内部备注", "东街"] {
        assert!(!index.contains(words), "{words} is in the index");
    }
}

#[test]
fn the_screen_shows_what_is_current_and_its_folder_stands_alone() {
    let mut site = Site::from(BOARD);
    site.write(
        "content/notices/open.md",
        "---\ntitle: 救助对象公示\npublished: 2026-11-18\nindex: HONGSHI/2026-00007\npublicity: {from: 2026-11-18, to: 2026-11-27}\n---\n名单如下。\n",
    );
    site.write(
        "content/notices/past.md",
        "---\ntitle: 旧的通知\npublished: 2026-10-01\nexpires: 2026-10-30\n---\n旧文。\n",
    );
    let site = site.build();
    site.has("screen/index.html", "救助对象公示").has("screen/index.html", "<dd><b>6</b><small> 个工作日</small></dd>");
    site.lacks("screen/index.html", "旧的通知").lacks("screen/index.html", "\"../");
    let ticker = site.page("screen/ticker.txt");
    assert_eq!(ticker.matches('\n').count(), 1);
    assert!(ticker.contains("【正在公示】救助对象公示，2026年11月27日截止，还有6个工作日"), "{ticker}");
    assert!(ticker.contains("停水通知") && !ticker.contains("旧的通知"), "{ticker}");
    let page = site.page("screen/index.html");
    for asset in page.split("=\"assets/").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(!site.page(&format!("screen/assets/{asset}")).is_empty());
    }
}

#[test]
fn the_screen_shows_the_cadences_and_units_that_the_board_chose() {
    let mut site = Site::from(BOARD);
    let board = site.read("content/board.yaml");
    site.write("content/board.yaml", format!("{board}screen: {{cadences: [每季度], items: 5}}\n"));
    site.build().has("screen/index.html", "第三季度财政收支").lacks("screen/index.html", "停水通知");
    site.write("content/board.yaml", format!("{board}screen: {{cadences: [每季], units: [nobody], pace: 9}}\n"));
    let errors = site.check().errors().join(" ");
    assert!(errors.contains("unknown-unit") && errors.contains("unknown-field"), "{errors}");
    site.write("content/board.yaml", format!("{board}screen: {{cadences: [偶尔]}}\n"));
    assert!(site.check().errors().join(" ").contains("wrong-value"));
}

#[test]
fn what_hangs_on_the_wall_has_a_sheet_and_the_wall_board_lists_it() {
    let mut site = Site::from(BOARD);
    site.edit("content/finance/q3.md", "period:", "index: HONGSHI/2026-00009\nchannels: [website, board]\nperiod:");
    let site = site.build();
    site.has("print/finance/q3/index.html", "收支平衡")
        .has("print/finance/q3/index.html", "../../../finance/q3/index.html");
    site.has("finance/q3/index.html", "../../print/finance/q3/index.html");
    site.has("print/board/2026-Q3/index.html", "第三季度财政收支").has("print/board/2026-Q3/index.html", "qr-code");
    site.lacks("print/board/2026-Q3/index.html", "停水通知");
    site.has("print/index.html", "board/2026-Q3/index.html").has("index.html", "print/index.html");
    site.lacks("sitemap.xml", "print/board").lacks("notices/water/index.html", "print/notices");
}

#[test]
fn rules_are_one_volume_with_what_is_no_longer_in_force_named_at_its_end() {
    let mut site = Site::from(
        "
-- content/board.yaml --
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {name: 红石镇人民政府, phone: 0500-6620001}
categories: [{id: disclosure-rules, name: 公开制度, cadence: permanent}, {id: notices, name: 通知公告}]
-- content/disclosure-rules/new.md --
---
title: 审查制度
published: 2026-10-09
---
先审后公开。
-- content/disclosure-rules/old.md --
---
title: 审查办法
published: 2020-10-09
document: {validity: 废止, repealed: 2026-10-09}
---
谁公开谁审查。
",
    );
    let outcome = site.build();
    outcome.has("rules/index.html", "先审后公开").lacks("rules/index.html", "谁公开谁审查");
    let html = outcome.page("rules/index.html");
    let (volume, ended) = html.split_once("id=\"ended\"").expect("what has ended");
    assert!(volume.contains("审查制度") && ended.contains("审查办法") && ended.contains("2026-10-09"), "{ended}");
    outcome
        .has("on-request/index.html", "form/index.html")
        .has("on-request/form/index.html", "统一社会信用代码")
        .has("on-request/form/index.html", "0500-6620001");
}

#[test]
fn a_link_to_every_planned_page_is_followed() {
    let sources = read_board(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let edition = Edition::default();
    let today = Date::parse("2026-11-20").unwrap();
    let options = Options { today, edition, keep_going: false, base_url: None };
    let compiled = compile(&sources, &options, &mut Memo::default());
    let board = compiled.board.unwrap();
    for page in &compiled.pages {
        let address = page.address.as_str();
        assert_ne!(board.follow(&board.items[0], &format!("/{address}")), Goal::Nowhere, "{address}");
    }
    for nowhere in ["/statistics/1999/", "/reports/1999/", "/print/nothing/", "/nothing/page-2/", "/units/page-x/"] {
        assert_eq!(board.follow(&board.items[0], nowhere), Goal::Nowhere, "{nowhere}");
    }
}
