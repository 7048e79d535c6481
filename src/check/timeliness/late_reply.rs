use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;

/// Finds questions that were answered late, or wait too long for an answer.
pub(crate) struct LateReply;

static META: Meta = Meta {
    id: "late-reply",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("本公开栏规定的答复期限：board.yaml 的 policies.reply_days，默认15个工作日"),
    page: include_str!("../../../docs/checks/late-reply.md"),
};

impl Check for LateReply {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let Some(reply) = &item.front().reply else { return };
        let Some(asked) = &reply.asked else { return };
        let board = cx.board;
        let days = board.config.policies.reply_days;
        let due = board.workdays.add(asked.value, u32::try_from(days).unwrap_or(u32::MAX)).date;
        let (first, until) = (asked.value, reply.answered.as_ref().map_or(board.today, |answered| answered.value));
        if until <= due {
            return;
        }
        let late = until.days_since(due);
        match &reply.answered {
            Some(answered) => {
                cx.find(
                    item.place(answered.span),
                    say!(
                        "{first} 提出，{until} 才答复，超过 {days} 个工作日的期限（{due}）{late} 天",
                        "asked on {first}, answered on {until}: {late} days past the limit of {days} working days ({due})"
                    ),
                )
                .remedy = Some(say!(
                    "日期写错的改正；确实晚了的，在答复里说明原因",
                    "mend the date if it is wrong; otherwise give the reason in the answer"
                ));
            }
            None => {
                cx.find(
                    item.place(asked.span),
                    say!(
                        "{first} 提出，至今没有答复，已超过 {days} 个工作日的期限（{due}）{late} 天",
                        "asked on {first} and not answered yet: {late} days past the limit of {days} working days ({due})"
                    ),
                )
                .remedy = Some(say!("尽快答复，写上“答复”的日期", "answer soon and write the date into “answered”"));
            }
        }
    }
}
