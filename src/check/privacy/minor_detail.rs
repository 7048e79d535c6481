use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds lists of children, and births that tell that somebody is younger than fourteen.
pub(crate) struct MinorDetail;

static META: Meta = Meta {
    id: "minor-detail",
    family: Family::Privacy,
    severity: Severity::Error,
    basis: Some("《个人信息保护法》第二十八条、第三十一条"),
    page: include_str!("../../../docs/checks/minor-detail.md"),
};

impl Check for MinorDetail {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("只公布人数和金额，不写姓名", "publish numbers and amounts, not names")
}
