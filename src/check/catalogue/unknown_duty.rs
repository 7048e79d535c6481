use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::nearest;

/// Finds items whose `duty` names no row of `duties.yaml`.
pub(crate) struct UnknownDuty;

static META: Meta = Meta {
    id: "unknown-duty",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/unknown-duty.md"),
};

impl Check for UnknownDuty {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(duty) = item.front().duty.as_ref().filter(|_| item.duty.is_none()) else { return };
        let word = duty.trim();
        let duties = &cx.board.duties;
        let named = duties.iter().find(|known| known.name == word).map(|known| known.id.as_str());
        let near = named.or_else(|| nearest(word, duties.iter().map(|known| known.id.as_str())));
        let remedy = match near.map(str::to_owned) {
            Some(near) => say!("改为“{near}”", "write “{near}”"),
            None => say!(
                "写 duties.yaml 里某一行的 id，或在 duties.yaml 里加上这一行",
                "write the id of a row of duties.yaml, or add the row there"
            ),
        };
        cx.find(item.place(duty.span), say!("没有“{word}”这个公开事项", "there is no duty “{word}”")).remedy =
            Some(remedy);
    }
}
