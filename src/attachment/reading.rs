use super::extract::{Extract, Kind, Readable};
use super::limits;
use super::read::read;
use super::unfit::{Unfit, unfit};
use crate::say;
use crate::text::{Digest, Text, digest};

/// A file that items name, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Of the bytes that were read: only a file with these bytes was looked at, and only it may be published. None
    /// where it could not be read whole.
    pub digest: Option<Digest>,
    /// What it says and what it hides.
    pub extract: Extract,
    /// Why it must never be offered as it lies, whatever a board has silenced.
    pub unfit: Option<Unfit>,
}

impl Reading {
    /// Reads a file by its bytes.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        Self { digest: Some(digest(bytes)), extract: read(name, bytes), unfit: unfit(name, bytes) }
    }

    /// A file that is larger than what is ever read.
    pub fn too_big() -> Self {
        let limit = limits::FILE >> 20;
        Self::unread(Readable::TooBig(say!("文件超过 {limit} MB", "the file is larger than {limit} MB")))
    }

    /// A file that the disk did not give.
    pub fn refused(why: Text) -> Self {
        Self::unread(Readable::Broken(why))
    }

    fn unread(readable: Readable) -> Self {
        let mut extract = Extract::of(Kind::Other);
        extract.readable = readable;
        Self { digest: None, extract, unfit: None }
    }
}
