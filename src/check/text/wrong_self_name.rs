use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds the office calling itself what it is not.
pub(crate) struct WrongSelfName;

static META: Meta = Meta {
    id: "wrong-self-name",
    family: Family::Text,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/wrong-self-name.md"),
};

impl Check for WrongSelfName {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!(
        "改成本单位的自称，并核对数字是不是也照抄了",
        "name the office as it is, and see whether the figures were copied too"
    )
}
