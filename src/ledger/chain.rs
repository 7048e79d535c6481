use super::entry::Entry;
use super::line::{Line, written};
use crate::say;
use crate::source::Source;
use crate::text::{Digest, Span, Text, digest};
use std::collections::HashMap;

/// The name of the ledger's file among the papers of the board.
pub const PAPER: &str = "ledger.jsonl";
/// Where it lies, counted from the board's root.
pub const PATH: &str = "content/ledger.jsonl";

/// A place where the ledger is not what `gongkai seal` wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which line, from 1.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// What is the matter.
    pub message: Text,
}

/// The ledger as it lies on disk.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Its lines, those that can be read.
    pub lines: Vec<Line>,
    /// Where its chain is broken.
    pub faults: Vec<Fault>,
    /// Whether there is a ledger at all.
    pub exists: bool,
    by_index: HashMap<String, usize>,
    by_address: HashMap<String, usize>,
    unexplained: HashMap<usize, usize>,
}

impl Ledger {
    /// Reads `ledger.jsonl`, where there is one.
    pub fn read(source: Option<&Source>) -> Self {
        source.map_or_else(Self::default, |source| Self::of(&source.text))
    }

    /// Reads the text of a ledger.
    pub fn of(text: &str) -> Self {
        let mut ledger = Self { exists: true, ..Self::default() };
        let mut before: Option<Digest> = None;
        for (number, (line, span)) in lines(text).enumerate() {
            let number = number + 1;
            let fault = |message| Fault { number, span, message };
            let own = digest(line.as_bytes());
            match Line::parse(line, span) {
                None if is_conflict(line) => {
                    ledger.faults.push(fault(say!(
                        "台账第 {number} 行是合并冲突的标记",
                        "line {number} of the ledger is the mark of a merge conflict"
                    )));
                    continue;
                }
                None => ledger.faults.push(fault(say!(
                    "台账第 {number} 行读不懂，或者没有写完",
                    "line {number} of the ledger cannot be read, or is not whole"
                ))),
                Some(line) => {
                    if line.before != before {
                        ledger.faults.push(fault(say!(
                            "台账在第 {number} 行断开：前一行被改动、删除或插入过",
                            "the chain breaks at line {number}: the line before was changed, removed or put in"
                        )));
                    }
                    ledger.keep(line);
                }
            }
            before = Some(own);
        }
        ledger
    }

    /// The newest entry of an item, found by its index number, else by its address.
    pub fn entry(&self, index: Option<&str>, address: &str) -> Option<&Line> {
        index.and_then(|index| self.with_index(index)).or_else(|| self.at_address(address))
    }

    /// The newest line that bears an index number.
    pub fn with_index(&self, index: &str) -> Option<&Line> {
        self.by_index.get(index).map(|&at| &self.lines[at])
    }

    /// The newest line of an address.
    pub fn at_address(&self, address: &str) -> Option<&Line> {
        self.by_address.get(address).map(|&at| &self.lines[at])
    }

    /// The newest line of every item.
    pub fn newest(&self) -> Vec<&Line> {
        let is_newest = |at: usize, line: &Line| match &line.entry.index {
            Some(index) => self.by_index.get(index) == Some(&at),
            None => self.by_address.get(&line.entry.address) == Some(&at),
        };
        let lines = self.lines.iter().enumerate();
        lines.filter(|(at, line)| is_newest(*at, line)).map(|(_, line)| line).collect()
    }

    /// Lines that record a change which no correction has explained since, with the newest line of the same item.
    pub fn unexplained(&self) -> Vec<(&Line, &Line)> {
        let mut pairs: Vec<_> = self.unexplained.iter().map(|(&newest, &at)| (at, newest)).collect();
        pairs.sort_unstable();
        pairs.into_iter().map(|(at, newest)| (&self.lines[at], &self.lines[newest])).collect()
    }

