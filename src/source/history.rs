//! When each file of the board was changed, as git remembers it: one `git log`, and nothing where git knows only a part.

use super::git::ask;
use crate::calendar::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A change of a file, as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day on which its author made it, where the author was.
    pub on: Date,
    /// What the author said of it, in one line; for the office only.
    pub subject: Arc<str>,
}

/// The recorded changes of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    changes: BTreeMap<Arc<str>, Vec<Change>>,
}

/// What git is asked: the oldest first, renames followed, paths counted from the board's root, whatever the settings.
const LOG: [&str; 11] = [
    "log",
    "--reverse",
    "--no-color",
    "--no-show-signature",
    "--relative",
    "--find-renames",
    "--name-status",
    "--date=short",
    "--format=%x01%ad%x02%s",
    "--",
    "content",
];

impl History {
    /// Reads the history of a board. Outside a work tree, without git, and where only the newest commits were fetched,
    /// there is none: a part would tell that files are younger than they are.
    pub fn read(root: &Path) -> Self {
        let Ok(full) = root.canonicalize() else { return Self::default() };
        if !full.ancestors().any(|folder| folder.join(".git").exists()) {
            return Self::default();
        }
        let whole = ask(root, &["rev-parse", "--is-shallow-repository"]);
        if whole.is_none_or(|answer| answer.trim() != "false") {
            return Self::default();
        }
        ask(root, &LOG).map_or_else(Self::default, |log| Self::parse(&log))
    }

    /// Reads what git says.
    pub fn parse(log: &str) -> Self {
        let mut history = Self::default();
        let mut now: Option<Change> = None;
        for line in log.lines() {
            if let Some(head) = line.strip_prefix('\u{1}') {
                let (day, subject) = head.split_once('\u{2}').unwrap_or((head, ""));
                now = Date::parse(day).map(|on| Change { on, subject: Arc::from(subject) });
                continue;
            }
            let Some(change) = &now else { continue };
            let mut parts = line.split('\t');
            let (Some(kind), Some(path)) = (parts.next(), parts.next()) else { continue };
            let new = parts.next();
            let mut known = match kind.as_bytes().first() {
                Some(b'R') => history.changes.remove(path).unwrap_or_default(),
                _ => Vec::new(),
            };
            known.push(change.clone());
            history.changes.entry(Arc::from(new.unwrap_or(path))).or_default().append(&mut known);
        }
        history
    }

    /// The changes of a file by its path from the board's root, in the order in which git tells them.
    pub fn of(&self, path: &str) -> &[Change] {
        self.changes.get(path).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_history_when_it_is_renamed() {
        let log = "\u{1}2026-10-09\u{2}新建\n\nA\tcontent/a.md\nA\tcontent/b.md\n\u{1}2026-10-12\u{2}改名\n\nR100\tcontent/a.md\tcontent/c.md\nM\tcontent/b.md\n";
        let history = History::parse(log);
        let told = |path: &str| -> Vec<String> {
            history.of(path).iter().map(|change| format!("{} {}", change.on, change.subject)).collect()
        };
        assert_eq!(told("content/c.md"), ["2026-10-09 新建", "2026-10-12 改名"]);
        assert_eq!(told("content/b.md"), ["2026-10-09 新建", "2026-10-12 改名"]);
        assert!(told("content/a.md").is_empty());
    }

    #[test]
    fn what_is_no_log_says_nothing() {
        assert_eq!(History::parse("fatal: not a git repository\nA\tcontent/a.md"), History::default());
    }
}
