use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds addresses in lists of persons that go below the village or the street.
pub(crate) struct HomeAddress;

static META: Meta = Meta {
    id: "home-address",
    family: Family::Privacy,
    severity: Severity::Warning,
    basis: Some("《个人信息保护法》第二十五条"),
    page: include_str!("../../../docs/checks/home-address.md"),
};

impl Check for HomeAddress {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("只写到乡镇、街道", "name the township or sub-district only")
}
