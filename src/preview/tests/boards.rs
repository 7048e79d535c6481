//! A real board, read from disk and shown.

use super::super::answer::{Answer, Pages};
use super::super::board_rebuild::BoardRebuild;
use super::super::serve::Rebuild as _;
use super::super::shown::Outcome;
use crate::board::Edition;
use crate::calendar::Date;
use crate::pipeline::Options;
use crate::text::Language;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

const BOARD: &str = "\
title: 红石镇政务公开栏
base_url: https://example.gov.cn/hongshi/
office: {id: hongshi, name: 红石镇人民政府}
categories:
  - {id: rescue, name: 社会救助, cadence: timely}
";

/// A board on disk and what is shown of it.
struct Board {
    root: PathBuf,
    rebuild: BoardRebuild,
    site: Option<Arc<dyn Pages>>,
    errors: Vec<String>,
    _home: tempfile::TempDir,
}

impl Board {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().canonicalize().unwrap();
        let options = Options {
            today: Date::parse("2026-10-20").unwrap(),
            edition: Edition::default(),
            keep_going: false,
            base_url: None,
        };
        let rebuild = BoardRebuild::new(root.clone(), options, Language::Chinese);
        let board = Self { root, rebuild, site: None, errors: Vec::new(), _home: home };
        board.write("content/board.yaml", BOARD);
        board.item("甲", "发放临时救助。");
        board
    }

    fn write(&self, path: &str, text: &str) -> PathBuf {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn item(&self, name: &str, body: &str) -> PathBuf {
        self.write(
            &format!("content/rescue/{name}.md"),
            &format!("---\ntitle: {name}号公示\npublished: 2026-10-15\n---\n{body}\n"),
        )
    }

    fn faulty(&self, name: &str) -> PathBuf {
        self.write(&format!("content/rescue/{name}.md"), "---\ntitel: 写错了键\npublished: 2026-10-15\n---\n正文\n")
    }

    /// Rebuilds after these changes, as the loop does.
    fn turn(&mut self, changed: &[PathBuf]) -> &mut Self {
        let Outcome { site, findings, .. } = self.rebuild.rebuild(changed);
        self.site = site.or_else(|| self.site.take());
        self.errors = findings.shown().iter().filter(|one| one.is_error()).map(|one| one.check.clone()).collect();
        self
    }

    /// What is shown of these changes before the board is judged, and what after it.
    fn both_turns(&mut self, changed: &[PathBuf]) -> (Option<Arc<dyn Pages>>, Outcome) {
        (self.rebuild.at_once(changed), self.rebuild.rebuild(changed))
    }

    fn answer(&self, path: &str) -> Option<Answer> {
        self.site.as_ref()?.answer(path)
    }

    fn page(&self, path: &str) -> String {
        self.answer(path).map(|answer| String::from_utf8(answer.body).unwrap()).unwrap_or_default()
    }
}

#[test]
fn an_edited_item_shows_on_its_page_and_in_the_lists() {
    let mut board = Board::new();
    board.turn(&[]);
    assert!(board.page("rescue/甲/index.html").contains("发放临时救助"), "{:?}", board.errors);
    let edited = board.item("甲", "发放第二批救助。");
    let made = board.item("乙", "新的一条。");
    board.turn(&[edited, made.clone()]);
    assert!(board.page("rescue/甲/index.html").contains("第二批"));
    assert!(board.page("rescue/index.html").contains("乙号公示"));
    assert!(board.page("catalogue.json").contains("乙号公示"));
    fs::remove_file(&made).unwrap();
    board.turn(&[made]);
    assert!(board.answer("rescue/乙/index.html").is_none() && !board.page("rescue/index.html").contains("乙号公示"));
}

#[test]
fn a_board_without_errors_stays_while_there_are_some() {
    let mut board = Board::new();
    board.turn(&[]);
    let faulty = board.faulty("甲");
    board.turn(std::slice::from_ref(&faulty));
    assert!(!board.errors.is_empty() && board.page("rescue/甲/index.html").contains("发放临时救助"));
    let item = board.item("甲", "改好了。");
    assert_eq!(item, faulty);
    board.turn(&[item]);
    assert!(board.errors.is_empty() && board.page("rescue/甲/index.html").contains("改好了"));
}

#[test]
fn a_board_that_begins_with_an_error_shows_the_rest() {
    let mut board = Board::new();
    board.faulty("乙");
    board.turn(&[]);
    assert!(!board.errors.is_empty() && board.page("rescue/甲/index.html").contains("发放临时救助"));
    assert!(board.answer("rescue/乙/index.html").is_none());
    let edited = board.item("甲", "仍在改。");
    board.turn(&[edited]);
    assert!(board.page("rescue/甲/index.html").contains("仍在改"));
}