    /// The lines that record these entries, as they follow the last one; each ends with a line feed.
    pub fn appended(&self, entries: &[Entry]) -> String {
        let mut before = self.lines.last().map(|line| line.own);
        let mut text = String::new();
        for entry in entries {
            let line = written(entry, before);
            before = Some(digest(line.as_bytes()));
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    fn keep(&mut self, line: Line) {
        let at = self.lines.len();
        let entry = &line.entry;
        let older = match &entry.index {
            Some(index) => self.by_index.get(index).or_else(|| self.by_address.get(&entry.address)),
            None => self.by_address.get(&entry.address),
        };
        if let Some(&older) = older {
            let pending = self.unexplained.remove(&older);
            let before = &self.lines[older].entry;
            let changed = (before.digest != entry.digest).then_some(at);
            if let Some(first) = pending.or(changed).filter(|_| !entry.explains(before)) {
                self.unexplained.insert(at, first);
            }
        }
        if let Some(index) = &entry.index {
            self.by_index.insert(index.clone(), at);
        }
        self.by_address.insert(entry.address.clone(), at);
        self.lines.push(line);
    }
}

/// The lines of a text with their places, empty ones left out.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (&str, Span)> {
    let mut at = 0;
    let placed = text.split_inclusive('\n').map(move |line| {
        let kept = line.trim_end_matches(['\n', '\r']);
        let span = Span { start: at as u32, end: (at + kept.len()) as u32 };
        at += line.len();
        (kept, span)
    });
    placed.filter(|(line, _)| !line.trim().is_empty())
}

/// Whether git put this line between two versions.
pub(super) fn is_conflict(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Stamp;

    fn entry(text: &str, note: &str) -> Entry {
        Entry {
            index: Some("hongshi/2026-00001".to_owned()),
            address: "notices/a/".to_owned(),
            digest: digest(text.as_bytes()),
            first: Stamp::parse("2026-10-09 09:10").unwrap(),
            last: Stamp::parse("2026-10-20").unwrap(),
            note: note.to_owned(),
        }
    }

    fn sealed() -> String {
        let first = Ledger::default().appended(&[entry("甲", ""), entry("乙", "2026-10-20 改正")]);
        let more = Ledger::of(&first).appended(&[entry("丙", "2026-10-21 改正")]);
        first + &more
    }

    #[test]
    fn what_is_appended_reads_back_as_one_chain() {
        let ledger = Ledger::of(&sealed());
        assert_eq!(ledger.faults, []);
        assert_eq!(ledger.lines.len(), 3);
        assert_eq!(ledger.newest().len(), 1);
        assert_eq!(ledger.entry(None, "notices/a/").unwrap().entry, entry("丙", "2026-10-21 改正"));
        assert!(ledger.unexplained().is_empty());
    }

    #[test]
    fn a_changed_byte_in_any_line_but_the_last_breaks_the_chain() {
        let text = sealed();
        let last = text.trim_end().rfind('\n').unwrap();
        for at in 0..last {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert!(!Ledger::of(&changed).faults.is_empty(), "byte {at} can be changed");
        }
    }

    #[test]
    fn a_line_that_is_missing_doubled_or_not_whole_is_seen() {
        let text = sealed();
        let lines: Vec<&str> = text.lines().collect();
        for broken in [
            [lines[0], lines[2]].join("\n"),
            [lines[1], lines[2]].join("\n"),
            [lines[0], lines[0], lines[1]].join("\n"),
            [lines[0], &lines[1][..40]].join("\n"),
        ] {
            assert_eq!(Ledger::of(&broken).faults.len(), 1, "{broken}");
        }
    }

    #[test]
    fn a_change_without_words_stays_until_it_is_explained() {
        let silent = Ledger::default().appended(&[entry("甲", ""), entry("乙", "")]);
        let ledger = Ledger::of(&silent);
        assert_eq!(ledger.unexplained().len(), 1);
        let later = Ledger::of(&(silent.clone() + &ledger.appended(&[entry("乙", "2026-10-22 改正金额")])));
        assert!(later.unexplained().is_empty() && later.faults.is_empty());
    }
}
