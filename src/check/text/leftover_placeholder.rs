use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds blanks that nobody filled in.
pub(crate) struct LeftoverPlaceholder;

static META: Meta = Meta {
    id: "leftover-placeholder",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/leftover-placeholder.md"),
};

impl Check for LeftoverPlaceholder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("照实填上", "fill it in")
}
