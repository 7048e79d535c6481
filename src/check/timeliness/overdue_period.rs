use super::super::contract::{Check, Context, Family, Meta};
use crate::board::SlotState;
use crate::diag::{Place, Severity};
use crate::say;
use std::sync::Arc;

/// Finds periods of duties that should have been published and are not.
pub(crate) struct OverduePeriod;

static META: Meta = Meta {
    id: "overdue-period",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《村民委员会组织法》：一般事项至少每季度公布一次；重庆市村务公开办法第三十条：次月15日前公布"),
    page: include_str!("../../../docs/checks/overdue-period.md"),
};

impl Check for OverduePeriod {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn only_reminds(&self) -> bool {
        true
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let path = Arc::from("content/duties.yaml");
        for owed in board.overdue() {
            let duty = board.duty(owed.series.duty);
            let SlotState::Overdue { days } = owed.slot.state else { continue };
            let severity = if owed.slot.twice_overdue { Severity::Error } else { Severity::Warning };
            let (name, id, due) = (&duty.name, &duty.id, owed.slot.due);
            let (period, written) = (owed.slot.period.chinese(), owed.slot.period);
            let (guess, guess_en) = match owed.slot.certain {
                true => (String::new(), ""),
                false => (format!("，未含{}年放假安排", due.year()), ", days off not known"),
            };
            cx.find_as(
                severity,
                Place::text(&path, duty.span),
                say!(
                    "“{name}”{period}还没有公开，期限是 {due}{guess}，已逾期 {days} 天",
                    "“{name}” ({id}) of {written} is not published; it was due on {due}{guess_en}, {days} days ago"
                ),
            )
            .remedy = Some(say!(
                "公开这一期，写上“公开事项: {id}”和“所属期: {written}”；停办的在 duties.yaml 里写“暂停”或“止”",
                "publish it with “duty: {id}” and “period: {written}”; where the duty rests, write “paused” or “until”"
            ));
        }
    }
}
