//! The first page of the desk: what is owed, what may be made, and all items.

use super::asked::Answered;
use super::desk::{Desk, Judged};
use super::fresh::awaited;
use super::html::Html;
use super::page_frame::{framed, told};
use super::posted::Posted;
use crate::board::{Board, Hold, Item, Standing};
use crate::diag::Severity;
use crate::say;
use crate::source::Source;
use crate::text::{Text, percent_encoded};
use std::collections::HashMap;

/// Most items that are listed at once; the rest is found by filtering.
const MOST: usize = 200;
/// Most duties that propose an item.
const PROPOSED: usize = 9;

/// The page.
pub(super) fn answer(desk: &Desk, query: &Posted, refused: Option<&Text>) -> Answered {
    let judged = match desk.board() {
        Ok(judged) => judged,
        Err(error) => return unreadable(desk, &error.message),
    };
    let status = if refused.is_some() { 422 } else { 200 };
    let html = framed(desk.language, &say!("条目", "Items"), false, |page| {
        page.raw("<h1>").say(&say!("网页编辑", "Editing")).raw("</h1>\n");
        if let Some(refused) = refused {
            told(page, "error", refused);
        }
        match &judged.compiled.board {
            Some(board) => {
                owed(page, board);
                fresh(page, board, query);
            }
            None => told(
                page,
                "error",
                &say!(
                    "board.yaml 读不出来，表单里没有可选的值；改好后再来",
                    "board.yaml cannot be read, and the forms have no choices; mend it first"
                ),
            ),
        }
        unread(page, &judged);
        items(page, &judged, query);
    });
    Answered::page(status, html)
}

/// The page where there is none.
pub(super) fn lost(desk: &Desk) -> Answered {
    let title = say!("没有这个页面", "There is no such page");
    Answered::page(
        404,
        framed(desk.language, &title, false, |page| {
            page.raw("<h1>").say(&title).raw("</h1>\n");
        }),
    )
}

/// The page of a board that cannot be read.
pub(super) fn unreadable(desk: &Desk, message: &Text) -> Answered {
    let title = say!("公开栏读不出来", "The board cannot be read");
    Answered::page(
        500,
        framed(desk.language, &title, false, |page| {
            page.raw("<h1>").say(&title).raw("</h1>\n");
            told(page, "error", message);
        }),
    )
}

/// The duties that wait for an item, each with a button that makes it.
fn owed(page: &mut Html, board: &Board) {
    let awaited = awaited(board);
    if awaited.is_empty() {
        return;
    }
    page.raw("<section aria-labelledby=\"owed\"><h2 id=\"owed\">")
        .say(&say!("到期该写的", "Owed"))
        .raw("</h2>\n<ul class=\"owed\">\n");
    for one in awaited.iter().take(PROPOSED) {
        page.raw("<li><form method=\"post\" action=\"new\">");
        for (name, value) in [
            ("category", board.config.categories.get(one.category).path.as_str()),
            ("duty", &one.duty.id),
            ("period", &one.period.to_string()),
            ("title", &one.title()),
        ] {
            page.raw("<input type=\"hidden\"").attribute("name", name).attribute("value", value).raw(">");
        }
        page.raw("<span")
            .attribute("class", if one.overdue { "late" } else { "due" })
            .raw(">")
            .say(&one.shown)
            .raw("</span>");
        page.raw("<button").labelled("aria-label", &say!("写这一条：{name}", "Write it: {name}", name = one.title()));
        page.raw(">").say(&say!("写这一条", "Write it")).raw("</button></form></li>\n");
    }
    page.raw("</ul></section>\n");
}

/// The form for any other new item.
fn fresh(page: &mut Html, board: &Board, query: &Posted) {
    page.raw("<section aria-labelledby=\"fresh\"><h2 id=\"fresh\">").say(&say!("新写一条", "A new item"));
    page.raw("</h2>\n<form class=\"fresh\" method=\"post\" action=\"new\">\n<p><label for=\"new-category\">")
        .say(&say!("公开类别", "Category"));
    page.raw("</label><select id=\"new-category\" name=\"category\" required><option value=\"\">")
        .say(&say!("请选择", "Choose"))
        .raw("</option>");
    for (id, category) in board.config.categories.iter() {
        let depth = board.config.categories.line(id).len().saturating_sub(1);
        page.raw("<option")
            .attribute("value", &category.path)
            .raw(">")
            .words(&"　".repeat(depth))
            .words(&category.name)
            .raw("</option>");
    }
    page.raw("</select></p>\n<p class=\"grow\"><label for=\"new-title\">").say(&say!("标题", "Title"));
    page.raw("</label><input id=\"new-title\" name=\"title\" required")
        .attribute("value", query.one("title").unwrap_or_default());
    page.raw("></p>\n<p><button>").say(&say!("新建草稿", "Make a draft")).raw("</button></p>\n</form></section>\n");
}

/// Files that are no text, so that neither form nor text can be shown.
fn unread(page: &mut Html, judged: &Judged) {
    let of_reading = judged.sources.report.findings().iter();
    for finding in of_reading.filter(|finding| finding.severity == Severity::Error) {
        let Some(place) = &finding.place else { continue };
        page.raw("<div class=\"told error\"><p><b>").words(&place.path).raw("</b> ").say(&finding.message).raw("</p>");
        if let Some(remedy) = &finding.remedy {
            page.raw("<p>").say(&say!("做法：", "Remedy: ")).say(remedy).raw("</p>");
        }
        page.raw("</div>\n");
    }
}

