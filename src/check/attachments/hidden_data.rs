use super::super::contract::{Check, Context, Family, Meta};
use crate::board::{Attached, Item};
use crate::diag::{Place, Severity};

/// Finds what files that are published as they lie hide from whoever opens them: errors where it is data, notes where
/// it is only somebody's name.
pub(crate) struct HiddenData;

static META: Meta = Meta {
    id: "hidden-data",
    family: Family::Attachments,
    severity: Severity::Error,
    basis: Some("《个人信息保护法》第五十一条"),
    page: include_str!("../../../docs/checks/hidden-data.md"),
};

impl Check for HiddenData {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let board = cx.board;
        if !board.will_show(item) {
            return;
        }
        for path in item.attached.iter().filter_map(Attached::offered) {
            let Some(reading) = board.reading(path) else { continue };
            for hidden in &reading.extract.hidden {
                let place = Place { path: path.clone(), spot: hidden.spot.clone() };
                cx.find_as(hidden.severity, place, hidden.message.clone()).remedy = Some(hidden.what.remedy());
            }
        }
    }
}
