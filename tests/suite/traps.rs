//! The slips that offices make at the head of a file: each is found where it stands, with a remedy that helps.

use crate::support::Site;
use gongkai::diag::{Severity, Spot};
use gongkai::text::locate;

/// A slip: the front matter (`\u{3000}` and tabs as they are), the check and line that must be found, and words that
/// the remedy must hold.
struct Slip {
    name: &'static str,
    front: &'static str,
    check: &'static str,
    line: usize,
    remedy: &'static str,
}

const SLIPS: [Slip; 27] = [
    Slip {
        name: "a title in brackets",
        front: "title: [公示]低保名单\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "title: \"[公示]低保名单\"",
    },
    Slip {
        name: "a title between stars",
        front: "title: *重要*通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "\"*重要*通知\"",
    },
    Slip {
        name: "a title cut at a hash",
        front: "title: 第1号 # 通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "title: \"第1号 # 通知\"",
    },
    Slip {
        name: "a remark behind a title",
        front: "title: 停水通知 # 备注\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "如果是备注，另起一行写",
    },
    Slip {
        name: "a title that is nothing but a comment",
        front: "published: 2026-10-09\n标题: # 请填写",
        check: "missing-field",
        line: 3,
        remedy: "在冒号后面、# 前面写上，如 标题: 关于……的公告；如果 # 后面的就是内容，加引号：标题: \"# 请填写\"",
    },
    Slip {
        name: "a title without a value",
        front: "published: 2026-10-09\ntitle:",
        check: "missing-field",
        line: 3,
        remedy: "在这一行的冒号后面写上",
    },
    Slip {
        name: "a date that is nothing but a comment",
        front: "title: 停水通知\n发布日期: # 填日期",
        check: "missing-field",
        line: 3,
        remedy: "发布日期: 2026-10-20",
    },
    Slip {
        name: "a summary that begins with a hash",
        front: "title: 停水通知\npublished: 2026-10-09\nsummary: #1号井停水",
        check: "bad-front-matter",
        line: 4,
        remedy: "summary: \"#1号井停水\"",
    },
    Slip {
        name: "a colon in a title",
        front: "title: 关于:公示: 通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "title: \"关于:公示: 通知\"",
    },
    Slip {
        name: "a full-width colon in the first line",
        front: "title：停水通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "title: 停水通知",
    },
    Slip {
        name: "a full-width colon in a later line",
        front: "title: 停水通知\n发布日期：2026-10-09",
        check: "bad-front-matter",
        line: 3,
        remedy: "发布日期: 2026-10-09",
    },
    Slip {
        name: "a tab",
        front: "title: 停水通知\n\tpublished: 2026-10-09",
        check: "bad-front-matter",
        line: 3,
        remedy: "半角空格",
    },
    Slip {
        name: "a full-width space",
        front: "title: 停水通知\n\u{3000}published: 2026-10-09",
        check: "bad-front-matter",
        line: 3,
        remedy: "半角空格",
    },
    Slip {
        name: "no space after the colon",
        front: "title:停水通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "title: 停水通知",
    },
    Slip {
        name: "a full-width space after the colon",
        front: "title:\u{3000}停水通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "title: 停水通知",
    },
    Slip {
        name: "a quote that is not closed",
        front: "title: \"停水通知\npublished: 2026-10-09",
        check: "bad-front-matter",
        line: 2,
        remedy: "\"停水通知\"",
    },
    Slip {
        name: "a key twice",
        front: "title: 甲\ntitle: 乙\npublished: 2026-10-09",
        check: "duplicate-field",
        line: 3,
        remedy: "只留一处",
    },
    Slip {
        name: "a key in both languages",
        front: "title: 甲\n标题: 乙\npublished: 2026-10-09",
        check: "duplicate-field",
        line: 3,
        remedy: "只留一处",
    },
    Slip {
        name: "a misspelt key",
        front: "titel: 甲\ntitle: 乙\npublished: 2026-10-09",
        check: "unknown-field",
        line: 2,
        remedy: "title",
    },
    Slip {
        name: "a misspelt Chinese key",
        front: "title: 甲\n发布日: 2026-10-09\npublished: 2026-10-09",
        check: "unknown-field",
        line: 3,
        remedy: "发布日期",
    },
    Slip {
        name: "an empty title",
        front: "title:\npublished: 2026-10-09",
        check: "missing-field",
        line: 2,
        remedy: "标题: ",
    },
    Slip { name: "no date of publication", front: "title: 甲", check: "missing-field", line: 2, remedy: "2026-10-20" },
    Slip {
        name: "a date run together",
        front: "title: 甲\npublished: 20261009",
        check: "wrong-value",
        line: 3,
        remedy: "2026-10-20",
    },
    Slip {
        name: "a date that does not exist",
        front: "title: 甲\npublished: 2026-02-30",
        check: "wrong-value",
        line: 3,
        remedy: "2026-10-20",
    },
    Slip {
        name: "a misspelt audience",
        front: "title: 甲\npublished: 2026-10-09\naudience: interal",
        check: "wrong-value",
        line: 4,
        remedy: "internal",
    },
    Slip {
        name: "an unclear draft",
        front: "title: 甲\npublished: 2026-10-09\ndraft: 也许",
        check: "wrong-value",
        line: 4,
        remedy: "是",
    },
    Slip {
        name: "an anchor",
        front: "title: &x 甲\npublished: *x",
        check: "bad-front-matter",
        line: 3,
        remedy: "引号",
    },
];

