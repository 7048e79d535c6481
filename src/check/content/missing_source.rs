use super::super::contract::{Check, Context, Family, Meta};
use crate::board::Item;
use crate::diag::Severity;
use crate::say;
use crate::term::Method;

/// Finds items that do not say where they come from.
pub(crate) struct MissingSource;

static META: Meta = Meta {
    id: "missing-source",
    family: Family::Content,
    severity: Severity::Warning,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：发布信息应当注明信息来源"),
    page: include_str!("../../../docs/checks/missing-source.md"),
};

impl Check for MissingSource {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn item(&self, item: &Item, cx: &mut Context<'_>) {
        let written = item.front().source.as_ref().is_some_and(|source| !source.trim().is_empty());
        if written || item.method == Method::Withheld || item.front().withdrawn.is_some() {
            return;
        }
        let unit = item.unit.map_or("财政所", |unit| cx.board.config.unit(unit).name.as_str());
        cx.find(item.title_place(), say!("没有写信息来源", "no source is given")).remedy = Some(say!(
            "加一行“信息来源: {unit}”；转载的写原发布机关",
            "add a line “source: {unit}”; for a reprint name who published it first"
        ));
    }
}
