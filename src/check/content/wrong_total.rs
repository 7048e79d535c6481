use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds totals that are not the sum of their rows.
pub(crate) struct WrongTotal;

static META: Meta = Meta {
    id: "wrong-total",
    family: Family::Content,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/wrong-total.md"),
};

impl Check for WrongTotal {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn judges_in_part(&self) -> bool {
        true
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("对照账本改正", "correct it from the books")
}
