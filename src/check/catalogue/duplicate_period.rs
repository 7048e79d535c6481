use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Item, ItemId};
use crate::calendar::Period;
use crate::config::{CategoryId, DutyId, UnitId};
use crate::diag::Severity;
use crate::say;
use crate::term::Audience;
use std::collections::HashMap;

/// Finds two items that fulfil one duty for the same period.
pub(crate) struct DuplicatePeriod;

static META: Meta = Meta {
    id: "duplicate-period",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/duplicate-period.md"),
};

/// What stands once a period. Without a duty only the same title in the same category is surely the same thing.
#[derive(PartialEq, Eq, Hash)]
enum Series<'a> {
    Duty(DutyId, Option<UnitId>),
    Titled(Option<CategoryId>, Option<UnitId>, &'a str),
}

impl Check for DuplicatePeriod {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn board(&self, cx: &mut Context<'_>) {
        let board = cx.board;
        let mut taken: HashMap<(Series<'_>, Period), ItemId> = HashMap::new();
        for (id, item) in cx.judged() {
            let Some(period) = item.front().period.as_ref().filter(|_| counts(item)) else { continue };
            let series = match item.duty {
                Some(duty) => Series::Duty(duty, item.unit),
                None => Series::Titled(item.category, item.unit, item.title()),
            };
            let first = *taken.entry((series, period.value)).or_insert(id);
            if first == id {
                continue;
            }
            let (name, written, other) = (period.value.chinese(), period.value, &board.item(first).draft.path);
            cx.find(
                item.place(period.span),
                say!("{other} 已经是同一事项{name}的内容", "{other} is the same series' item for {written} already"),
            )
            .remedy = Some(say!(
                "改正所属期；同一期有更正的，改原来那条并写“更正”，不要另建一条",
                "mend the period; to correct a period, change its item and add a correction"
            ));
        }
    }
}

/// Whether it is what citizens see of the period: an internal, withheld or withdrawn item does not stand in the way.
fn counts(item: &Item) -> bool {
    item.cadence.period_kind().is_some() && item.audience == Audience::Public && item.offers_content()
}
