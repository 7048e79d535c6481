use super::home::{progress, unit_card};
use super::line::{line, lines};
use super::periodic::owed_line;
use super::trail::{numbered_title, pager, part, trail, word};
use crate::board::{ItemId, Series};
use crate::config::{Unit, UnitId};
use crate::diag::Diagnostic;
use crate::page::{PAGE_LENGTH, Page};
use crate::render::setting::{Made, Setting};
use crate::render::view::{Fact, Figure, ItemLine, Link, MenuLink, UnitCard, UnitGroup, UnitView, UnitsView};

/// The board of one unit.
pub(super) fn one(setting: &Setting, page: &Page, id: UnitId, number: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let unit = board.config.unit(id);
    let items = board.of_unit(id);
    let year = board.today.year();
    let year_of = |item: ItemId| board.item(item).published().map(|at| at.date().year());
    // Newest first: what one year has stands together.
    let later = items.partition_point(|&item| year_of(item) > Some(year));
    let this_year = items.partition_point(|&item| year_of(item) >= Some(year)) - later;
    let categories = board.categories_of(id).map(|(id, count)| {
        MenuLink::to(hrefs.category(id), board.config.categories.get(id).name.as_str()).count(count)
    });
    let hotline = &board.config.supervision.hotline;
    let mut facts = Vec::new();
    if !unit.phone.is_empty() {
        facts.push(Fact::phone("phone", unit.phone.as_str()));
    }
    if !hotline.is_empty() {
        facts.push(Fact::phone("hotline", hotline.as_str()));
    }
    let kind = kind(unit);
    let own: Vec<&Series> = board.series.iter().filter(|series| board.unit_of(series) == Some(id)).collect();
    let progress = progress(board, &own);
    let duties = own.iter().filter_map(|series| {
        let slot = series.slots.iter().rev().find(|slot| slot.state.is_owed())?;
        Some(match slot.item {
            Some(item) => unsaid(line(board, hrefs, item)),
            None => unsaid(owed_line(board, hrefs, series, slot)),
        })
    });
    let duties = duties.collect();
    let others = board.config.units.iter().filter(|other| other.id != unit.id && self::kind(other) == kind);
    let path = format!("units/{}", unit.id);
    let view = UnitView {
        name: unit.name.as_str().into(),
        kind: if unit.is_village() { kind } else { "office" },
        figures: vec![
            Figure::new("this_year", this_year.to_string(), "items"),
            Figure::new("total", items.len().to_string(), "items"),
        ],
        period: progress.as_ref().map(|progress| progress.period.clone()),
        duties,
        categories: categories.collect(),
        facts,
        newest: lines(board, hrefs, part(items, number, PAGE_LENGTH).iter().copied()).into_iter().map(unsaid).collect(),
        count: items.len(),
        pager: pager(hrefs, &path, number, items.len(), PAGE_LENGTH),
        others: others
            .map(|other| MenuLink::to(hrefs.page(&format!("units/{}", other.id)), other.name.as_str()))
            .collect(),
        ..UnitView::default()
    };
    let head = setting.head(page, numbered_title(&unit.name, number));
    let between = vec![Link::to(hrefs.page("units"), word(setting, "units"))];
    let crumbs = trail(setting, hrefs, between, unit.name.as_str());
    setting.finish(page, "unit.html", Made { head, crumbs, view })
}

/// All units by kind.
pub(super) fn all(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let groups = ["village", "community", "station", "office", "other"].into_iter().filter_map(|kind| {
        let own = board.config.units.iter().enumerate().filter(|(_, unit)| self::kind(unit) == kind);
        let units: Vec<UnitCard<'_>> = own.map(|(at, _)| unit_card(board, hrefs, UnitId(at as u16))).collect();
        (!units.is_empty()).then_some(UnitGroup { kind, units })
    });
    let villages = board.config.units.iter().any(Unit::is_village);
    let view = UnitsView { villages, period: None, groups: groups.collect() };
    let title = word(setting, if villages { "nav_units" } else { "units" });
    let head = setting.head(page, title);
    let crumbs = trail(setting, hrefs, Vec::new(), title);
    setting.finish(page, "units.html", Made { head, crumbs, view })
}

/// A line on the unit's own page, which has said whose it is.
fn unsaid(line: ItemLine<'_>) -> ItemLine<'_> {
    ItemLine { unit: None, ..line }
}

/// The kind by which units are grouped.
fn kind(unit: &Unit) -> &'static str {
    match unit.kind.as_str() {
        "village" | "村" => "village",
        "community" | "社区" => "community",
        "station" | "站所" => "station",
        "office" | "内设机构" => "office",
        _ => "other",
    }
}
