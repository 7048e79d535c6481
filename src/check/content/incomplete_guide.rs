use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::Placed;

/// Finds service guides that lack what a citizen needs to know before coming.
pub(crate) struct IncompleteGuide;

static META: Meta = Meta {
    id: "incomplete-guide",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）“服务不实用”：办事指南要素不得缺失"),
    page: include_str!("../../../docs/checks/incomplete-guide.md"),
};

impl Check for IncompleteGuide {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(guide) = item.front().guide.as_ref().filter(|_| item.offers_content()) else { return };
        let text = |field: &Option<Placed<String>>| field.as_ref().is_some_and(|text| !text.trim().is_empty());
        let elements = [
            (!guide.basis.is_empty(), "依据", "basis"),
            (!guide.conditions.is_empty(), "条件", "conditions"),
            (!guide.materials.is_empty(), "材料", "materials"),
            (!guide.steps.is_empty(), "流程", "steps"),
            (text(&guide.time_limit), "时限", "time_limit"),
            (text(&guide.fee), "收费", "fee"),
            (text(&guide.place), "地点", "place"),
            (text(&guide.hours), "时间", "hours"),
            (text(&guide.phone), "电话", "phone"),
        ];
        let missing: Vec<_> = elements.iter().filter(|(there, _, _)| !there).collect();
        if missing.is_empty() {
            return;
        }
        let names = missing.iter().map(|(_, name, _)| *name).collect::<Vec<_>>().join("、");
        let keys = missing.iter().map(|(_, _, key)| *key).collect::<Vec<_>>().join(", ");
        cx.find(item.place(guide.span), say!("办事指南缺少：{names}", "the service guide lacks: {keys}")).remedy =
            Some(say!(
                "逐项补上；不收费的写“收费: 不收费”，不需要材料的写“材料: 无”",
                "add them; where nothing is charged or needed, say so"
            ));
    }
}
