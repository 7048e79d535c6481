use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::text::nearest;

/// Finds exceptions that silence nothing any more: their last day is over, or there is no such check.
pub(crate) struct ExpiredException;

static META: Meta = Meta {
    id: "expired-exception",
    family: Family::Site,
    severity: Severity::Warning,
    basis: None,
    page: include_str!("../../../docs/checks/expired-exception.md"),
};

impl Check for ExpiredException {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        for exception in &item.front().exceptions {
            let check = exception.check.trim();
            let known: Vec<&str> = cx.check_ids().collect();
            if !known.contains(&check) {
                let remedy = match nearest(check, known.iter().copied()) {
                    Some(near) => say!("改为“{near}”", "write “{near}”"),
                    None => say!("用 gongkai explain 查看全部检查", "gongkai explain lists all checks"),
                };
                cx.find(
                    item.place(exception.check.span),
                    say!("例外写的“{check}”不是一项检查", "“{check}”, which is excepted, is no check"),
                )
                .remedy = Some(remedy);
                continue;
            }
            let Some(until) = exception.until.as_ref().filter(|until| until.value < cx.board.today) else { continue };
            let date = until.value;
            cx.find(
                item.place(until.span),
                say!("对 {check} 的例外已于 {date} 到期", "the exception from {check} ended on {date}"),
            )
            .remedy = Some(say!(
                "问题已经解决的，删去这条例外；没有解决的，重新报批并改写日期",
                "delete it where the matter is mended; otherwise have it allowed again with a new date"
            ));
        }
    }
}
