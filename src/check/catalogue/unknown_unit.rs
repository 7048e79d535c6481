use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::config::Config;
use crate::diag::{Place, Severity};
use crate::say;
use crate::text::nearest;

/// Finds units that the board does not list, in items and in the board's own categories.
pub(crate) struct UnknownUnit;

static META: Meta = Meta {
    id: "unknown-unit",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: None,
    page: include_str!("../../../docs/checks/unknown-unit.md"),
};

impl Check for UnknownUnit {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        if let Some(unit) = item.front().unit.as_ref().filter(|_| item.unit.is_none()) {
            say_unknown(unit, item.place(unit.span), cx);
        }
    }

    fn board(&self, cx: &mut Context<'_>) {
        let config = &cx.board.config;
        for (_, category) in config.categories.iter() {
            let Some(unit) = category.unit.as_deref() else { continue };
            let inherited = category.parent.and_then(|parent| config.categories.get(parent).unit.as_deref());
            if inherited != Some(unit) && config.find_unit(unit).is_none() {
                say_unknown(unit, cx.in_settings(category.span), cx);
            }
        }
    }
}

fn say_unknown(word: &str, place: Place, cx: &mut Context<'_>) {
    let word = word.trim();
    let remedy = match nearest(word, words(&cx.board.config)) {
        Some(near) => say!(
            "改为“{near}”，或在 board.yaml 的 units 里加上它",
            "write “{near}”, or add it to the units of board.yaml"
        ),
        None => say!(
            "写 board.yaml 的 units 里有的单位，或在那里加上它",
            "write one of the units of board.yaml, or add it there"
        ),
    };
    cx.find(place, say!("没有“{word}”这个责任单位", "there is no unit “{word}”")).remedy = Some(remedy);
}

fn words(config: &Config) -> impl Iterator<Item = &str> {
    config.units.iter().flat_map(|unit| [unit.id.as_str(), unit.name.as_str()])
}
