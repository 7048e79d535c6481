//! In which order a clerk meets the fields, and which of them stand open: those that this kind of item needs.

use super::field::Part;
use super::sheet::Sheet;
use super::skeleton::facets_of;
use crate::say;
use crate::term::Cadence;
use crate::text::Text;

/// Fields under one heading.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) label: Text,
    pub(super) names: Vec<&'static str>,
    /// Whether it stands open; else it opens at a click.
    pub(super) open: bool,
}

/// All sections of the form of an item.
pub(super) fn sections(sheet: &Sheet, parts: &[Part]) -> Vec<Section> {
    let filled = |name: &str| parts.iter().any(|part| part.name() == name && part.is_filled());
    let item = sheet.item();
    let category = item.and_then(|item| item.category);
    let wanted = match (sheet.board(), category, item) {
        (Some(board), Some(category), Some(item)) => facets_of(board, category, item.title()),
        _ => Vec::new(),
    };
    let staged = item.is_some_and(|item| item.cadence == Cadence::Staged);
    let open = |name: &'static str| filled(name) || wanted.contains(&name) || staged && name == "stage";
    let always = |id, label, names: &[&'static str]| Section { id, label, names: names.to_vec(), open: true };
    let facet = |name: &'static str, label| Section { id: name, label, names: vec![name], open: open(name) };
    let rarely = |id, label, names: &[&'static str]| Section {
        id,
        label,
        names: names.to_vec(),
        open: names.iter().any(|name| filled(name)),
    };
    let mut all = vec![
        always("basic", say!("基本信息", "Basics"), &["title", "summary", "category", "duty", "period", "unit"]),
        always("dates", say!("日期", "Dates"), &["formed", "published", "updated", "verified", "expires"]),
        always("body", say!("正文", "Text"), &[]),
        always("files", say!("附件和表格", "Files and tables"), &["attachments", "tables"]),
        facet("document", say!("公文要素", "Official document")),
        facet("guide", say!("办事指南", "Guide to a service")),
        facet("publicity", say!("公示", "Public notice")),
        facet("consultation", say!("征求意见", "Consultation")),
        facet("reply", say!("答复", "Answer")),
        facet("stage", say!("阶段", "Stage")),
        facet("interprets", say!("解读", "Interpretation")),
        always("approval", say!("审签和草稿", "Approval and draft"), &["approvals", "draft"]),
        always("listing", say!("目录", "Catalogue"), &["index", "source", "keywords", "topics"]),
        rarely(
            "reach",
            say!("公开方式、对象和渠道", "Method, audience and channels"),
            &["method", "audience", "channels", "cadence", "basis", "contact", "keep", "withheld"],
        ),
        rarely(
            "after",
            say!("公开以后：更正、撤下、例外", "After publication: corrections, withdrawal, exceptions"),
            &["corrections", "withdrawn", "exceptions", "redirects"],
        ),
    ];
    // What is open comes first; what is seldom needed waits below.
    all.sort_by_key(|section| !section.open);
    all
}
