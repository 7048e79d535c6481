use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::config::Kind;
use crate::diag::Severity;
use crate::say;

/// Finds information that was published later after it was formed than the law, or its duty, allows.
pub(crate) struct LatePublication;

static META: Meta = Meta {
    id: "late-publication",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《政府信息公开条例》第二十六条：自形成或者变更之日起20个工作日内公开"),
    page: include_str!("../../../docs/checks/late-publication.md"),
};

impl Check for LatePublication {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        let Some(published) = &item.front().published else { return };
        let (Some(due), Some(formed)) = (board.publish_by(item), board.came_to_be(item)) else { return };
        if published.date() <= due.date {
            return;
        }
        let (date, days, last) = (published.date(), published.date().days_since(due.date), due.date);
        let within = board.publish_within(item).text();
        let (zh, en) = (within.zh, within.en);
        let (guess, guess_en) = match due.complete {
            true => (String::new(), ""),
            false => (format!("，未含{}年放假安排", last.year()), ", days off not known"),
        };
        let finding = cx.find(
            item.place(published.span),
            say!(
                "{formed} 形成，{date} 才公开，超过{zh}的期限（{last}{guess}）{days} 天",
                "formed on {formed}, published on {date}: {days} days past the limit of {en} ({last}{guess_en})"
            ),
        );
        finding.remedy = Some(say!(
            "生成日期写错的改正；确实晚了的，写明原因并报批例外",
            "mend the date of formation if it is wrong; otherwise give the reason in an exception"
        ));
        // Villages publish by the law of villages, not by the 条例.
        if board.config.kind == Kind::Village {
            finding.basis = None;
        }
    }
}
