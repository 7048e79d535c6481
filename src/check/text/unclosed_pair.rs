use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds brackets and quotation marks without their other half.
pub(crate) struct UnclosedPair;

static META: Meta = Meta {
    id: "unclosed-pair",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/unclosed-pair.md"),
};

impl Check for UnclosedPair {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("补上另一半", "add the other half")
}
