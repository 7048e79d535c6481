//! What git knows of the work tree that a board lies in, for a look at whether everything is in order.

use super::git::ask;
use crate::calendar::Date;
use std::path::Path;

/// A work tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repository {
    /// Where it is pushed to; none where it is nowhere.
    pub remote: Option<String>,
    /// Whether its history is cut off, so that dates of first commits are not known.
    pub shallow: bool,
    /// Whether git knows in whose name to commit.
    pub named: bool,
    /// The day of the last commit.
    pub last: Option<Date>,
    /// How many files of the board are not committed.
    pub uncommitted: usize,
    /// How many commits have not been pushed; none where that is not known.
    pub unpushed: Option<usize>,
}

impl Repository {
    /// The work tree that a folder lies in; none where it lies in none, or where there is no git.
    pub fn of(root: &Path) -> Option<Self> {
        ask(root, &["rev-parse", "--is-inside-work-tree"]).filter(|answer| answer.trim() == "true")?;
        let line = |words: &[&str]| ask(root, words).map(|said| said.trim().to_owned()).filter(|said| !said.is_empty());
        let first = line(&["remote"]).and_then(|names| names.lines().next().map(str::to_owned));
        let dirty = ask(root, &["status", "--porcelain", "--", "content"]).unwrap_or_default();
        Some(Self {
            remote: first.and_then(|name| line(&["remote", "get-url", &name])),
            shallow: line(&["rev-parse", "--is-shallow-repository"]).as_deref() == Some("true"),
            named: line(&["config", "user.name"]).is_some() && line(&["config", "user.email"]).is_some(),
            last: line(&["log", "-1", "--format=%cs"]).and_then(|day| Date::parse(&day)),
            uncommitted: dirty.lines().count(),
            unpushed: line(&["rev-list", "--count", "@{upstream}..HEAD"]).and_then(|count| count.parse().ok()),
        })
    }
}

/// The version of git as it says it; none where there is no git.
pub fn git_version() -> Option<String> {
    let said = ask(Path::new("."), &["--version"])?;
    Some(said.trim().trim_start_matches("git version ").to_owned())
}
