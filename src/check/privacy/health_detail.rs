use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds somebody’s illness or disability, in a column of a list or beside a name.
pub(crate) struct HealthDetail;

static META: Meta = Meta {
    id: "health-detail",
    family: Family::Privacy,
    severity: Severity::Error,
    basis: Some("《个人信息保护法》第二十八条"),
    page: include_str!("../../../docs/checks/health-detail.md"),
};

impl Check for HealthDetail {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("删去，或改为不带姓名的说法", "delete it, or say it without a name")
}
