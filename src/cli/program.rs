//! Other programs: where they are, and whether they did what they were asked for in time. No shell stands between.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// How often we look whether it is done.
const BREATH: Duration = Duration::from_millis(50);

/// The program that the variable names, or else the first of these names on the search path.
pub(super) fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let ending = env::consts::EXE_SUFFIX;
    let folders: Vec<PathBuf> = env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let mut on_path =
        names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(format!("{name}{ending}"))));
    on_path.find(|path| path.is_file())
}

/// Runs a program, silent and without input, to its end; whether it ended well. One that takes longer is ended.
pub(super) fn completes(program: &Path, arguments: &[OsString], patience: Duration) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut running) = command.spawn() else { return false };
    let mut waited = Duration::ZERO;
    loop {
        match running.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if waited < patience => {
                sleep(BREATH);
                waited += BREATH;
            }
            Ok(None) | Err(_) => {
                drop(running.kill());
                drop(running.wait());
                return false;
            }
        }
    }
}
