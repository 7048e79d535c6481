use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::term::{Cadence, Validity};

/// Finds what stands on the board for good and that nobody has looked at for a year.
pub(crate) struct UnverifiedPermanent;

static META: Meta = Meta {
    id: "unverified-permanent",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《政府信息公开条例》第六条：及时、准确地公开政府信息"),
    page: include_str!("../../../docs/checks/unverified-permanent.md"),
};

impl Check for UnverifiedPermanent {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        let over =
            matches!(item.validity(), Some(Validity::Repealed | Validity::Expired)) || item.is_expired(board.today);
        if item.cadence != Cadence::Permanent || over || !item.is_listed() {
            return;
        }
        let front = item.front();
        let looked_at = [
            front.verified.as_ref().map(|verified| (verified.value, verified.span)),
            front.updated.as_ref().map(|updated| (updated.date(), updated.span)),
            front.published.as_ref().map(|published| (published.date(), published.span)),
        ];
        let Some((last, span)) = looked_at.into_iter().flatten().max_by_key(|(date, _)| *date) else { return };
        let limit = board.config.policies.verify_permanent_after;
        if limit.after(last, &board.workdays).date >= board.today {
            return;
        }
        let text = limit.text();
        let (zh, en, today) = (text.zh, text.en, board.today);
        cx.find(
            item.place(span),
            say!(
                "长期公开的内容自 {last} 起没有核对，已超过{zh}",
                "permanent, and not verified since {last}, for more than {en}"
            ),
        )
        .remedy = Some(say!(
            "对照现行规定核对一遍，改正过时的内容，再写“核对日期: {today}”",
            "compare it with what holds today, mend it, and write “verified: {today}”"
        ));
    }
}
