//! What is asked of the desk, and what it answers.

use super::asked::{Answered, Asked, Kind};
use super::desk::Desk;
use super::posted::Posted;
use super::{attach, look, make, page_index, page_item, picture, save};

const SCRIPT: &str = include_str!("client/edit.js");
const STYLE: &str = include_str!("client/edit.css");
/// The colours and faces of everything that the preview shows of its own, as CSS.
pub const TOKENS: &str = include_str!("client/tokens.css");

impl Desk {
    /// Answers a request.
    pub fn answer(&self, asked: &Asked<'_>) -> Answered {
        answer(self, asked)
    }
}

fn answer(desk: &Desk, asked: &Asked<'_>) -> Answered {
    let query = Posted::read(asked.query.as_bytes());
    match (asked.posts, asked.path) {
        (false, "edit.js") => Answered { status: 200, kind: Kind::Script, body: SCRIPT.into(), location: None },
        (false, "edit.css") => {
            Answered { status: 200, kind: Kind::Style, body: format!("{TOKENS}{STYLE}").into_bytes(), location: None }
        }
        (false, "" | "index.html") => page_index::answer(desk, &query, None),
        (false, "item") => page_item::answer(desk, &query),
        (false, path) if path.starts_with(picture::BELOW) => picture::answer(desk, path),
        (true, "new") => make::answer(desk, &Posted::read(asked.body)),
        (true, "save") => save::answer(desk, &Posted::read(asked.body)),
        (true, "look") => look::answer(desk, &Posted::read(asked.body)),
        (true, "attach") => attach::answer(desk, &query, asked.body),
        _ => page_index::lost(desk),
    }
}
