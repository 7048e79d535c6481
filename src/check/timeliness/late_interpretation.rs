use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::calendar::Stamp;
use crate::diag::Severity;
use crate::say;

/// Finds interpretations that were published too long after their document.
pub(crate) struct LateInterpretation;

static META: Meta = Meta {
    id: "late-interpretation",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("各地政策解读规定：解读材料与文件同步公布，最迟不超过3个工作日"),
    page: include_str!("../../../docs/checks/late-interpretation.md"),
};

impl Check for LateInterpretation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        let (Some(own), Some(published)) = (cx.id, item.front().published.as_ref()) else { return };
        let Some(id) = board.interpreted(item).filter(|_| item.is_listed()) else { return };
        let document = board.item(id);
        // Of several interpretations the first must be in time; more may follow later.
        let all = board.interpretations.get(&id).map(Vec::as_slice).unwrap_or_default();
        let first = all.iter().copied().min_by_key(|&id| (board.item(id).published().map(Stamp::date), id));
        let Some(day) = document.published().map(Stamp::date).filter(|_| document.is_listed()) else { return };
        let days = board.config.policies.interpretation_days;
        let due = board.workdays.add(day, u32::try_from(days).unwrap_or(u32::MAX)).date;
        if first != Some(own) || published.date() <= due {
            return;
        }
        let (date, late) = (published.date(), published.date().days_since(due));
        cx.find(
            item.place(published.span),
            say!(
                "公文 {day} 公布，解读 {date} 才公布，超过 {days} 个工作日的期限（{due}）{late} 天",
                "the document was published on {day}, this on {date}: {late} days past {days} working days ({due})"
            ),
        )
        .remedy = Some(say!(
            "今后解读与文件一起报批、一起公布；日期写错的改正",
            "have interpretation and document approved and published together; mend the date if it is wrong"
        ));
    }
}
