//! What a request to the desk is, and what an answer.

/// Where the desk stands below the address of the preview.
pub const DESK: &str = "_gongkai/edit/";

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page.
    Page,
    /// JSON.
    Data,
    /// The script of the pages.
    Script,
    /// Their style.
    Style,
    /// A picture that lies beside an item, by its path.
    Picture(String),
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
