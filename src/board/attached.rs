use super::address::Address;
use super::readings::Readings;
use crate::parse::Draft;
use crate::source::Stored;
use crate::text::{Span, percent_decoded};
use std::sync::Arc;

/// A file that an item publishes beside its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Its name as written in the item, percent signs and all.
    pub written: String,
    /// Where the item names it.
    pub span: Span,
    /// The file on disk, and whether readers get it.
    pub on_disk: OnDisk,
    /// Where it is published.
    pub address: Address,
    /// What it is called on the page; its file name where the item does not say.
    pub title: String,
    /// In bytes.
    pub size: u64,
    /// Whether it stands in the list of attachments; a picture of the body does not.
    pub listed: bool,
}

/// A file that an item names, as it lies on disk. Paths are relative to the board's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// It is offered to readers.
    Offered(Arc<str>),
    /// It runs when it is opened, or could not be read whole: it is never published.
    Refused(Arc<str>),
    /// There is no such file, or it lies outside `content/`.
    Missing,
}

impl Attached {
    /// The path of the file, where it is offered to readers.
    pub fn offered(&self) -> Option<&Arc<str>> {
        match &self.on_disk {
            OnDisk::Offered(path) => Some(path),
            OnDisk::Refused(_) | OnDisk::Missing => None,
        }
    }

    /// The path of the file, whether it is offered or refused.
    pub fn found(&self) -> Option<&Arc<str>> {
        match &self.on_disk {
            OnDisk::Offered(path) | OnDisk::Refused(path) => Some(path),
            OnDisk::Missing => None,
        }
    }
}

/// Finds the files that an item names: in `attachments`, and by links and pictures of the body.
/// Those that were read and must not be offered are refused here, before anything can ask for them.
pub(super) fn attached(draft: &Draft, address: &Address, stored: &[Stored], readings: &Readings) -> Vec<Attached> {
    let folder = draft.folder();
    let mut found: Vec<Attached> = Vec::new();
    let mut add = |written: &str, span: Span, title: Option<&str>, listed: bool| {
        let stored = resolve_path(folder, written).and_then(|path| find(stored, &path));
        let name = written.rsplit(['/', '\\']).next().unwrap_or(written);
        let name = percent_decoded(name);
        if let Some(known) = found.iter_mut().find(|known| stored.is_some_and(|file| known.found() == Some(&file.path)))
        {
            known.listed |= listed;
            return;
        }
        let published = free(&name, |name| {
            // Names that differ only in the case of letters are one file on some systems.
            let address = address.join(name).as_str().to_lowercase();
            found.iter().any(|known| known.address.as_str().to_lowercase() == address)
        });
        let is_unfit = |path: &str| readings.get(path).is_some_and(|reading| reading.unfit.is_some());
        found.push(Attached {
            written: written.to_owned(),
            span,
            on_disk: match stored.map(|file| Arc::clone(&file.path)) {
                Some(path) if is_unfit(&path) => OnDisk::Refused(path),
                Some(path) => OnDisk::Offered(path),
                None => OnDisk::Missing,
            },
            address: address.join(&published),
            title: title.filter(|title| !title.trim().is_empty()).unwrap_or(&name).to_owned(),
            size: stored.map_or(0, |file| file.size),
            listed,
        });
    };
    for attachment in &draft.front.attachments {
        add(&attachment.file, attachment.file.span, attachment.title.as_ref().map(|title| title.as_str()), true);
    }
    for link in &draft.outline.links {
        let file = link.target.split(['#', '?']).next().unwrap_or_default();
        let is_picture = link.image && !file.contains(':') && !file.starts_with('/') && !file.is_empty();
        if is_picture || names_file(file) {
            add(file, draft.in_body(link.span), (!link.image).then_some(link.words.as_str()), !link.image);
        }
    }
    found
}

/// The name, or the name with a number before it where it is taken.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut published = name.to_owned();
    let mut number = 0;
    while is_taken(&published) {
        number += 1;
        published = format!("{number}-{name}");
    }
    published
}

/// Whether a link target without anchor names a file to download rather than a page: it has an ending that is none of
/// a page's.
pub(super) fn names_file(target: &str) -> bool {
    let name = target.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_page = matches!(ending.as_deref(), None | Some("" | "md" | "html" | "htm"));
    !is_page && !target.contains(':') && !target.starts_with('/')
}

/// The path from the board's root of a file named relative to a folder; none where it leads out of `content/`.
pub fn resolve_path(folder: &str, written: &str) -> Option<String> {
    if written.starts_with('/') {
        return None;
    }
    let mut path = folder.to_owned();
    for part in percent_decoded(written).split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => path.truncate(path.rfind('/')?),
            part => {
                path.push('/');
                path.push_str(part);
            }
        }
    }
    (path == "content" || path.starts_with("content/")).then_some(path)
}

fn find<'a>(stored: &'a [Stored], path: &str) -> Option<&'a Stored> {
    stored.binary_search_by(|file| (*file.path).cmp(path)).ok().map(|at| &stored[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_an_ending_and_a_page_has_its_own() {
        for target in ["表.xlsx", "../files/a.PDF", "a.b/c.zip"] {
            assert!(names_file(target), "{target}");
        }
        for target in ["../2026-q2", "../2026-q2/", "a.md", "a.html", "..", ".", "", "/a.pdf", "https://a.cn/b.pdf"] {
            assert!(!names_file(target), "{target}");
        }
    }

    #[test]
    fn a_name_that_is_taken_is_numbered_until_it_is_free() {
        let taken = ["表.csv", "1-表.csv"];
        assert_eq!(free("表.csv", |name| taken.contains(&name)), "2-表.csv");
        assert_eq!(free("单.csv", |name| taken.contains(&name)), "单.csv");
    }

    #[test]
    fn a_path_may_not_lead_out_of_the_content() {
        assert_eq!(resolve_path("content/财政", "表.xlsx").as_deref(), Some("content/财政/表.xlsx"));
        assert_eq!(resolve_path("content/a/b", "../files/a.pdf").as_deref(), Some("content/a/files/a.pdf"));
        assert_eq!(resolve_path("content/a", "%E8%A1%A8.xlsx").as_deref(), Some("content/a/表.xlsx"));
        for wrong in ["../../Cargo.toml", "/etc/passwd", "../../../x", "..%2f..%2fx", "..\\..\\x"] {
            assert_eq!(resolve_path("content/a", wrong), None, "{wrong}");
        }
    }
}
