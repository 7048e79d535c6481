use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds lists of persons in items that do not say when they go offline.
pub(crate) struct LastingList;

static META: Meta = Meta {
    id: "lasting-list",
    family: Family::Privacy,
    severity: Severity::Warning,
    basis: Some("《个人信息保护法》第十九条"),
    page: include_str!("../../../docs/checks/lasting-list.md"),
};

impl Check for LastingList {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        false
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.front().expires.is_none() {
            cx.tell_seen(item, &remedy());
        }
    }
}

fn remedy() -> Text {
    say!("加一行“有效期至: 日期”", "add “expires”")
}
