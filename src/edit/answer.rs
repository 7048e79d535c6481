//! What is asked of the desk, and what it answers.

use super::desk::Desk;
use super::posted::Posted;
use super::{attach, look, make, page_index, page_item, save};

const SCRIPT: &str = include_str!("client/edit.js");
const STYLE: &str = include_str!("client/edit.css");

/// A request to the desk.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whether it wants something done; else it only looks.
    pub posts: bool,
    /// The address below that of the desk, decoded.
    pub path: &'a str,
    /// What follows the `?`, as it was sent.
    pub query: &'a str,
    /// What was sent with it.
    pub body: &'a [u8],
}

/// What kind of answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page.
    Page,
    /// JSON.
    Data,
    /// The script of the pages.
    Script,
    /// Their style.
    Style,
}

/// An answer of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Status of HTTP.
    pub status: u16,
    /// What it is.
    pub kind: Kind,
    /// The bytes.
    pub body: Vec<u8>,
    /// Where to go on, below the desk's own address.
    pub location: Option<String>,
}

impl Answered {
    pub(super) fn page(status: u16, html: String) -> Self {
        Self { status, kind: Kind::Page, body: html.into_bytes(), location: None }
    }

    pub(super) fn data(status: u16, json: &serde_json::Value) -> Self {
        Self { status, kind: Kind::Data, body: json.to_string().into_bytes(), location: None }
    }

    pub(super) fn go(location: String) -> Self {
        Self { status: 303, kind: Kind::Page, body: Vec::new(), location: Some(location) }
    }
}

pub(super) fn answer(desk: &Desk, asked: &Asked<'_>) -> Answered {
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
