use serde::Serialize;
use std::borrow::Cow;

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attachment<'a> {
    /// Where it lies, relative to the page.
    pub href: Cow<'a, str>,
    /// Its title.
    pub title: Cow<'a, str>,
    /// `PDF`, `XLSX`: its ending in capitals.
    pub kind: Cow<'a, str>,
    /// Its size in bytes.
    pub bytes: u64,
    /// Rows of a table.
    pub rows: Option<usize>,
    /// Pages of a document.
    pub pages: Option<usize>,
}

/// A QR code, drawn by the theme as one path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Qr<'a> {
    /// Modules on a side.
    pub size: usize,
    /// The dark modules as an SVG path, one unit a module.
    pub path: Cow<'a, str>,
    /// The address in it, as shown below it, without the scheme.
    pub address: Option<Cow<'a, str>>,
}
