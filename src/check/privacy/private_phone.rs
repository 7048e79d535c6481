use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds mobile telephone numbers that the office does not publish on purpose: errors in lists, warnings in running text.
pub(crate) struct PrivatePhone;

static META: Meta = Meta {
    id: "private-phone",
    family: Family::Privacy,
    severity: Severity::Error,
    basis: Some("《个人信息保护法》第二十五条"),
    page: include_str!("../../../docs/checks/private-phone.md"),
};

impl Check for PrivatePhone {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!(
        "改用办公电话，或写成 138****1234；工作手机写进 board.yaml 的 public_phones",
        "give the office’s number, or mask it; a number meant to be public belongs in public_phones of board.yaml"
    )
}
