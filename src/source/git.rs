//! The only place that asks git. Where there is no git, or the board lies in no work tree, there is no answer.

use std::path::Path;
use std::process::{Command, Stdio};

/// The commit of the board's sources: its id, marked where files differ from it.
pub fn commit(root: &Path) -> Option<String> {
    let id = ask(root, &["rev-parse", "--verify", "HEAD"])?.trim().to_owned();
    let changed = ask(root, &["status", "--porcelain", "--", "content"])?;
    Some(if changed.trim().is_empty() { id } else { format!("{id}（另有未提交的改动）") })
}

/// What git says; nothing where it fails. Settings of the work tree may not start other programs.
pub(super) fn ask(root: &Path, words: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "core.fsmonitor=false", "-c", "core.quotepath=off"]).args(words);
    command.env("GIT_OPTIONAL_LOCKS", "0").stdin(Stdio::null()).stderr(Stdio::null());
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}