/// All items, or those in whose title, path or number the words of the filter stand.
fn items(page: &mut Html, judged: &Judged, query: &Posted) {
    let wanted = query.one("q").unwrap_or_default().trim().to_lowercase();
    let only = query.one("only").unwrap_or_default();
    let found = counts(judged);
    let by_path: HashMap<&str, &Item> =
        judged.compiled.board.iter().flat_map(|board| &board.items).map(|item| (&*item.draft.path, item)).collect();
    let fits = |source: &&Source| {
        let item = by_path.get(&*source.path);
        let words = [Some(&*source.path), item.map(|item| item.title()), item.and_then(|item| item.index())];
        let named = wanted.is_empty() || words.into_iter().flatten().any(|word| word.to_lowercase().contains(&wanted));
        let of_kind = match only {
            "drafts" => item.is_none_or(|item| item.front().draft),
            "found" => found.contains_key(&*source.path),
            _ => true,
        };
        named && of_kind
    };
    let mut shown: Vec<&Source> = judged.sources.items.iter().filter(fits).collect();
    let newest = |source: &&Source| by_path.get(&*source.path).and_then(|item| item.published());
    shown.sort_by_key(|source| std::cmp::Reverse(newest(source)));
    let (all, count) = (judged.sources.items.len(), shown.len());
    page.raw("<section aria-labelledby=\"items\"><h2 id=\"items\">").say(&say!("全部条目", "All items")).raw("</h2>\n");
    page.raw("<form class=\"filter\" method=\"get\" action=\"./\" role=\"search\"><p class=\"grow\"><label for=\"q\">")
        .say(&say!("标题、路径或索引号", "Title, path or index number"));
    page.raw("</label><input id=\"q\" type=\"search\" name=\"q\"")
        .attribute("value", query.one("q").unwrap_or_default());
    page.raw("></p><p><label for=\"only\">")
        .say(&say!("只看", "Only"))
        .raw("</label><select id=\"only\" name=\"only\">");
    for (value, label) in
        [("", say!("全部", "All")), ("drafts", say!("草稿", "Drafts")), ("found", say!("有问题的", "With findings"))]
    {
        page.raw("<option")
            .attribute("value", value)
            .raw(if value == only { " selected>" } else { ">" })
            .say(&label)
            .raw("</option>");
    }
    page.raw("</select></p><p><button>").say(&say!("筛选", "Filter")).raw("</button></p></form>\n<p class=\"soft\">");
    let named = MOST.min(count);
    page.say(&say!(
        "共 {all} 条，符合的 {count} 条，列出 {named} 条。",
        "{all} items, {count} of them fit, {named} are listed."
    ));
    page.raw("</p>\n<ul class=\"items\">\n");
    for source in shown.into_iter().take(MOST) {
        line(page, judged, source, by_path.get(&*source.path).copied(), found.get(&*source.path).copied());
    }
    page.raw("</ul></section>\n");
}

fn line(page: &mut Html, judged: &Judged, source: &Source, item: Option<&Item>, found: Option<[usize; 3]>) {
    let path = &*source.path;
    let title = item.map(Item::title).filter(|title| !title.is_empty()).unwrap_or(path);
    page.raw("<li><a")
        .attribute("href", &format!("item?path={}", percent_encoded(path)))
        .raw(">")
        .words(title)
        .raw("</a><span class=\"facts\">");
    let board = judged.compiled.board.as_ref();
    if let Some((board, category)) = board.zip(item.and_then(|item| item.category)) {
        page.raw("<span>").words(&board.config.categories.get(category).name).raw("</span>");
    }
    if let Some(published) = item.and_then(Item::published) {
        page.raw("<span>").words(&published.to_string()).raw("</span>");
    }
    if let Some(state) = item.map_or_else(|| Some(say!("读不出来", "cannot be read")), state) {
        page.raw("<span class=\"state\">").say(&state).raw("</span>");
    }
    if let Some([errors, warnings, notes]) = found {
        for (count, class, words) in [
            (errors, "error", say!("{errors} 处错误", "errors: {errors}")),
            (warnings, "warning", say!("{warnings} 处警告", "warnings: {warnings}")),
            (notes, "note", say!("{notes} 处提示", "notes: {notes}")),
        ] {
            if count > 0 {
                page.raw("<span").attribute("class", &format!("count {class}")).raw(">").say(&words).raw("</span>");
            }
        }
    }
    page.raw("</span></li>\n");
}

/// Why an item does not show, in a word; nothing for one that does.
pub(super) fn state(item: &Item) -> Option<Text> {
    if item.front().draft {
        return Some(say!("草稿", "draft"));
    }
    match &item.standing {
        Standing::Held(holds) => holds.first().map(|hold| match hold {
            Hold::Draft => say!("草稿", "draft"),
            Hold::Future(_) => say!("未到发布日期", "not yet"),
            Hold::Unsigned(_) => say!("待审签", "to be approved"),
            Hold::NotPublic => say!("不对外", "not public"),
            Hold::Faulty => say!("有错误", "faulty"),
        }),
        Standing::Withdrawn => Some(say!("已撤下", "taken down")),
        Standing::Withheld => Some(say!("不予公开", "withheld")),
        Standing::Listed | Standing::Counted | Standing::Shown => None,
    }
}

/// How many errors, warnings and notes each file has.
fn counts(judged: &Judged) -> HashMap<&str, [usize; 3]> {
    let mut counts: HashMap<&str, [usize; 3]> = HashMap::new();
    for finding in judged.compiled.report.findings() {
        let Some(place) = &finding.place else { continue };
        let at = match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        };
        counts.entry(&place.path).or_default()[at] += 1;
    }
    counts
}
