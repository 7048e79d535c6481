use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds lines that look like a list and run together on the page.
pub(crate) struct FakeList;

static META: Meta = Meta {
    id: "fake-list",
    family: Family::Text,
    severity: Severity::Note,
    basis: None,
    page: include_str!("../../../docs/checks/fake-list.md"),
};

impl Check for FakeList {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("每条写成“1. ”开头，或条间空一行", "begin each with “1. ”, or leave an empty line between them")
}
