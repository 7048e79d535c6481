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
        let unfit = Unfit {
            message: say!(
                "文件超过 {limit} MB，不能公开，写了例外也不能",
                "the file is larger than {limit} MB; it cannot be published, not even with an exception"
            ),
            remedy: say!(
                "压缩图片、降低扫描精度，或拆成几个文件；录像放到视频平台，正文里写链接",
                "use smaller pictures, scan at a lower resolution, or offer several files; link to films elsewhere"
            ),
        };
        Self::unread(Readable::TooBig(say!("文件超过 {limit} MB", "the file is larger than {limit} MB")), unfit)
    }

    /// A file that the disk did not give.
    pub fn refused(why: Text) -> Self {
        let (zh, en) = (&why.zh, &why.en);
        let unfit = Unfit {
            message: say!("文件打不开，不能公开：{zh}", "the file cannot be opened and is not published: {en}"),
            remedy: say!(
                "检查文件的权限，关掉正打开着它的程序，或重新放一份",
                "look at its permissions, close the program that holds it, or lay the file there anew"
            ),
        };
        Self::unread(Readable::Broken(why), unfit)
    }

    /// What nobody read has been judged by nobody, and is never offered.
    fn unread(readable: Readable, unfit: Unfit) -> Self {
        let mut extract = Extract::of(Kind::Other);
        extract.readable = readable;
        Self { digest: None, extract, unfit: Some(unfit) }
    }
}
