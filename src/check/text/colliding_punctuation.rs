use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds marks that cannot stand together.
pub(crate) struct CollidingPunctuation;

static META: Meta = Meta {
    id: "colliding-punctuation",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/colliding-punctuation.md"),
};

impl Check for CollidingPunctuation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("留下该留的一个标点", "keep the one that belongs there")
}
