use super::super::contract::{Check, Context, Family, Meta};
use super::super::sealed::is_faulty;
use crate::board::Item;
use crate::diag::{Place, Severity};
use crate::ledger;
use crate::ledger::Line;
use crate::say;
use crate::text::Text;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Finds published content that changed, or went, without the page saying so, and a ledger that was tampered with.
pub(crate) struct SilentChange;

static META: Meta = Meta {
    id: "silent-change",
    family: Family::Site,
    severity: Severity::Warning,
    basis: Some(
        "《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决：弄虚作假；《档案法实施条例》第三十九条：管理过程可追溯",
    ),
    page: include_str!("../../../docs/checks/silent-change.md"),
};

impl Check for SilentChange {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let path: Arc<str> = Arc::from(ledger::PATH);
        for fault in &board.ledger.faults {
            cx.find(Place::text(&path, fault.span), fault.message.clone()).remedy = Some(say!(
                "两人同时封存造成的，运行 gongkai seal --rebase；否则从备份或 git 恢复台账，不要手改",
                "where two people sealed at the same time, run gongkai seal --rebase; else restore the ledger, do not edit it"
            ));
        }
        let pending: BTreeSet<_> = board.ledger.unexplained().into_iter().map(|(_, newest)| newest.span).collect();
        for item in board.items.iter().filter(|item| !is_faulty(item)) {
            let Some(line) = board.ledger.entry(item.index(), item.address.as_str()) else { continue };
            let Some(message) = what_changed(cx, item, line, pending.contains(&line.span)) else { continue };
            cx.find(item.title_place(), message).remedy = Some(say!(
                "写一条更正：corrections: [{{on: 日期, note: 改了什么}}]；不再公开的写 withdrawn: {{on: 日期, reason: 原因}}",
                "add a correction: corrections: [{{on: DATE, note: WHAT}}]; or withdrawn: {{on: DATE, reason: WHY}}"
            ));
        }
    }
}

fn what_changed(cx: &Context<'_>, item: &Item, line: &Line, pending: bool) -> Option<Text> {
    let sealed = &line.entry;
    let Some(now) = cx.board.ledger_entry(item) else {
        // In another edition the item may be meant for others only; it was for everybody when it was sealed.
        return Some(say!(
            "曾经公开（封存在台账里），现在不再公开，也没有写撤下",
            "was published (the ledger records it) and is not any more, without being withdrawn"
        ));
    };
    if now.explains(sealed) {
        return None;
    }
    let (first, old) = (now.first, sealed.first);
    if first != old {
        return Some(say!(
            "发布日期由 {old} 改成了 {first}，没有更正说明",
            "the date of publication was {old} and is {first} now, without a correction"
        ));
    }
    (now.digest != sealed.digest || pending)
        .then(|| say!("公开的内容改动过，没有更正说明", "what is published has changed without a correction"))
}
