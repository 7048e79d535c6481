use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::term::Method;

/// Finds items without an index number.
pub(crate) struct MissingIndex;

static META: Meta = Meta {
    id: "missing-index",
    family: Family::Catalogue,
    severity: Severity::Warning,
    basis: Some("《政府信息公开条例》第十二条：公开目录应当包括索引、名称、内容概述、生成日期"),
    page: include_str!("../../../docs/checks/missing-index.md"),
};

impl Check for MissingIndex {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.index().is_some_and(|index| !index.is_empty()) || item.method == Method::Withheld {
            return;
        }
        cx.find(item.title_place(), say!("没有索引号", "there is no index number")).remedy = Some(say!(
            "运行 gongkai number，给没有索引号的事项依次编号",
            "run gongkai number, which assigns the missing ones in order"
        ));
    }
}
