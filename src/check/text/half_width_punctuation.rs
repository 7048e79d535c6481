use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds half-width marks between Chinese characters.
pub(crate) struct HalfWidthPunctuation;

static META: Meta = Meta {
    id: "half-width-punctuation",
    family: Family::Text,
    severity: Severity::Note,
    basis: None,
    page: include_str!("../../../docs/checks/half-width-punctuation.md"),
};

impl Check for HalfWidthPunctuation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("换成全角标点", "use the full-width mark")
}
