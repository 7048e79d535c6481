use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;

/// Finds pictures that say nothing to whoever cannot see them.
pub(crate) struct MissingAltText;

static META: Meta = Meta {
    id: "missing-alt-text",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《无障碍环境建设法》第三十二条；国办公开办函〔2021〕28号"),
    page: include_str!("../../../docs/checks/missing-alt-text.md"),
};

impl Check for MissingAltText {
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
        for picture in item.draft.outline.links.iter().filter(|link| link.image) {
            let (words, file) = (picture.words.trim(), &picture.target);
            let message = if words.is_empty() {
                say!("图片“{file}”没有替代文字", "the picture “{file}” has no text that stands for it")
            } else if is_file_name(words) {
                say!("图片的替代文字“{words}”只是文件名", "the text for the picture, “{words}”, is only a file name")
            } else {
                continue;
            };
            cx.find(item.place(item.draft.in_body(picture.span)), message).remedy = Some(say!(
                "在 ![ ] 里写图上有什么，如 ![青石镇便民服务中心位置图]({file})",
                "say between ![ and ] what the picture shows, such as ![Map of the service centre]({file})"
            ));
        }
    }
}

fn is_file_name(words: &str) -> bool {
    let ending = words.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" | "svg"))
}
