//! The only place that asks git. Where there is no git, or the board lies in no work tree, there is no answer.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The commit of the board's sources: its id, marked where files differ from it.
pub fn commit(root: &Path) -> Option<String> {
    let id = ask(root, &["rev-parse", "--verify", "HEAD"])?.trim().to_owned();
    let changed = ask(root, &["status", "--porcelain", "--", "content"])?;
    Some(if changed.trim().is_empty() { id } else { format!("{id}（另有未提交的改动）") })
}

/// What git says; nothing where it fails.
pub(super) fn ask(root: &Path, words: &[&str]) -> Option<String> {
    let mut command = git(root);
    let output = command.args(words).stdin(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Git in a folder. Settings of the work tree may not start other programs.
fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).args(["-c", "core.fsmonitor=false", "-c", "core.quotepath=off"]);
    command.env("GIT_OPTIONAL_LOCKS", "0").stderr(Stdio::null());
    command
}

/// A git that hands out the contents of blobs, one after another, for as long as the value lives.
pub(super) struct Blobs {
    git: Child,
}

impl Blobs {
    /// Starts it.
    pub(super) fn open(root: &Path) -> Option<Self> {
        let mut command = git(root);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        command.spawn().ok().map(|git| Self { git })
    }

    /// The text of a blob, if it is no longer than `longest` bytes. Asking and hearing take turns, so that
    /// neither side waits for a full pipe.
    pub(super) fn text(&mut self, blob: &str, longest: u64) -> Option<String> {
        let asked = self.git.stdin.as_mut()?;
        writeln!(asked, "{blob}").and_then(|()| asked.flush()).ok()?;
        let heard = self.git.stdout.as_mut()?;
        // No more is buffered than belongs to this answer: git waits for the next question.
        let mut heard = BufReader::new(heard);
        let mut answer = String::new();
        heard.read_line(&mut answer).ok()?;
        // OBJECT KIND SIZE, or OBJECT missing
        let size: u64 = answer.trim_end().rsplit_once(' ')?.1.parse().ok()?;
        let mut content = heard.take(size + 1);
        if size > longest {
            std::io::copy(&mut content, &mut std::io::sink()).ok()?;
            return None;
        }
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes).ok()?;
        bytes.pop();
        String::from_utf8(bytes).ok()
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        drop(self.git.stdin.take());
        drop(self.git.wait());
    }
}
