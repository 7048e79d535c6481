use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;

/// Finds notices whose time is over and that do not say what came of them.
pub(crate) struct UnansweredPublicity;

static META: Meta = Meta {
    id: "unanswered-publicity",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《社会救助暂行办法》第十一条：初审意见公示后报批，批准的在村、社区公布"),
    page: include_str!("../../../docs/checks/unanswered-publicity.md"),
};

impl Check for UnansweredPublicity {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(publicity) = item.front().publicity.as_ref().filter(|_| item.is_listed()) else { return };
        let answered = publicity.outcome.as_ref().is_some_and(|outcome| !outcome.trim().is_empty());
        let Some(to) = publicity.to.as_ref().filter(|to| to.value < cx.board.today && !answered) else { return };
        let date = to.value;
        cx.find(
            item.place(publicity.span),
            say!("公示已于 {date} 期满，没有写结果", "the notice ended on {date}, and no outcome is given"),
        )
        .remedy = Some(say!(
            "在“公示”下写“结果: 公示期内无异议”，或结果事项的索引号、路径",
            "write “outcome: …” under “publicity”: a sentence, or the index or path of the item with the result"
        ));
    }
}
