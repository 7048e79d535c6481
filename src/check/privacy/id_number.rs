use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds identity numbers (公民身份号码) anywhere in what would be published.
pub(crate) struct IdNumber;

static META: Meta = Meta {
    id: "id-number",
    family: Family::Privacy,
    severity: Severity::Error,
    basis: Some("《个人信息保护法》第二十五条、第二十八条；《居民身份证法》第十九条"),
    page: include_str!("../../../docs/checks/id-number.md"),
};

impl Check for IdNumber {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("删去，或只留前 2 位和后 3 位", "delete it, or keep only the first two and the last three characters")
}
