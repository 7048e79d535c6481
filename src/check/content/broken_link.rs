use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Goal, Item};
use crate::diag::Severity;
use crate::markdown::{anchor_id, is_safe};
use crate::say;
use crate::term::Method;
use crate::text::{Placed, Span, Text, nearest};

/// Finds links inside the board that lead nowhere: to items, pages and places on pages, and references of front matter.
pub(crate) struct BrokenLink;

static META: Meta = Meta {
    id: "broken-link",
    family: Family::Content,
    severity: Severity::Error,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：不得有错链、断链"),
    page: include_str!("../../../docs/checks/broken-link.md"),
};

impl Check for BrokenLink {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        true
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.method == Method::Withheld || item.front().withdrawn.is_some() {
            return;
        }
        references(item, cx);
        if !item.offers_content() {
            return;
        }
        let board = cx.board;
        for link in item.draft.outline.links.iter().filter(|link| !link.image) {
            let span = item.draft.in_body(link.span);
            match board.follow(item, &link.target) {
                Goal::Outside | Goal::File | Goal::Page(_) => {}
                Goal::Here(anchor) => place_on_page(item, item, &anchor, span, cx),
                // Whether the item may be pointed to is another question.
                Goal::Item(id, anchor) => place_on_page(item, board.item(id), &anchor, span, cx),
                Goal::Nowhere => nowhere(item, &link.target, span, cx),
            }
        }
    }
}

fn nowhere(item: &Item, target: &str, span: Span, cx: &mut Context<'_>) {
    let (message, remedy) = if target.trim().is_empty() {
        (
            say!("链接没有写地址", "the link has no address"),
            say!("补上地址，或去掉链接", "give it an address, or drop the link"),
        )
    } else if !is_safe(target) {
        (
            say!("链接“{target}”在网站上打不开", "the link “{target}” cannot be opened from a site"),
            say!(
                "不能链接到本机文件（file:、盘符）、脚本或缺少 https: 的地址；文件放在事项旁边，写文件名",
                "link to no file of your computer, no script and no address without https:; lay files beside the item"
            ),
        )
    } else {
        let remedy = unused_page(target).unwrap_or_else(|| near_item(item, target, cx));
        (say!("链接“{target}”指向的页面不存在", "the link “{target}” leads to no page"), remedy)
    };
    cx.find(item.place(span), message).remedy = Some(remedy);
}

/// What to do about a page that only boards have which keep what it shows.
fn unused_page(target: &str) -> Option<Text> {
    let paper = match target.trim().trim_matches('/') {
        "feedback" => "feedback.yaml",
        "standard" => "duties.yaml",
        _ => return None,
    };
    Some(say!(
        "写了 content/{paper} 才有这一页；还没有的，去掉链接",
        "the page comes with content/{paper}; without that, drop the link"
    ))
}

/// The nearest file name in the folder that the link points into.
fn near_item(item: &Item, target: &str, cx: &Context<'_>) -> Text {
    let path = target.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
    let name = path.rsplit('/').next().unwrap_or_default();
    let folder = path.strip_suffix(name).unwrap_or_default();
    let folder = crate::board::resolve_path(item.folder(), &format!("{folder}.")).unwrap_or_default();
    let names = cx.board.items.iter().filter(|item| item.folder() == folder);
    let names = names.filter_map(|item| item.draft.path.rsplit('/').next());
    match nearest(name, names) {
        Some(near) => say!("是否要写 {near}？", "did you mean {near}?"),
        None => say!(
            "写被链接事项的文件路径（从本文件算起，如 ../policy/a.md），或它的索引号",
            "write the path of the item's file, counted from this one, such as ../policy/a.md, or its index"
        ),
    }
}

fn place_on_page(item: &Item, page: &Item, anchor: &str, span: Span, cx: &mut Context<'_>) {
    let headings = &page.draft.outline.headings;
    let is_there = || {
        anchor_id(headings, page.title(), anchor).is_some()
            || anchor.starts_with("fn-")
            || page.draft.body().contains(&format!("id=\"{anchor}\""))
    };
    if anchor.is_empty() || is_there() {
        return;
    }
    let near = nearest(anchor, headings.iter().map(|heading| heading.words.as_str()));
    let remedy = match near {
        Some(near) => say!("是否要写 #{near}？", "did you mean #{near}?"),
        None => say!("写那一页上某个小标题的文字，如 #附件", "write the words of one of its headings after the #"),
    };
    cx.find(item.place(span), say!("那一页上没有“{anchor}”这个小标题", "that page has no heading “{anchor}”")).remedy =
        Some(remedy);
}

/// References of front matter: to the document explained, to those replaced, to outcomes.
fn references(item: &Item, cx: &mut Context<'_>) {
    let front = item.front();
    let board = cx.board;
    let is_there = |word: &Placed<String>| board.find(word, item.folder()).is_some();
    let mut broken: Vec<(&Placed<String>, Text)> = Vec::new();
    if let Some(word) = front.interprets.as_ref().filter(|word| !is_there(word)) {
        let shown = word.trim();
        broken.push((word, say!("找不到被解读的公文“{shown}”", "the document explained, “{shown}”, is not there")));
    }
    // A document older than the board is named by its number or title; that is no reference.
    let replaced = front.document.iter().flat_map(|document| &document.replaces);
    for word in replaced.filter(|word| !is_there(word) && !word.contains(['〔', '《', '号'])) {
        let shown = word.trim();
        broken.push((word, say!("找不到被替代的公文“{shown}”", "the document replaced, “{shown}”, is not there")));
    }
    let outcomes = [
        front.publicity.as_ref().and_then(|publicity| publicity.outcome.as_ref()),
        front.consultation.as_ref().and_then(|consultation| consultation.outcome.as_ref()),
    ];
    for word in outcomes.into_iter().flatten().filter(|word| word.trim().ends_with(".md") && !is_there(word)) {
        let shown = word.trim();
        broken.push((word, say!("找不到结果“{shown}”", "the outcome “{shown}” is not there")));
    }
    for (word, message) in broken {
        cx.find(item.place(word.span), message).remedy = Some(say!(
            "写那条事项的索引号，或它的文件路径（如 policy/documents/a.md）",
            "write that item's index number or the path of its file, such as policy/documents/a.md"
        ));
    }
}