#[test]
fn every_slip_at_the_head_of_a_file_is_found_in_its_line_with_a_remedy() {
    for slip in &SLIPS {
        let mut site = Site::from("-- content/notices/b.md --\n---\ntitle: 乙\npublished: 2026-10-09\n---\n正文。\n");
        site.write("content/notices/a.md", format!("---\n{}\n---\n正文。\n", slip.front));
        let outcome = site.check();
        let text = site.read("content/notices/a.md");
        let found = outcome.report().findings().iter().find(|finding| {
            let place = finding.place.as_ref().filter(|place| &*place.path == "content/notices/a.md");
            let line = place.map(|place| match place.spot {
                Spot::Text(span) => locate(&text, span.start as usize).line,
                _ => 1,
            });
            finding.check == slip.check && finding.severity == Severity::Error && line == Some(slip.line)
        });
        let all = outcome.errors();
        let found = found.unwrap_or_else(|| panic!("{}: not found among {all:?}", slip.name));
        let remedy = found.remedy.as_ref().map(|remedy| remedy.zh.clone()).unwrap_or_default();
        assert!(remedy.contains(slip.remedy), "{}: the remedy says {remedy:?}", slip.name);
        assert!(found.remedy.as_ref().is_some_and(|remedy| !remedy.en.is_empty()), "{}", slip.name);
    }
}

#[test]
fn all_slips_of_all_files_are_said_in_one_run() {
    let mut site = Site::from("-- content/notices/good.md --\n---\ntitle: 乙\npublished: 2026-10-09\n---\n正文。\n");
    for (at, slip) in SLIPS.iter().enumerate() {
        site.write(&format!("content/notices/slip-{at}.md"), format!("---\n{}\n---\n正文。\n", slip.front));
    }
    let outcome = site.check();
    let errors = outcome.errors();
    for at in 0..SLIPS.len() {
        assert!(
            errors.iter().any(|error| error.starts_with(&format!("content/notices/slip-{at}.md:"))),
            "{at}: {errors:?}"
        );
    }
}

#[test]
fn what_only_looks_odd_is_read_as_it_is_meant() {
    let mut site = Site::from(
        "
-- content/通知公告/说明/index.md --
\u{FEFF}---\r
标题: '[公示]低保名单'\r
发布日期: 2026年10月9日 09:30\r
公开时限: 及时\r
关键词: 低保\r
审签: {经办: {人: 民政办公室负责人, 日期: 2026-10-08}}\r
---\r
正文。\r
",
    );
    site = site.today("2026-10-12");
    site.build()
        .errs(&[])
        .has("notices/说明/index.html", "[公示]低保名单")
        .has("notices/说明/index.html", "2026-10-09 09:30");
    Site::from("-- content/notices/a.md --\n---\ntitle: 2026\npublished: 2026/10/9\n---\n正文。\n")
        .today("2026-10-12")
        .build()
        .errs(&[])
        .has("notices/a/index.html", "<h1>2026</h1>");
}

#[test]
fn a_file_without_a_fence_or_in_another_encoding_says_what_to_do() {
    let mut site =
        Site::from("-- content/notices/a.md --\n停水通知\n-- content/notices/b.md --\n———\ntitle: 乙\n---\n");
    site.write("content/notices/c.md", b"---\ntitle: \xB9\xAB\xB8\xE6\npublished: 2026-10-09\n---\n");
    site.write("content/notices/d.md", "---\ntitle: 丁\npublished: 2026-10-09\n");
    let outcome = site.check();
    let remedies: Vec<String> = outcome
        .report()
        .findings()
        .iter()
        .filter_map(|finding| finding.remedy.as_ref())
        .map(|remedy| remedy.zh.clone())
        .collect();
    for words in ["gongkai new", "第一行改为 ---", "另存为，编码选 UTF-8", "最后一个键的下一行写 ---"]
    {
        assert!(remedies.iter().any(|remedy| remedy.contains(words)), "{words}: {remedies:?}");
    }
}

#[test]
fn an_item_with_a_wrong_field_is_judged_for_what_it_says_in_the_same_run() {
    const NUMBER: &str = "11010519491231002X";
    let mut site = Site::from("-- content/notices/good.md --\n---\ntitle: 乙\npublished: 2026-11-09\n---\n正文。\n");
    let published = "published: 2026-10-09";
    for (name, head) in [
        ("field", format!("---\ntitle: 甲\n{published}\ncadence: 有时\n---")),
        ("yaml", format!("---\ntitle: [公示]甲\n{published}\ncadence: 有时\nattachments: 名单.csv\n---")),
        ("open", format!("---\ntitle: 甲\n{published}")),
        ("bare", "停水，通知".to_owned()),
        ("inside", format!("---\ntitle: 甲\n{published}\naudience: [internal\n---")),
    ] {
        site.write(&format!("content/notices/{name}.md"), format!("{head}\n\n身份证号：{NUMBER}。\n"));
    }
    site.write("content/notices/名单.csv", format!("姓名,身份证号\n张三,{NUMBER}\n"));
    site.check().errs(&[
        "content/notices/bare.md:1:1 bad-front-matter",
        "content/notices/bare.md:3:6 id-number",
        "content/notices/field.md:4:10 wrong-value",
        "content/notices/field.md:7:6 id-number",
        "content/notices/inside.md:4:1 bad-front-matter",
        "content/notices/open.md:1:1 bad-front-matter",
        "content/notices/open.md:5:6 id-number",
        "content/notices/yaml.md:2:1 bad-front-matter",
        "content/notices/yaml.md:4:10 wrong-value",
        "content/notices/yaml.md:8:6 id-number",
        "content/notices/名单.csv cell B2 id-number",
    ]);
}
