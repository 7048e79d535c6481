use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds what copying from a page or a file left behind.
pub(crate) struct PasteResidue;

static META: Meta = Meta {
    id: "paste-residue",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/paste-residue.md"),
};

impl Check for PasteResidue {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("删去", "delete it")
}
