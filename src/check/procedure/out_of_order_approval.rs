use super::super::contract::{Check, Context, Family, Meta};
use super::record::is_after;
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::{Placed, Text};

/// Finds approvals that were given before the step that comes first, by nobody, or by somebody who may not.
pub(crate) struct OutOfOrderApproval;

static META: Meta = Meta {
    id: "out-of-order-approval",
    family: Family::Procedure,
    severity: Severity::Error,
    basis: Some("《中国共产党党务公开条例（试行）》第十五条：按照提出、审核、审批、实施的程序进行"),
    page: include_str!("../../../docs/checks/out-of-order-approval.md"),
};

impl Check for OutOfOrderApproval {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let mut latest: Option<(&str, &Placed<crate::calendar::Stamp>)> = None;
        for step in item.steps.iter() {
            let Some(approval) = item.front().approvals.iter().find(|approval| approval.step.value == step.id) else {
                continue;
            };
            let name = step.name.as_str();
            match approval.by.as_ref().map(|by| by.trim()).filter(|by| !by.is_empty()) {
                None => {
                    cx.find(
                        item.place(approval.step.span),
                        say!("{name}没有写是谁（职务）", "{name} does not say in which role it was done"),
                    )
                    .remedy = Some(say!("补上职务，如 by: 财政所负责人", "add the role, as in by: head of finance"));
                }
                Some(by) if !step.roles.is_empty() && !step.roles.iter().any(|role| role == by) => {
                    let span = approval.by.as_ref().map(|by| by.span);
                    cx.find(
                        item.place(span.unwrap_or(approval.step.span)),
                        say!(
                            "{name}应由{roles}办理，写的是{by}",
                            "{name} is for {roles}, not for {by}";
                            roles: Text::list(&step.roles),
                        ),
                    )
                    .remedy = Some(say!(
                        "请规定的职务重新审签，或在 board.yaml 里改 roles",
                        "have it approved by the right role, or change roles in board.yaml"
                    ));
                }
                Some(_) => {}
            }
            let Some(on) = &approval.on else {
                if approval.by.is_some() {
                    cx.find(item.place(approval.step.span), say!("{name}没有写日期", "{name} has no date")).remedy =
                        Some(say!("补上日期，如 on: 2026-10-09", "add the date, as in on: 2026-10-09"));
                }
                continue;
            };
            if let Some((before, earlier)) = latest
                && is_after(earlier.value, on.value)
            {
                let (date, first) = (on.value, earlier.value);
                cx.find(
                    item.place(on.span),
                    say!(
                        "{name}（{date}）早于{before}（{first}），次序颠倒",
                        "{name} ({date}) is before {before} ({first})"
                    ),
                )
                .remedy = Some(say!(
                    "日期写错的改正；次序错了的，按规定的次序重新审签",
                    "mend the date if it is wrong; else approve it again, in order"
                ));
                continue;
            }
            latest = Some((name, on));
        }
    }
}
