use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds rows 其他 that hold more than their share of the total.
pub(crate) struct LumpSumOther;

static META: Meta = Meta {
    id: "lump-sum-other",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《村民委员会组织法》第三十条；财务公开应当逐项逐笔"),
    page: include_str!("../../../docs/checks/lump-sum-other.md"),
};

impl Check for LumpSumOther {
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
    say!("在下面用“其中：”列出细目", "list what it is made of")
}