#[test]
fn settings_that_cannot_be_read_are_told_and_mended() {
    let mut board = Board::new();
    let broken = board.write("content/board.yaml", "title: [\n");
    board.turn(&[]);
    assert!(board.site.is_none() && !board.errors.is_empty());
    board.write("content/board.yaml", BOARD);
    board.turn(&[broken]);
    assert!(board.page("index.html").contains("红石镇政务公开栏"));
    fs::remove_dir_all(board.root.join("content")).unwrap();
    let gone = board.root.join("content");
    board.turn(&[gone]);
    assert_eq!(board.errors, ["unreadable-file"]);
    assert!(board.page("index.html").contains("红石镇政务公开栏"));
}

#[test]
fn a_page_stays_where_a_changed_theme_fails() {
    let mut board = Board::new();
    board.turn(&[]);
    let before = board.page("index.html");
    let template = board.write("themes/default/templates/home.html", "{{ no_such_name }}");
    for turn in 0..3 {
        board.turn(std::slice::from_ref(&template));
        let answer = board.answer("index.html").unwrap();
        assert_eq!(answer.findings[0].check, "bad-template", "{turn}");
        assert_eq!(String::from_utf8(answer.body).unwrap(), before, "{turn}");
    }
    fs::write(&template, "<body>自己的主题</body>").unwrap();
    board.turn(&[template]);
    assert_eq!(board.page("index.html"), "<body>自己的主题</body>");
    assert!(board.answer("index.html").unwrap().findings.is_empty());
}

#[test]
fn the_path_that_the_board_will_live_below_leads_to_it_as_well() {
    let mut board = Board::new();
    board.turn(&[]);
    assert_eq!(board.page("hongshi/rescue/甲/index.html"), board.page("rescue/甲/index.html"));
    assert!(board.answer("other/rescue/甲/index.html").is_none());
    assert!(board.answer("content/board.yaml").is_none() && board.answer("board.yaml").is_none());
    assert!(board.answer("rescue/甲.md").is_none());
}

#[test]
fn a_changed_body_shows_before_the_board_is_judged_and_every_page_is_what_it_will_be() {
    let mut board = Board::new();
    let linked = board.item("乙", "见[甲](甲.md)。");
    board.turn(&[]);
    for (name, body) in [("甲", "发放第二批救助。\n\n## 标准\n\n按户发放。"), ("乙", "见[甲](甲.md#标准)，另有说明。")]
    {
        let edited = board.item(name, body);
        let (early, outcome) = board.both_turns(&[edited]);
        let (early, late) = (early.unwrap(), outcome.site.unwrap());
        assert!(!outcome.anew, "{name}");
        let page = format!("rescue/{name}/index.html");
        let pages = [page.as_str(), "index.html", "rescue/index.html", "catalogue.json", "feed.xml", "search/start.js"];
        for path in pages {
            assert_eq!(early.answer(path).unwrap().body, late.answer(path).unwrap().body, "{path}");
        }
        assert!(
            String::from_utf8(early.answer(&page).unwrap().body).unwrap().contains(&body[body.len() - 9..]),
            "{name}"
        );
    }
    assert!(linked.is_file());
}

#[test]
fn what_may_change_more_than_a_body_or_must_not_be_shown_waits_for_the_judgement() {
    let mut board = Board::new();
    board.write("content/rescue/图.png", "不是图片");
    let path = board.item("甲", "发放临时救助。");
    board.turn(&[]);
    let same = board.item("乙", "新的一条。");
    assert!(board.rebuild.at_once(std::slice::from_ref(&same)).is_none(), "a new item");
    assert!(board.rebuild.at_once(&[path.clone(), same]).is_none(), "two items");
    for (what, text) in [
        ("another title", "title: 甲号通知\npublished: 2026-10-15\n---\n发放临时救助。\n"),
        ("an open fence", "title: 甲号公示\npublished: 2026-10-15\n发放临时救助。\n"),
        ("another file", "title: 甲号公示\npublished: 2026-10-15\n---\n![图](图.png)\n"),
        ("a number of a person", "title: 甲号公示\npublished: 2026-10-15\n---\n张某，11010519491231002X。\n"),
    ] {
        board.write("content/rescue/甲.md", &format!("---\n{text}"));
        assert!(board.rebuild.at_once(std::slice::from_ref(&path)).is_none(), "{what}");
    }
}

#[test]
fn what_was_shown_early_gives_way_where_the_board_is_found_to_have_an_error() {
    let mut board = Board::new();
    let path = board.item("甲", "发放临时救助。");
    board.turn(&[]);
    board.item("甲", "发放第二批救助。");
    assert!(board.rebuild.at_once(std::slice::from_ref(&path)).is_some());
    let faulty = board.faulty("甲");
    let outcome = board.rebuild.rebuild(&[faulty]);
    let shown = outcome.site.unwrap().answer("rescue/甲/index.html").unwrap();
    assert!(outcome.anew && String::from_utf8(shown.body).unwrap().contains("发放临时救助"));
}
