use crate::say;
use crate::text::Text;
use std::io;
use std::path::{Path, PathBuf};

/// What the disk refused.
#[derive(Debug)]
pub struct WriteError {
    /// Which file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

impl WriteError {
    /// Says what happened and what to do, in words for a clerk.
    pub fn message(&self) -> Text {
        let (path, why) = (self.path.display().to_string(), self.error.to_string());
        match self.error.kind() {
            io::ErrorKind::WouldBlock => say!(
                "{path}：另一个 gongkai 正在写这个网站；等它结束后再运行一次",
                "{path}: another gongkai is writing this site; run it again when that has ended"
            ),
            io::ErrorKind::AlreadyExists => say!(
                "{path} 不是本程序生成的，而网站需要这个位置；请移走它，或换一个输出文件夹",
                "{path} was not written by this program, but the site needs its place; move it away, or take another output folder"
            ),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                say!(
                    "{path}：磁盘已满，请腾出空间后再运行（{why}）",
                    "{path}: the disk is full; make room and run it again ({why})"
                )
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::ResourceBusy => say!(
                "{path}：不允许写入，可能是只读，或正被别的程序打开（{why}）",
                "{path}: writing is not allowed; it may be read-only, or open in another program ({why})"
            ),
            _ => say!("{path}：写不进去（{why}）", "{path}: cannot be written ({why})"),
        }
    }
}

/// Names the file in an error of the system.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_path_buf();
    move |error| WriteError { path, error }
}
