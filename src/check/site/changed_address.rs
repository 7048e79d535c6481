use super::super::contract::{Check, Context, Family, Meta};
use super::super::sealed::Places;
use crate::diag::{Place, Severity};
use crate::ledger;
use crate::say;
use std::sync::Arc;

/// Finds published items that no longer stand at the address under which they were published.
pub(crate) struct ChangedAddress;

static META: Meta = Meta {
    id: "changed-address",
    family: Family::Site,
    severity: Severity::Error,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：网页地址应当唯一、长期有效"),
    page: include_str!("../../../docs/checks/changed-address.md"),
};

impl Check for ChangedAddress {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let newest = board.ledger.newest();
        if newest.is_empty() {
            return;
        }
        let places = Places::of(board);
        let path: Arc<str> = Arc::from(ledger::PATH);
        for line in newest {
            let old = &line.entry.address;
            if places.by_address.contains_key(&**old) || places.leads_on(old) {
                continue;
            }
            let moved = line.entry.index.as_deref().and_then(|index| places.by_index.get(index));
            if let Some(item) = moved {
                let new = &item.address;
                cx.find(
                    item.title_place(),
                    say!(
                        "网址由 {old} 变成了 {new}，原来的打不开了",
                        "its address was {old} and is {new} now; the old one is dead"
                    ),
                )
                .remedy = Some(say!(
                    "加一行：redirects: [{old}]，或恢复原来的文件名和类别",
                    "add a line: redirects: [{old}], or restore the file's name and category"
                ));
                continue;
            }
            cx.find(
                Place::text(&path, line.span),
                say!("公开过的网址 {old} 没有了", "the address {old}, once published, is gone"),
            )
            .remedy = Some(say!(
                "恢复文件并写 withdrawn（撤下日期和原因）；内容移到了别处的，在那里写 redirects: [{old}]",
                "restore the file and write withdrawn with date and reason; or write redirects: [{old}] where it went"
            ));
        }
    }
}
