use super::history::History;
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::say;
use crate::text::{Digest, digest, gb18030};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// A text file of the board.
#[derive(Clone, Debug)]
pub struct Source {
    /// Relative to the board's root, with `/` as separator: `content/finance/a.md`.
    pub path: Arc<str>,
    /// The whole text, without byte-order mark.
    pub text: Arc<str>,
    /// Of the bytes as they lie on disk.
    pub digest: Digest,
}

/// A file that is no text of ours: an attachment, if an item names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stored {
    /// Relative to the board's root, with `/` as separator.
    pub path: Arc<str>,
    /// In bytes.
    pub size: u64,
    /// Milliseconds since 1970, to see that a file changed without reading it.
    pub modified: u64,
}

/// Everything on disk that makes a board.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The board's root folder, which holds `content/`.
    pub root: PathBuf,
    /// The board's papers by path: `board.yaml`, `duties.yaml`, `annual/*.yaml`, `feedback.yaml`, `workdays.csv`,
    /// `ledger.jsonl`.
    pub papers: BTreeMap<Arc<str>, Source>,
    /// The items' files, sorted by path.
    pub items: Vec<Source>,
    /// Other files below `content/`, sorted by path.
    pub stored: Vec<Stored>,
    /// When each file was changed, where git knows.
    pub history: Arc<History>,
    /// What could not be read as text.
    pub report: Report,
}

impl Sources {
    /// One of the other files below `content/` by its path, and what one look at the disk told of it.
    pub fn stored(&self, path: &str) -> Option<&Stored> {
        self.stored.binary_search_by(|stored| (*stored.path).cmp(path)).ok().map(|at| &self.stored[at])
    }

    /// A paper of the board by its name below `content/`.
    pub fn paper(&self, name: &str) -> Option<&Source> {
        self.papers.get(format!("content/{name}").as_str())
    }

    /// The text of a file, for showing the line of a finding.
    pub fn text(&self, path: &str) -> Option<&str> {
        let item = self.items.binary_search_by(|source| (*source.path).cmp(path)).ok().map(|at| &self.items[at]);
        item.or_else(|| self.papers.get(path)).map(|source| &*source.text)
    }
}

impl Source {
    /// Takes bytes for text.
    ///
    /// # Errors
    /// The finding `not-utf8`, which says which encoding it probably is and what to do.
    pub fn from_bytes(path: &Arc<str>, bytes: Vec<u8>) -> Result<Self, Diagnostic> {
        let digest = digest(&bytes);
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{FEFF}').map_or_else(|| Arc::from(&*text), Arc::from);
                Ok(Self { path: Arc::clone(path), text, digest })
            }
            Err(error) => {
                let unicode =
                    error.as_bytes().starts_with(&[0xFF, 0xFE]) || error.as_bytes().starts_with(&[0xFE, 0xFF]);
                let message = if unicode {
                    say!(
                        "文件是 UTF-16（记事本里叫“Unicode”）编码，不是 UTF-8",
                        "the file is encoded in UTF-16 (“Unicode” in Notepad), not in UTF-8"
                    )
                } else if gb18030(error.as_bytes()).is_none() {
                    say!("文件不是 UTF-8 编码", "the file is not encoded in UTF-8")
                } else {
                    say!("文件是 GB18030（GBK）编码，不是 UTF-8", "the file is encoded in GB18030 (GBK), not in UTF-8")
                };
                let remedy = say!(
                    "用记事本或 WPS 打开，另存为，编码选 UTF-8",
                    "open it in an editor and save it with the encoding UTF-8"
                );
                Err(Diagnostic::new("not-utf8", Severity::Error, Place::file(path), message).remedy(remedy))
            }
        }
    }
}
