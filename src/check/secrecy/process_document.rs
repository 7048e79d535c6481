use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds titles, genres and file names of papers of the way to a decision.
pub(crate) struct ProcessDocument;

static META: Meta = Meta {
    id: "process-document",
    family: Family::Secrecy,
    severity: Severity::Warning,
    basis: Some("《政府信息公开条例》第十六条"),
    page: include_str!("../../../docs/checks/process-document.md"),
};

impl Check for ProcessDocument {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        cx.tell_seen(item, &remedy());
    }
}

fn remedy() -> Text {
    say!("公布最后形成的文件，不公布过程稿", "publish the decision, not the papers on the way to it")
}
