use super::super::contract::{Check, Context, Family, Meta};
use super::record::{is_after, passed_over};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;

/// Finds items that were approved past the review for secrets, or published before it, where the board requires it.
pub(crate) struct MissingSecrecyReview;

static META: Meta = Meta {
    id: "missing-secrecy-review",
    family: Family::Procedure,
    severity: Severity::Error,
    basis: Some("《政府信息公开条例》第十七条：依照《保守国家秘密法》等对拟公开的政府信息进行审查"),
    page: include_str!("../../../docs/checks/missing-secrecy-review.md"),
};

impl Check for MissingSecrecyReview {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(published) = item.front().published.as_ref().filter(|at| at.date() <= cx.board.today) else { return };
        if !item.steps.iter().any(|step| step.id == "secrecy" && !step.optional) {
            return;
        }
        let path = item.draft.path.clone();
        let remedy = say!(
            "由保密审查人员审查后登记：gongkai sign {path} secrecy --by 职务",
            "have it reviewed and record it: gongkai sign {path} secrecy --by ROLE"
        );
        if let Some((place, name)) = passed_over(item) {
            cx.find(
                place,
                say!("没有保密审查，就已经{name}", "“{name}” is recorded, and there was no review for secrets"),
            )
            .remedy = Some(remedy);
            return;
        }
        let review = item.front().approvals.iter().find(|approval| approval.step.value == "secrecy");
        let Some(on) = review.and_then(|review| review.on.as_ref()) else { return };
        if is_after(on.value, published.value) && on.date() <= cx.board.today {
            let (date, day) = (on.date(), published.date());
            cx.find(
                item.place(on.span),
                say!("{date} 才保密审查，{day} 已经发布", "reviewed for secrets on {date}, after publication on {day}"),
            )
            .remedy = Some(say!(
                "日期写错的改正；没有审查就发布的，先撤下，审查后再公开",
                "mend the date if it is wrong; else take it down until it is reviewed"
            ));
        }
    }
}
