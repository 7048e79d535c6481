use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::term::KNOWN_STEPS;
use crate::text::nearest;

/// Finds steps of approval that neither the board nor anybody else knows: a misspelt step counts as not done. The
/// reader finds all other unknown keys.
pub(crate) struct UnknownField;

static META: Meta = Meta {
    id: "unknown-field",
    family: Family::Form,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/unknown-field.md"),
};

impl Check for UnknownField {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if item.front().approvals.is_empty() {
            return;
        }
        let config = &cx.board.config;
        let own = config.approvals.iter().chain(item.steps.iter()).map(|step| step.id.as_str());
        let ids: Vec<&str> = own.chain(KNOWN_STEPS.iter().map(|(id, _, _)| *id)).collect();
        for approval in &item.front().approvals {
            let step = approval.step.as_str();
            if ids.contains(&step) {
                continue;
            }
            let keys = KNOWN_STEPS.iter().map(|(_, key, _)| *key);
            let near = nearest(step, ids.iter().copied().chain(keys)).unwrap_or("signed（签发）");
            cx.find(
                item.place(approval.step.span),
                say!("没有“{step}”这个审签环节", "there is no step of approval “{step}”"),
            )
            .remedy = Some(say!(
                "改为“{near}”，或在 board.yaml 的 approvals 里加上这个环节",
                "write “{near}”, or add the step to the approvals of board.yaml"
            ));
        }
    }
}
