use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::nearest;

/// Finds items whose folder or `category` names no category of the board.
pub(crate) struct UnknownCategory;

static META: Meta = Meta {
    id: "unknown-category",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/unknown-category.md"),
};

impl Check for UnknownCategory {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.category.is_some() {
            return;
        }
        let (place, word) = match &item.front().category {
            Some(category) => (item.place(category.span), category.value.clone()),
            None => (item.title_place(), item.folder().trim_start_matches("content").trim_matches('/').to_owned()),
        };
        let near = nearest(&word, cx.board.config.categories.words()).map(str::to_owned);
        let remedy = match near {
            Some(near) => say!(
                "改为“{near}”，或在 board.yaml 的 categories 里加上它",
                "write “{near}”, or add it to the categories of board.yaml"
            ),
            None => say!(
                "把文件移到某个类别的文件夹里，或写“类别: ……”；类别在 board.yaml 的 categories 里定义",
                "move the file to a category's folder, or write “category: …”; board.yaml defines the categories"
            ),
        };
        let message = if word.is_empty() {
            say!("没有写明公开类别", "no category is given")
        } else {
            say!("没有“{word}”这个公开类别", "there is no category “{word}”")
        };
        cx.find(place, message).remedy = Some(remedy);
    }
}
