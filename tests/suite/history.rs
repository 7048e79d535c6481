//! What git remembers of a board: the dates on pages, dates that were set back, and the versions side by side.

use crate::support::{Outcome, Site};
use gongkai::board::{Edition, Reach};
use std::path::Path;
use std::process::Command;

const BOARD: &str = "
-- content/finance/a.md --
---
title: 第三季度财政收支
published: 2026-10-09
period: 2026-Q3
---
收入 1250 万元，支出 1100 万元。

明细见附表。财政所负责解释，对本公告有疑问的，可以在工作日来电询问，也可以到便民服务中心二楼财政窗口查阅账册。
-- content/finance/old.md --
---
title: 第二季度财政收支
published: 2026-07-10
period: 2026-Q2
---
收支平衡。
-- content/notices/gone.md --
---
title: 采购结果
published: 2026-10-09
---
中标人是红石建材店。
";

/// Git in a folder, at noon of a day, whatever the machine's own settings are.
fn git(folder: &Path, day: &str, words: &[&str]) {
    let noon = format!("{day}T12:00:00+0800");
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "user.name=a", "-c", "user.email=a@example.gov.cn"]);
    command.args(["-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"]).args(words);
    command.env("GIT_AUTHOR_DATE", &noon).env("GIT_COMMITTER_DATE", &noon);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let done = command.output().expect("git runs");
    assert!(done.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn commit(site: &Site, day: &str, words: &str) {
    git(site.root(), day, &["add", "content"]);
    git(site.root(), day, &["commit", "--quiet", "-m", words]);
}

/// A board with three commits: written, then corrected and renamed, then one item taken down.
fn recorded() -> Site {
    let mut site = Site::from(BOARD).today("2026-10-16");
    git(site.root(), "2026-10-09", &["init", "--quiet"]);
    site.edit("content/finance/a.md", "title:", "draft: true\ntitle:").edit("content/finance/a.md", "1250", "9999");
    commit(&site, "2026-10-08", "起草");
    site.edit("content/finance/a.md", "draft: true\n", "").edit("content/finance/a.md", "9999", "1250");
    commit(&site, "2026-10-09", "第三季度");
    site.edit("content/finance/a.md", "1250", "1350");
    let text = site
        .read("content/finance/a.md")
        .replace("period:", "corrections: [{on: 2026-10-12, note: 收入数更正}]\nperiod:");
    site.remove("content/finance/a.md").write("content/finance/q3.md", text);
    commit(&site, "2026-10-12", "收入更正 <内部>");
    site.edit("content/notices/gone.md", "published:", "withdrawn: {on: 2026-10-15, reason: 内容有误}\npublished:");
    commit(&site, "2026-10-15", "撤下采购结果");
    site
}

fn internal(site: Site) -> Site {
    site.with(|options| options.edition = Edition { reach: Reach::Internal, drafts: false })
}

fn backdated(outcome: &Outcome) -> Vec<String> {
    let findings = outcome.report().findings().iter().filter(|finding| finding.check == "backdated");
    findings.filter_map(|finding| Some(finding.place.as_ref()?.path.to_string())).collect()
}

#[test]
fn versions_stand_side_by_side_in_the_inside_view_and_only_there() {
    let site = recorded();
    let mut site = internal(site);
    let built = site.build();
    let page = "finance/q3/index.html";
    built
        .has(page, "收入 <del><b>删</b> 1250</del><ins><b>增</b> 1350</ins> 万元，支出 1100 万元。")
        .has(page, "<ins><b>增</b> corrections: [{on: 2026-10-12, note: 收入数更正}]</ins>")
        .has(page, "收入更正 &lt;内部&gt;")
        .lacks(page, "9999")
        .lacks("finance/old/index.html", "各版对照")
        .lacks("notices/gone/index.html", "红石建材店");
    let mut site = site.with(|options| options.edition = Edition::default());
    let built = site.build();
    built.has(page, "2026-10-12").nowhere("1250").nowhere("各版对照").nowhere("红石建材店").nowhere("&lt;内部&gt;");
}

#[test]
fn what_is_not_committed_yet_is_compared_with_what_is() {
    let mut site = internal(recorded());
    site.edit("content/finance/old.md", "收支平衡", "略有结余");
    site.build().has("finance/old/index.html", "已改动，尚未提交").has("finance/old/index.html", "略有结余。</ins>");
}

#[test]
fn a_date_before_git_knew_the_file_is_found_and_a_shallow_clone_proves_nothing() {
    let mut site = recorded();
    assert_eq!(backdated(&site.check()), ["content/finance/old.md"]);
    let source = site.root().to_string_lossy().into_owned();
    let mut clone =
        Site::from("-- content/keep.md --\n---\ntitle: 甲\npublished: 2026-10-09\n---\n乙\n").today("2026-10-16");
    std::fs::remove_dir_all(clone.root().join("content")).expect("the folder goes");
    git(clone.root(), "2026-11-20", &["clone", "--quiet", "--depth=1", &format!("file://{source}"), "copy"]);
    let copy = clone.root().join("copy/content");
    std::fs::rename(copy, clone.root().join("content")).expect("the board moves");
    std::fs::rename(clone.root().join("copy/.git"), clone.root().join(".git")).expect("git moves");
    let checked = clone.check();
    assert!(checked.board().history.shallow);
    assert!(backdated(&checked).is_empty());
    let mut clone = internal(clone);
    clone.build().has("finance/q3/index.html", "浅克隆").lacks("finance/q3/index.html", "各版对照");
}
