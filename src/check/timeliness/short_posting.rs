use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Board, Item};
use crate::calendar::Date;
use crate::diag::Severity;
use crate::say;
use crate::term::Channel;

/// Finds what a wall board shows for too few days: it ends, or the next item of its series takes its place.
pub(crate) struct ShortPosting;

static META: Meta = Meta {
    id: "short-posting",
    family: Family::Timeliness,
    severity: Severity::Note,
    basis: Some("重庆市村务公开办法第三十条：公布时间不少于10日；山东省村务公开条例第十三条：不少于5日"),
    page: include_str!("../../../docs/checks/short-posting.md"),
};

impl Check for ShortPosting {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if !item.is_listed() || !item.channels.contains(&Channel::Board) {
            return;
        }
        let Some(published) = &item.front().published else { return };
        let wanted = cx.board.config.policies.posting_days;
        let short = |end: &Date| end.days_since(published.date()) < i64::try_from(wanted).unwrap_or(i64::MAX);
        if let Some(expires) = item.front().expires.as_ref().filter(|expires| short(&expires.value)) {
            let days = expires.value.days_since(published.date()).max(0);
            cx.find(
                item.place(expires.span),
                say!(
                    "公示栏上只张贴 {days} 天，不足 {wanted} 天",
                    "on the wall board for {days} days, fewer than {wanted}"
                ),
            )
            .remedy = Some(say!("有效期往后写，或在公示栏上补足天数", "let it expire later, or post it again"));
            return;
        }
        if let Some((next, title)) = next_of_series(item, cx.board).filter(|(next, _)| short(next)) {
            let days = next.days_since(published.date()).max(0);
            cx.find(
                item.place(published.span),
                say!(
                    "张贴 {days} 天就被下一期《{title}》替换，不足 {wanted} 天",
                    "after {days} days “{title}” takes its place, sooner than {wanted}"
                ),
            )
            .remedy = Some(say!(
                "两期在公示栏上同时张贴，到满 {wanted} 天为止",
                "keep both on the wall board until {wanted} days have passed"
            ));
        }
    }
}

/// When the next period's item was posted, and its title.
fn next_of_series<'a>(item: &Item, board: &'a Board) -> Option<(Date, &'a str)> {
    let (duty, period) = (item.duty?, item.period()?);
    let series = board.by_duty[duty.0 as usize].iter().map(|&id| board.item(id));
    let later = series.filter(|other| {
        other.unit == item.unit
            && other.channels.contains(&Channel::Board)
            && other.period().is_some_and(|other| other.kind() == period.kind() && other > period)
    });
    let next = later.min_by_key(|other| other.period())?;
    Some((next.published()?.date(), next.title()))
}
