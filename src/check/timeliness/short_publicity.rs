use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;

/// Finds notices that are open to objections for fewer working days than they must be.
pub(crate) struct ShortPublicity;

static META: Meta = Meta {
    id: "short-publicity",
    family: Family::Timeliness,
    severity: Severity::Error,
    basis: Some("各领域基层政务公开标准目录：公示7个工作日；另有规定的从其规定"),
    page: include_str!("../../../docs/checks/short-publicity.md"),
};

impl Check for ShortPublicity {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(publicity) = &item.front().publicity else { return };
        let (Some(from), Some(to)) = (&publicity.from, &publicity.to) else { return };
        let count = cx.board.workdays.between(from.value, to.value);
        let own = item.duty.and_then(|id| cx.board.duty(id).publicity_days);
        let (days, wanted) = (u64::from(count.days), own.unwrap_or(cx.board.config.policies.publicity_days));
        if days >= wanted || from.value > to.value {
            return;
        }
        let first = from.value;
        // Counted as the law does: both ends count, so the last day is one less after the first.
        let last = cx.board.workdays.add(first.add_days(-1), u32::try_from(wanted).unwrap_or(u32::MAX)).date;
        cx.find(
            item.place(to.span),
            say!(
                "公示期只有 {days} 个工作日，不足 {wanted} 个",
                "the notice is open for {days} working days, fewer than {wanted}"
            ),
        )
        .remedy = Some(say!("止日改为 {last} 或以后", "let it end on {last} or later"));
    }
}
