//! The pictures of an item that is not published, for the page that stands beside its form.

use super::asked::{Answered, DESK, Kind};
use super::desk::Desk;
use super::page_index::lost;
use crate::board::{Address, Attached};
use crate::source::read_bytes;

/// Where pictures stand below the desk, each by its path.
pub(super) const BELOW: &str = "picture/";

/// Endings of what a page shows as a picture.
const PICTURES: [&str; 8] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "svg"];

/// Gives the pictures of an item addresses at the desk: at their own they stand only once the item is published.
pub(super) fn at_the_desk(attached: &mut [Attached]) {
    for file in attached {
        if let Some(path) = file.offered().filter(|path| is_picture(path)) {
            file.address = Address::file(&format!("{DESK}{BELOW}{path}"));
        }
    }
}

/// A picture that lies on the board; nothing else on the disk.
pub(super) fn answer(desk: &Desk, asked: &str) -> Answered {
    let path = asked.strip_prefix(BELOW).filter(|path| is_picture(path)).unwrap_or_default();
    let lies_there = desk.board().is_ok_and(|judged| judged.sources.stored(path).is_some());
    let bytes = lies_there.then(|| read_bytes(&desk.root, path).ok()).flatten();
    bytes.map_or_else(
        || lost(desk),
        |body| Answered { status: 200, kind: Kind::Picture(path.to_owned()), body, location: None },
    )
}

fn is_picture(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.contains(&ending.to_ascii_lowercase().as_str()))
}
