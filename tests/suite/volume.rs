//! The catalogue and the rules as bound volumes.

use crate::support::Site;
use gongkai::page::{Page, PageKind, Volume, volume_address};
use gongkai::pipeline;
use std::sync::Arc;

const BOARD: &str = "
-- content/board.yaml --
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {id: hongshi, name: 红石镇人民政府}
categories:
  - {id: notices, name: 通知公告, cadence: timely}
  - {id: rules, name: 公开制度, cadence: permanent}
-- content/rules/review.md --
---
title: 保密审查制度
index: hongshi/2026-00002
published: 2026-11-12
document: {number: 红政发〔2026〕2号}
---
先审查，后公开。见 [停水通知](../notices/water.md)。
-- content/rules/old.md --
---
title: 旧制度
published: 2024-11-11
document: {number: 红政发〔2024〕1号, validity: repealed, repealed: 2026-11-01}
---
不再适用。
-- content/notices/water.md --
---
title: 停水通知
index: hongshi/2026-00001
published: 2026-11-10
---
明日停水。
";

fn bound(volume: Volume, numbers: &[u32]) -> String {
    let mut site = Site::from(BOARD);
    let outcome = site.check();
    let board = outcome.board().clone();
    let theme =
        pipeline::load_theme(&board.config.theme, &board.config.language, Vec::new()).expect("the theme is whole");
    let made = pipeline::Site::new(site.root().to_owned(), board, Vec::new(), Arc::new(theme));
    let kind = PageKind::PrintVolume { volume, numbers: numbers.to_vec() };
    let html = made.rendered(&Page { address: volume_address(volume), kind }).expect("the page is made");
    String::from_utf8(html).expect("pages are text")
}

#[test]
fn the_catalogue_is_bound_by_category_with_the_pages_on_which_they_begin() {
    let html = bound(Volume::Catalogue, &[3, 12]);
    for words in [
        "红石镇人民政府",
        "2026年11月20日</time>编印",
        "<a href=\"#part-1\"><span>通知公告</span><i></i><b>3</b></a>",
        "<a href=\"#part-2\"><span>公开制度</span><i></i><b>12</b></a>",
        "<h2 id=\"part-2\">公开制度 <small>2条</small></h2>",
        "停水通知",
        "旧制度",
    ] {
        assert!(html.contains(words), "{words} is missing:\n{html}");
    }
}

#[test]
fn the_rules_in_force_are_bound_with_their_words_and_no_number_is_made_up() {
    let html = bound(Volume::Rules, &[]);
    assert!(html.contains("<span>保密审查制度</span><i></i><b></b>"), "{html}");
    assert!(html.contains("先审查，后公开。"));
    assert!(!html.contains("旧制度") && !html.contains("不再适用"));
}
