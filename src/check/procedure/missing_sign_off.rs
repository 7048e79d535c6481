use super::super::contract::{Check, Context, Family, Meta};
use super::record::{is_after, passed_over};
use crate::board::{Hold, Item, Standing};
use crate::diag::Severity;
use crate::say;
use crate::text::Text;

/// Finds items whose day of publication has come and that lack a required approval, or got it only afterwards.
pub(crate) struct MissingSignOff;

static META: Meta = Meta {
    id: "missing-sign-off",
    family: Family::Procedure,
    severity: Severity::Warning,
    basis: Some("《政府信息公开条例》第十七条：公开审查机制，明确审查的程序和责任"),
    page: include_str!("../../../docs/checks/missing-sign-off.md"),
};

impl Check for MissingSignOff {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        let Some(published) = item.front().published.as_ref() else { return };
        let day = published.date();
        if day > board.today {
            return;
        }
        let written = |step: &str| item.front().approvals.iter().any(|approval| approval.step.value == step);
        let skips_secrecy = passed_over(item).is_some();
        if let Standing::Held(holds) = &item.standing {
            let missing = holds.iter().find_map(|hold| match hold {
                Hold::Unsigned(steps) => Some(steps),
                _ => None,
            });
            // A step that is written, but without role or date, has its own finding.
            let skipped = |step: &str| skips_secrecy && step == "secrecy";
            let names: Vec<&str> = missing
                .into_iter()
                .flatten()
                .filter(|step| !written(step) && !skipped(step))
                .filter_map(|id| item.steps.iter().find(|step| step.id == *id))
                .map(|step| step.name.as_str())
                .collect();
            if let Some(first) = item.steps.iter().find(|step| Some(&step.name.as_str()) == names.first()) {
                let (path, first) = (item.draft.path.clone(), first.id.as_str());
                cx.find(
                    item.place(published.span),
                    say!(
                        "发布日期已到，还缺审签：{names}，暂不公开",
                        "its day of publication has come, and these approvals are missing: {names}; it is held";
                        names: Text::list(&names),
                    ),
                )
                .remedy = Some(say!(
                    "请有关负责人审签后登记：gongkai sign {path} {first} --by 职务",
                    "have it approved and record it: gongkai sign {path} {first} --by ROLE"
                ));
            }
        }
        for step in item.steps.iter().filter(|step| !step.optional && step.id != "secrecy" && step.id != "published") {
            let approval = item.front().approvals.iter().find(|approval| approval.step.value == step.id);
            let Some(on) = approval.and_then(|approval| approval.on.as_ref()) else { continue };
            if is_after(on.value, published.value) && on.date() <= board.today {
                let (name, date) = (&step.name, on.date());
                cx.find(
                    item.place(on.span),
                    say!("{name}是 {date}，晚于发布日期 {day}", "{name} is dated {date}, after publication on {day}"),
                )
                .remedy = Some(say!(
                    "日期写错的改正；今后先审签、后公开",
                    "mend the date if it is wrong; approve before publication from now on"
                ));
            }
        }
    }
}
