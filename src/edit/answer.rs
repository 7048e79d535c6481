//! What is asked of the desk, and what it answers.

use super::asked::{Answered, Asked, Kind};
use super::desk::Desk;
use super::posted::Posted;
use super::{attach, look, make, page_index, page_item, save};

const SCRIPT: &str = include_str!("client/edit.js");
const STYLE: &str = include_str!("client/edit.css");

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
        (false, "edit.css") => Answered { status: 200, kind: Kind::Style, body: STYLE.into(), location: None },
        (false, "" | "index.html") => page_index::answer(desk, &query, None),
        (false, "item") => page_item::answer(desk, &query),
        (true, "new") => make::answer(desk, &Posted::read(asked.body)),
        (true, "save") => save::answer(desk, &Posted::read(asked.body)),
        (true, "look") => look::answer(desk, &Posted::read(asked.body)),
        (true, "attach") => attach::answer(desk, &query, asked.body),
        _ => page_index::lost(desk),
    }
}
