use super::kind::{Page, PageKind, Volume, Wall};
use crate::board::{Address, Board, Item};
use crate::calendar::Period;
use crate::config::{CategoryId, UnitId};
use crate::term::Channel;

/// Where the sheet of an item stands.
pub fn sheet_address(item: &Item) -> Address {
    Address::page(&format!("print/{}", item.address.as_str()))
}

/// Where a sheet for the wall stands.
pub fn wall_address(board: &Board, wall: Wall, period: Period) -> Address {
    let own = match wall {
        Wall::Office => "board".to_owned(),
        Wall::Unit(unit) => format!("units/{}", board.config.unit(unit).id),
        Wall::Finance(_) => "accounts".to_owned(),
    };
    Address::page(&format!("print/{own}/{period}"))
}

/// Where a volume stands.
pub fn volume_address(volume: Volume) -> Address {
    Address::page(match volume {
        Volume::Catalogue => "print/volumes/catalogue",
        Volume::Rules => "print/volumes/rules",
    })
}

/// The category of the office's accounts.
pub fn finance_category(board: &Board) -> Option<CategoryId> {
    ["finance", "财政信息", "财务公开", "财政资金"].iter().find_map(|word| board.config.categories.find(word))
}

/// The sheets that a build makes: of every item that is disclosed on the wall, and of the wall boards for the quarter
/// that has ended. Others are made when they are asked for: a sheet of every item would double the site.
pub(super) fn sheets(board: &Board) -> Vec<Page> {
    let mut pages = vec![Page { address: Address::page("print"), kind: PageKind::Prints }];
    for (id, item) in board.iter() {
        if item.shows_content() && item.channels.contains(&Channel::Board) {
            pages.push(Page { address: sheet_address(item), kind: PageKind::PrintItem(id) });
        }
    }
    let period = board.wall_period();
    let mut walls = vec![Wall::Office];
    let units = (0..board.config.units.len()).map(|at| UnitId(at as u16));
    walls.extend(units.filter(|&unit| board.has_wall(unit, period)).map(Wall::Unit));
    let accounts = finance_category(board)
        .filter(|&category| board.in_category(category).iter().any(|&id| board.belongs_to(board.item(id), period)));
    walls.extend(accounts.map(Wall::Finance));
    let sheet = |wall| Page { address: wall_address(board, wall, period), kind: PageKind::PrintBoard { wall, period } };
    pages.extend(walls.into_iter().map(sheet));
    pages
}
