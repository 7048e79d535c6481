use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds attachments whose names tell nothing.
pub(crate) struct UnnamedAttachment;

static META: Meta = Meta {
    id: "unnamed-attachment",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/unnamed-attachment.md"),
};

impl Check for UnnamedAttachment {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("写明附件是什么", "say what it is")
}
