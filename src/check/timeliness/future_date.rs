use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::calendar::Date;
use crate::diag::Severity;
use crate::parse::FrontMatter;
use crate::say;
use crate::text::Span;

/// Finds dates of what has happened that lie ahead of today.
pub(crate) struct FutureDate;

static META: Meta = Meta {
    id: "future-date",
    family: Family::Timeliness,
    severity: Severity::Error,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：弄虚作假"),
    page: include_str!("../../../docs/checks/future-date.md"),
};

impl Check for FutureDate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let today = cx.board.today;
        for (zh, en, date, span) in happened(item.front()).into_iter().filter(|(_, _, date, _)| *date > today) {
            cx.find(
                item.place(span),
                say!("{zh} {date} 还没有到（今天是 {today}）", "{en}, {date}, lies ahead of today, {today}"),
            )
            .remedy = Some(say!(
                "改为实际日期；要定时公开的，只把发布日期写成以后的日期",
                "write the real date; to publish later, let only “published” lie ahead"
            ));
        }
    }
}

/// All dates of what has happened, with their names.
fn happened(front: &FrontMatter) -> Vec<(&'static str, &'static str, Date, Span)> {
    let mut dates = Vec::new();
    if let Some(formed) = &front.formed {
        dates.push(("生成日期", "the date of formation", formed.date(), formed.span));
    }
    if let Some(updated) = &front.updated {
        dates.push(("更新日期", "the date of update", updated.date(), updated.span));
    }
    if let Some(verified) = &front.verified {
        dates.push(("核对日期", "the date of verification", verified.value, verified.span));
    }
    if let Some(written) = front.document.as_ref().and_then(|document| document.written.as_ref()) {
        dates.push(("成文日期", "the date of the document", written.value, written.span));
    }
    if let Some(answered) = front.reply.as_ref().and_then(|reply| reply.answered.as_ref()) {
        dates.push(("答复日期", "the date of the answer", answered.value, answered.span));
    }
    for on in front.approvals.iter().filter_map(|approval| approval.on.as_ref()) {
        dates.push(("审签日期", "the date of approval", on.date(), on.span));
    }
    for on in front.corrections.iter().filter_map(|correction| correction.on.as_ref()) {
        dates.push(("更正日期", "the date of correction", on.value, on.span));
    }
    if let Some(on) = front.withdrawn.as_ref().and_then(|withdrawn| withdrawn.on.as_ref()) {
        dates.push(("撤下日期", "the date of withdrawal", on.value, on.span));
    }
    dates
}
