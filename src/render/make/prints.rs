use super::print_board::wall_title;
use super::trail::{trail, word};
use crate::config::UnitId;
use crate::diag::Diagnostic;
use crate::page::{Page, Wall, finance_category, sheet_address, wall_address};
use crate::render::setting::{Made, Setting};
use crate::render::view::{DirectoryView, LinkGroup, MenuLink};
use crate::term::Channel;

/// Items on paper that the list names; the others are reached from their own pages.
const NEWEST: usize = 60;

/// What there is to print: wall boards, the volumes, sheets of items.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    let board = &*setting.board;
    let hrefs = setting.hrefs_of(&page.address);
    let period = board.wall_period();
    let wall = |wall| {
        let note = period.to_string();
        MenuLink::to(hrefs.to(&wall_address(board, wall, period)), wall_title(setting, wall)).note(note)
    };
    let units = (0..board.config.units.len()).map(|at| UnitId(at as u16));
    let units = units.filter(|&unit| !board.on_wall(Some(unit), period).is_empty());
    let accounts = finance_category(board)
        .filter(|&category| board.in_category(category).iter().any(|&id| board.belongs_to(board.item(id), period)));
    let mut walls = vec![wall(Wall::Office)];
    walls.extend(accounts.map(|category| wall(Wall::Finance(category))));
    walls.extend(units.map(|unit| wall(Wall::Unit(unit))));
    let volumes = [("rules", "foot_rules"), ("catalogue", "nav_catalogue")];
    let volumes = volumes.map(|(path, key)| MenuLink::to(hrefs.page(path), word(setting, key))).to_vec();
    let posted = board.listed.iter().map(|&id| board.item(id));
    let posted = posted.filter(|item| item.shows_content() && item.channels.contains(&Channel::Board));
    let items: Vec<MenuLink<'_>> =
        posted.take(NEWEST).map(|item| MenuLink::to(hrefs.to(&sheet_address(item)), item.title())).collect();
    let group = |id, key, long, links| LinkGroup { id, title: word(setting, key).into(), more: None, long, links };
    let mut groups = vec![
        group("walls".into(), "prints_walls", true, walls),
        group("volumes".into(), "prints_volumes", false, volumes),
    ];
    if !items.is_empty() {
        groups.push(group("items".into(), "prints_items", true, items));
    }
    let title = word(setting, "prints_title");
    let view = DirectoryView { title: title.into(), lead: Some(word(setting, "prints_lead").into()), groups };
    let head = setting.head(page, title);
    let crumbs = trail(setting, hrefs, Vec::new(), title);
    setting.finish(page, "directory.html", Made { head, crumbs, view })
}
