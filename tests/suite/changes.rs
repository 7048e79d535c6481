//! Nothing is changed in silence: corrections, withdrawals and repeals are told on the page, in lists, in the feed of
//! changes and in the data.

use crate::support::Site;

const BOARD: &str = "
-- content/notices/aid.md --
---
title: 临时救助公告
index: hongshi/2026-00001
published: 2026-10-09
updated: 2026-10-20
corrections: [{on: 2026-10-20, note: 每户补助由800元更正为1200元}]
---
每户补助1200元。
-- content/notices/gone.md --
---
title: 选聘公告
index: hongshi/2026-00002
published: 2026-09-09
summary: 选聘保洁员
withdrawn: {on: 2026-09-30, reason: 岗位取消}
attachments: [{file: posts.csv, title: 岗位表}]
corrections: [{on: 2026-09-20, note: 岗位数改为三个}]
---
选聘保洁员三名。
-- content/notices/posts.csv --
岗位
保洁员
-- content/notices/old.md --
---
title: 停车办法
index: hongshi/2024-00001
published: 2024-03-01
document: {number: 红政〔2024〕1号, validity: repealed, repealed: 2026-08-01}
---
停车收费两元。
-- content/notices/new.md --
---
title: 停车管理办法
index: hongshi/2026-00003
published: 2026-08-01
document: {number: 红政〔2026〕3号, validity: valid, replaces: hongshi/2024-00001}
---
停车收费一元。
";

#[test]
fn a_correction_is_told_on_the_page_in_the_catalogue_in_the_feed_and_in_the_data() {
    let note = "每户补助由800元更正为1200元";
    Site::from(BOARD)
        .build()
        .has("notices/aid/index.html", note)
        .has("catalogue/index.html", note)
        .has("catalogue.csv", note)
        .has("catalogue.json", &format!("\"corrections\":[{{\"on\":\"2026-10-20\",\"note\":\"{note}\"}}]"))
        .has("changes.xml", "更正：临时救助公告")
        .has("changes.xml", note)
        .has("index.html", "href=\"changes.xml\"");
}

#[test]
fn a_correction_on_the_day_of_the_update_stands_once_in_the_history() {
    let mut site = Site::from(BOARD);
    let outcome = site.build();
    let page = outcome.page("notices/aid/index.html");
    let history = page.split("id=\"history\"").nth(1).and_then(|rest| rest.split("</dl>").next()).unwrap_or_default();
    assert_eq!(history.matches("2026-10-20").count() / 2, 1, "{history}");
    assert_eq!(history.matches("<dt>").count(), 2, "{history}");
    assert!(!outcome.page("changes.xml").contains("更新：临时救助公告"));
}

#[test]
fn what_was_withdrawn_keeps_its_address_and_nothing_else() {
    Site::from(BOARD)
        .build()
        .has("notices/gone/index.html", "岗位取消")
        .has("notices/gone/index.html", "2026-09-30")
        .has("i/hongshi/2026-00002/index.html", "notices/gone/index.html")
        .has("changes.xml", "撤下：选聘公告")
        .has("changes.xml", "岗位取消")
        .lacks("catalogue.json", "选聘公告")
        .nowhere("保洁员")
        .nowhere("岗位数改为三个")
        .nowhere("posts.csv");
}

#[test]
fn what_was_repealed_is_marked_and_leads_to_what_replaces_it() {
    Site::from(BOARD)
        .build()
        .has("notices/old/index.html", "本文件已废止")
        .has("notices/old/index.html", "../new/index.html")
        .has("notices/new/index.html", "../old/index.html")
        .has("notices/index.html", "mark repealed")
        .has("catalogue/index.html", "mark repealed")
        .has("catalogue.json", "\"repealed\":\"2026-08-01\",\"replaced_by\":[\"hongshi/2026-00003\"]")
        .has("catalogue.csv", "hongshi/2026-00003")
        .has("changes.xml", "废止：停车办法");
}

#[test]
fn what_is_past_its_date_says_so_and_what_was_modified_too() {
    let mut site = Site::from(BOARD);
    site.edit("content/notices/aid.md", "published", "expires: 2026-11-01\npublished");
    site.edit("content/notices/new.md", "validity: valid", "validity: modified");
    site.build()
        .has("catalogue/index.html", "<span class=\"mark past\">已过期</span>")
        .has("catalogue/index.html", "<span class=\"mark modified\">已修改</span>");
}
