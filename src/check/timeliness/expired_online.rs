use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Item, Standing};
use crate::diag::Severity;
use crate::say;

/// Finds items that are still shown although their last day is over.
pub(crate) struct ExpiredOnline;

static META: Meta = Meta {
    id: "expired-online",
    family: Family::Timeliness,
    severity: Severity::Warning,
    basis: Some("《个人信息保护法》第四十七条：期限届满的个人信息应当删除；网站检查：过期信息应当清理"),
    page: include_str!("../../../docs/checks/expired-online.md"),
};

impl Check for ExpiredOnline {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let shown = matches!(item.standing, Standing::Shown | Standing::Listed);
        let Some(expires) = item.front().expires.as_ref().filter(|_| shown && item.is_expired(cx.board.today)) else {
            return;
        };
        let (date, today) = (expires.value, cx.board.today);
        cx.find(
            item.place(expires.span),
            say!("有效期已于 {date} 届满，还在网上", "its last day was {date}, and it is still online"),
        )
        .remedy = Some(say!(
            "不再需要的写“撤下: {{日期: {today}, 理由: 公开期满}}”；仍然有效的改写有效期",
            "write “withdrawn: {{on: {today}, reason: …}}”, or a new date where it still holds"
        ));
    }
}
