//! Single files that a command reads, and writes beside those of the user.

use super::exit::Refusal;
use crate::output::{WriteError, create_new, rewrite};
use crate::say;
use crate::source::unreadable;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Reads a file that the user names.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    fs::read(path).map_err(|error| {
        let (path, why) = (path.display().to_string(), unreadable(&error));
        let (zh, en) = (why.zh, why.en);
        Refusal(say!("{path}：{zh}", "{path}: {en}"))
    })
}

/// Keeps what a file holds in a new file beside it, which is never published: `name.bak`, `name.1.bak`.
pub(super) fn keep(path: &Path, bytes: &[u8]) -> Result<PathBuf, Refusal> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let mut number = 0;
    loop {
        let backup = if number == 0 { beside(".bak") } else { beside(&format!(".{number}.bak")) };
        match create_new(&backup, bytes) {
            Ok(()) => return Ok(backup),
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists && number < 999 => number += 1,
            Err(error) => return Err(refused(error)),
        }
    }
}

/// Makes a file that was not there before.
pub(super) fn make(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    create_new(path, bytes).map_err(refused)
}

/// Writes a file that a command was told to write, and the folders above it: whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    }
    Ok(rewrite(path, bytes)?)
}

/// Why the system did not let a file be written.
pub(super) fn unwritable(path: &Path, error: std::io::Error) -> Refusal {
    WriteError { path: path.to_path_buf(), error }.into()
}

/// Why a new file was not made.
fn refused(error: WriteError) -> Refusal {
    if error.error.kind() == ErrorKind::AlreadyExists {
        let path = error.path.display();
        return Refusal(say!("{path} 已经有了，没有改动", "{path} is there already and was not touched"));
    }
    error.into()
}
