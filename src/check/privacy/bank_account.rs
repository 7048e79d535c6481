use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds bank accounts of persons anywhere in what would be published.
pub(crate) struct BankAccount;

static META: Meta = Meta {
    id: "bank-account",
    family: Family::Privacy,
    severity: Severity::Error,
    basis: Some("《个人信息保护法》第二十八条"),
    page: include_str!("../../../docs/checks/bank-account.md"),
};

impl Check for BankAccount {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("删去，或只留后 4 位", "delete it, or keep only the last four digits")
}
