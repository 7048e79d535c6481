use super::line::marks;
use super::trail::{numbered_title, pager, part, trail, word};
use crate::board::{Address, Board, ItemId};
use crate::config::CategoryId;
use crate::diag::Diagnostic;
use crate::page::{CATALOGUE_LENGTH, Page};
use crate::render::href::Hrefs;
use crate::render::setting::{Made, Setting};
use crate::render::view::{CatalogueGroup, CatalogueRow, CatalogueView, Link, MenuLink};
use crate::term::{Section, Term};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// 公开目录: index number, name, summary and date of every item (条例 art. 12).
pub(super) fn page(setting: &Setting, page: &Page, number: usize) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let shown = part(&board.catalogue, number, CATALOGUE_LENGTH);
    let code = common_code(board);
    let units: BTreeSet<u16> = shown.iter().filter_map(|&id| board.item(id).unit).map(|unit| unit.0).collect();
    let files = [
        ("XLSX", "catalogue.xlsx"),
        ("CSV", "catalogue.csv"),
        ("JSON", "catalogue.json"),
        ("JSON-LD", "catalogue.jsonld"),
    ];
    let view = CatalogueView {
        total: board.listed.len(),
        updated: board.listed.first().and_then(|&id| board.item(id).published()).map(|at| at.to_string().into()),
        units: units.into_iter().map(|unit| board.config.units[unit as usize].name.as_str().into()).collect(),
        jumps: jumps(board, hrefs, number),
        files: files.iter().map(|&(text, path)| Link::to(hrefs.to(&Address::file(path)), text)).collect(),
        groups: groups(board, hrefs, shown, code),
        code: code.map(Into::into),
        pager: pager(hrefs, "catalogue", number, board.catalogue.len(), CATALOGUE_LENGTH),
    };
    let title = word(setting, "catalogue_title");
    let head = setting.head(page, numbered_title(title, number));
    let head = super::item::column_tags(head, title, "");
    let crumbs = trail(setting, hrefs, Vec::new(), word(setting, "nav_catalogue"));
    setting.finish(page, "catalogue.html", Made { head, crumbs, view })
}

/// Leads to each category's rows, on whichever page they begin.
fn jumps<'a>(board: &'a Board, hrefs: Hrefs<'_>, number: usize) -> Vec<MenuLink<'a>> {
    let mut jumps = Vec::new();
    let mut before = 0;
    for (id, category) in board.config.categories.iter() {
        let count = board.by_category[id.0 as usize].len();
        if count > 0 {
            let on = before / CATALOGUE_LENGTH + 1;
            let anchor = format!("#{}", anchor(board, id));
            let href = if on == number { anchor } else { format!("{}{anchor}", hrefs.numbered("catalogue", on)) };
            jumps.push(MenuLink::to(href, category.name.as_str()).count(count));
        }
        before += count;
    }
    jumps
}

pub(super) fn groups<'a>(
    board: &'a Board,
    hrefs: Hrefs<'_>,
    shown: &[ItemId],
    code: Option<&str>,
) -> Vec<CatalogueGroup<'a>> {
    let mut groups: Vec<CatalogueGroup<'a>> = Vec::new();
    for &id in shown {
        let category = board.item(id).category;
        let anchor: Cow<'a, str> = category.map_or_else(|| "c-none".into(), |id| anchor(board, id).into());
        if groups.last().is_none_or(|group| group.id != anchor) {
            groups.push(CatalogueGroup {
                id: anchor,
                title: category.map_or("", |id| board.config.categories.get(id).name.as_str()).into(),
                count: category.map_or(0, |id| board.by_category[id.0 as usize].len()),
                rows: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(board, hrefs, id, code));
        }
    }
    groups
}

fn row<'a>(board: &'a Board, hrefs: Hrefs<'_>, id: ItemId, code: Option<&str>) -> CatalogueRow<'a> {
    let item = board.item(id);
    let index = item.index().unwrap_or_default();
    CatalogueRow {
        index: code.and_then(|code| index.strip_prefix(code)).unwrap_or(index).into(),
        href: hrefs.item(item).map(Into::into),
        title: item.title().into(),
        correction: item.last_correction().filter(|_| item.shows_content()).map(|correction| {
            let on = correction.on.as_ref().map(|on| on.value.to_string()).unwrap_or_default();
            (on.into(), correction.note.as_ref().map_or("", |note| note.trim()).into())
        }),
        summary: item.summary().map(Into::into),
        unit: item.unit.map_or("", |unit| board.config.unit(unit).name.as_str()).into(),
        section: item.section().id(),
        cadence: (item.section() == Section::Periodic).then(|| item.cadence.id()),
        phase: item.front().stage.as_ref().and_then(|stage| stage.phase.as_ref()).map(|phase| phase.id()),
        formed: item.formed().map(|date| date.to_string().into()),
        published: item.published().map(|at| at.date().to_string().into()),
        marks: marks(board, item),
    }
}

fn anchor(board: &Board, id: CategoryId) -> String {
    format!("c-{}", board.config.categories.get(id).path.replace('/', "-"))
}

/// What all index numbers begin with: the office's code and its slash.
pub(super) fn common_code(board: &Board) -> Option<&str> {
    let first = board.listed.iter().find_map(|&id| board.item(id).index())?;
    let code = &first[..=first.find('/')?];
    let all = board.listed.iter().filter_map(|&id| board.item(id).index()).all(|index| index.starts_with(code));
    all.then_some(code)
}
