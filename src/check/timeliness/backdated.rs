use super::super::contract::{Check, Context, Family, Meta};
use crate::diag::Severity;
use crate::say;

/// Finds items whose date of publication lies before the day on which their file was first recorded.
pub(crate) struct Backdated;

static META: Meta = Meta {
    id: "backdated",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：弄虚作假（如伪造发稿日期）"),
    page: include_str!("../../../docs/checks/backdated.md"),
};

/// So many days may lie between the publication and the first record of the file.
const ALLOWED: i64 = 3;

impl Check for Backdated {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let history = &cx.board.history;
        for (_, item) in cx.judged() {
            let Some(published) = &item.front().published else { continue };
            let Some(first) = history.of(&item.draft.path).iter().map(|change| change.on).min() else { continue };
            let (date, days) = (published.date(), first.days_since(published.date()));
            if days <= ALLOWED {
                continue;
            }
            cx.find(
                item.place(published.span),
                say!(
                    "发布日期是 {date}，文件在 git 里最早是 {first}，晚了 {days} 天",
                    "published on {date}, but git first knows the file on {first}, {days} days later"
                ),
            )
            .remedy = Some(say!(
                "写实际发布的日期；从旧网站搬来的，写一条例外并说明",
                "write the day on which it was really published; where it came from an older site, say so in an exception"
            ));
        }
    }
}
