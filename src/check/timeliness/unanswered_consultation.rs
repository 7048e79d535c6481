use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;

/// Finds consultations whose time is over and that do not say what became of the opinions.
pub(crate) struct UnansweredConsultation;

static META: Meta = Meta {
    id: "unanswered-consultation",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《重大行政决策程序暂行条例》第三十二条：应当说明公众意见的采纳情况"),
    page: include_str!("../../../docs/checks/unanswered-consultation.md"),
};

impl Check for UnansweredConsultation {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(consultation) = item.front().consultation.as_ref().filter(|_| item.is_listed()) else { return };
        let answered = consultation.outcome.as_ref().is_some_and(|outcome| !outcome.trim().is_empty());
        let Some(to) = consultation.to.as_ref().filter(|to| to.value < cx.board.today && !answered) else { return };
        let date = to.value;
        cx.find(
            item.place(consultation.span),
            say!(
                "征求意见已于 {date} 结束，没有写采纳情况",
                "the consultation ended on {date}, and no outcome is given"
            ),
        )
        .remedy = Some(say!(
            "在“征求意见”下写“结果: 收到意见5条，采纳3条……”，或采纳情况事项的索引号、路径",
            "write “outcome: …” under “consultation”: a sentence, or the index or path of the item with the result"
        ));
    }
}
