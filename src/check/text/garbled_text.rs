use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds text that was damaged by conversion.
pub(crate) struct GarbledText;

static META: Meta = Meta {
    id: "garbled-text",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/garbled-text.md"),
};

impl Check for GarbledText {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("对照原件重新录入", "type it anew from the original")
}
