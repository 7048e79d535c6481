//! What all sample pages share.

use super::Sample;
use gongkai::diag::Diagnostic;
use gongkai::render::view::{
    Badge, Contact, Crumb, Frame, FrameView, Head, ItemLine, Link, NavEntry, Page, Qr, Site, State,
};
use gongkai::theme::{Html, Theme};
use serde::Serialize;

pub(super) const TITLE: &str = "青石镇政务公开栏";

pub(super) fn site() -> Site<'static> {
    let entry = |id: &'static str| NavEntry { id, path: format!("{id}/index.html").into() };
    Site {
        title: TITLE,
        parent: Some(Link::to("https://example.gov.cn/", "云岭县政府门户")),
        organiser: "青石镇人民政府",
        office: "青石镇政务公开办公室",
        domain: Some("example.gov.cn"),
        id_code: Some("0000000000"),
        icp: Some("云ICP备00000000号"),
        police: Some("云公网安备 00000000000000号"),
        police_href: None,
        address: Some("云岭县青石镇青石大道1号"),
        postcode: Some("000100"),
        phone: Some("0500-6610001"),
        email: Some("gongkai@qingshi.example.gov.cn"),
        hours: Some("工作日 8:30—12:00，14:30—17:30"),
        search: Some("search/index.html"),
        nav: ["permanent", "periodic", "staged", "timely", "catalogue", "standard", "statistics", "units"]
            .map(entry)
            .into(),
        villages: true,
        foot: ["guide", "rules", "reports", "on-request", "negative-list", "sitemap", "accessibility", "feed"]
            .map(entry)
            .into(),
        badges: ["organ", "errors"].map(|id| Badge { id, href: "https://example.gov.cn/".into() }).into(),
    }
}

/// The frame of a page that lies `depth` folders deep.
pub(super) fn frame(
    theme: &Theme,
    depth: usize,
    place: &str,
    exact: bool,
    internal: bool,
) -> Result<Frame, Box<Diagnostic>> {
    let root = "../".repeat(depth);
    let view = FrameView { root: &root, place, exact, internal, site: &site() };
    let part = |name: &str| theme.render(&format!("frame/{name}.html"), &view).map(Html::vouched);
    Ok(Frame { head: part("head")?, top: part("top")?, band: part("internal")?, bottom: part("bottom")? })
}

/// Renders a page of the sample.
pub(super) fn page(
    theme: &Theme,
    path: &'static str,
    template: &str,
    place: &str,
    crumbs: &[&str],
    view: impl Serialize,
) -> Sample {
    let depth = path.matches('/').count();
    let title = crumbs.last().copied().unwrap_or(TITLE);
    let last = crumbs.len().saturating_sub(1);
    let mut way: Vec<Crumb> = crumbs
        .iter()
        .enumerate()
        .map(|(at, text)| if at == last { Link::words(*text) } else { Link::to("index.html", *text) })
        .collect();
    if !way.is_empty() {
        way.insert(0, Link::to(format!("{}index.html", "../".repeat(depth)), "首页"));
    }
    let html = frame(theme, depth, place, way.len() == 2, false).and_then(|frame| {
        let head = Head {
            canonical: Some(format!("https://example.gov.cn/qingshi/{}", path.trim_end_matches("index.html")).into()),
            ..Head::titled(title)
        };
        let head = head.tag("ColumnName", title).tag("ColumnType", "信息公开");
        theme.render(template, &Page { frame: &frame, site: TITLE, year: "2026", head, crumbs: way, page: view })
    });
    Sample { path, html }
}

pub(super) fn contact() -> Contact<'static> {
    Contact {
        hotline: Some("0500-6610110"),
        report_box: Some("镇便民服务中心正门东侧；青石社区居委会门厅。每周五由监督小组两人共同开箱。"),
        feedback: Some("https://example.gov.cn/feedback/"),
        feedback_note: Some("上季度收到23件，已全部办结。".into()),
        email: Some("jiandu@qingshi.example.gov.cn"),
        address: Some("镇便民服务中心一楼公开查阅点"),
        hours: Some("工作日 8:30—12:00，14:30—17:30"),
    }
}

pub(super) fn line(title: &'static str, date: &'static str) -> ItemLine<'static> {
    ItemLine { href: "../item/index.html".into(), title: title.into(), date: Some(date.into()), ..ItemLine::default() }
}

pub(super) fn states(published: usize, due: usize, overdue: usize, coming: usize) -> Vec<State> {
    let run = |state, n| std::iter::repeat_n(state, n);
    run(State::Published, published)
        .chain(run(State::Due, due))
        .chain(run(State::Overdue, overdue))
        .chain(run(State::Coming, coming))
        .collect()
}

pub(super) fn code() -> Qr<'static> {
    let path = include_str!("code.txt").trim_end();
    Qr { size: 33, path: path.into(), address: Some("example.gov.cn/qingshi/i/2026-00318/".into()) }
}
