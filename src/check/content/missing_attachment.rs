use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Attached, Item, OnDisk, resolve_path};
use crate::diag::Severity;
use crate::say;
use crate::text::nearest;

/// Finds attachments and pictures that an item names and that are not there, or lie outside the board.
pub(crate) struct MissingAttachment;

static META: Meta = Meta {
    id: "missing-attachment",
    family: Family::Content,
    severity: Severity::Error,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：附件能够下载"),
    page: include_str!("../../../docs/checks/missing-attachment.md"),
};

impl Check for MissingAttachment {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        true
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if !item.offers_content() {
            return;
        }
        let mut said: Vec<&str> = Vec::new();
        for attached in item.attached.iter().filter(|attached| attached.on_disk == OnDisk::Missing) {
            if !said.contains(&attached.written.as_str()) {
                said.push(&attached.written);
                say_missing(item, attached, cx);
            }
        }
    }
}

fn say_missing(item: &Item, attached: &Attached, cx: &mut Context<'_>) {
    let written = &attached.written;
    let Some(path) = resolve_path(item.folder(), written) else {
        cx.find(
            item.place(attached.span),
            say!(
                "“{written}”在 content 文件夹之外，不会公开",
                "“{written}” lies outside content/ and is not published"
            ),
        )
        .remedy = Some(say!("把文件放到事项旁边，写文件名", "lay the file beside the item and write its name"));
        return;
    };
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let beside = cx.board.stored.iter().filter_map(|stored| stored.path.rsplit_once('/'));
    let near = nearest(name, beside.filter(|(other, _)| *other == folder).map(|(_, name)| name));
    let remedy = match near {
        Some(near) => say!("是否要写“{near}”？", "did you mean “{near}”?"),
        None => say!(
            "把文件放到 {folder}/ 里，文件名要一字不差（含扩展名）",
            "lay the file into {folder}/ under exactly this name, ending included"
        ),
    };
    let message = if attached.listed {
        say!("没有“{written}”这个附件", "there is no attachment “{written}”")
    } else {
        say!("没有“{written}”这张图片", "there is no picture “{written}”")
    };
    cx.find(item.place(attached.span), message).remedy = Some(remedy);
}
