use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds markings of secrecy: a level with its star, or a marking that stands alone.
pub(crate) struct SecretMarking;

static META: Meta = Meta {
    id: "secret-marking",
    family: Family::Secrecy,
    severity: Severity::Error,
    basis: Some("《保守国家秘密法》；《政府信息公开条例》第十四条"),
    page: include_str!("../../../docs/checks/secret-marking.md"),
};

impl Check for SecretMarking {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("停止发布，交保密审查", "do not publish it; have its secrecy reviewed")
}
