use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Standing;
use crate::config::Kind;
use crate::diag::{Place, Severity};
use crate::say;

/// Finds a board on which nothing new has appeared for so long that its home page fails the inspection.
pub(crate) struct StaleHome;

static META: Meta = Meta {
    id: "stale-home",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：首页2周未更新"),
    page: include_str!("../../../docs/checks/stale-home.md"),
};

impl Check for StaleHome {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn only_reminds(&self) -> bool {
        true
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        // The rule is for government sites; a village publishes month by month.
        if board.config.kind == Kind::Village {
            return;
        }
        let shown = board.iter().filter(|(_, item)| item.is_listed() || item.standing == Standing::Withdrawn);
        let Some(last) = board.last_change(shown.map(|(id, _)| id)) else { return };
        let days = board.today.days_since(last);
        let failed = i64::try_from(board.config.policies.home_days).unwrap_or(i64::MAX);
        let severity = match days {
            _ if days >= failed => Severity::Error,
            _ if days >= failed.saturating_mul(5) / 7 => Severity::Warning,
            _ => return,
        };
        cx.find_as(
            severity,
            Place::file(&board.config.path),
            say!(
                "首页已 {days} 天没有更新（最近一次是 {last}），满 {failed} 天一票否决",
                "nothing new on the home page for {days} days (last on {last}); {failed} days fail the inspection"
            ),
        )
        .remedy = Some(say!(
            "公开近期的工作动态、通知公告；用 gongkai status 看哪些事项到期了",
            "publish recent news and notices; gongkai status tells what is due"
        ));
    }
}
