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
    /// What git calls the file's bytes as they were from then on.
    pub blob: Arc<str>,
}

/// The recorded changes of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Whether only the newest commits were fetched, so that nothing is told of any file.
    pub shallow: bool,
    changes: BTreeMap<Arc<str>, Vec<Change>>,
}

/// What git is asked: the oldest first, renames followed, paths counted from the board's root, whatever the settings.
const LOG: [&str; 12] = [
    "log",
    "--reverse",
    "--no-color",
    "--no-show-signature",
    "--relative",
    "--find-renames",
    "--raw",
    "--no-abbrev",
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
        match ask(root, &["rev-parse", "--is-shallow-repository"]).as_deref().map(str::trim) {
            Some("false") => ask(root, &LOG).map_or_else(Self::default, |log| Self::parse(&log)),
            Some("true") => Self { shallow: true, ..Self::default() },
            _ => Self::default(),
        }
    }

    /// Reads what git says.
    pub fn parse(log: &str) -> Self {
        let mut history = Self::default();
        let mut now: Option<(Date, Arc<str>)> = None;
        for line in log.lines() {
            if let Some(head) = line.strip_prefix('\u{1}') {
                let (day, subject) = head.split_once('\u{2}').unwrap_or((head, ""));
                now = Date::parse(day).map(|on| (on, Arc::from(subject)));
                continue;
            }
            let Some((on, subject)) = &now else { continue };
            let mut parts = line.split('\t');
            let (Some(facts), Some(path)) = (parts.next(), parts.next()) else { continue };
            // :OLD-MODE NEW-MODE OLD-BLOB NEW-BLOB KIND
            let facts: Vec<&str> = facts.split(' ').collect();
            let [_, _, _, blob, kind] = facts[..] else { continue };
            let new = parts.next();
            let mut known = match kind.as_bytes().first() {
                Some(b'R') => history.changes.remove(path).unwrap_or_default(),
                _ => Vec::new(),
            };
            known.push(Change { on: *on, subject: Arc::clone(subject), blob: Arc::from(blob) });
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
        let log = "\u{1}2026-10-09\u{2}新建\n\n:0 1 00 a1 A\tcontent/a.md\n:0 1 00 b1 A\tcontent/b.md\n\u{1}2026-10-12\u{2}改名\n\n:1 1 a1 a1 R100\tcontent/a.md\tcontent/c.md\n:1 1 b1 b2 M\tcontent/b.md\n";
        let history = History::parse(log);
        let told = |path: &str| -> Vec<String> {
            history.of(path).iter().map(|change| format!("{} {} {}", change.on, change.subject, change.blob)).collect()
        };
        assert_eq!(told("content/c.md"), ["2026-10-09 新建 a1", "2026-10-12 改名 a1"]);
        assert_eq!(told("content/b.md"), ["2026-10-09 新建 b1", "2026-10-12 改名 b2"]);
        assert!(told("content/a.md").is_empty());
    }

    #[test]
    fn what_is_no_log_says_nothing() {
        assert_eq!(History::parse("fatal: not a git repository\n:0 1 0 a A\tcontent/a.md"), History::default());
    }
}
