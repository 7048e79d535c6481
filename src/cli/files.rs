//! Single files that a command reads, and writes beside those of the user.

use super::exit::Refusal;
use crate::output::create_new;
use crate::say;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Reads a file that the user names.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    fs::read(path).map_err(|error| {
        let (path, why) = (path.display().to_string(), error.to_string());
        Refusal(say!("{path}：读不出来（{why}）", "{path}: cannot be read ({why})"))
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
            Err(error) => return Err(refused(&error.path, &error.error)),
        }
    }
}

/// Makes a file that was not there before.
pub(super) fn make(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    create_new(path, bytes).map_err(|error| refused(&error.path, &error.error))
}

/// Why a file was not written.
pub(super) fn refused(path: &Path, error: &std::io::Error) -> Refusal {
    let (path, why) = (path.display().to_string(), error.to_string());
    Refusal(match error.kind() {
        ErrorKind::AlreadyExists => {
            say!("{path} 已经有了，没有改动", "{path} is there already and was not touched")
        }
        _ => say!("{path}：写不进去（{why}）", "{path}: cannot be written ({why})"),
    })
}
