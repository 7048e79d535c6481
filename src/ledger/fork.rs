use super::chain::{is_conflict, lines};
use super::entry::Entry;
use super::line::{Line, written};
use crate::text::{Digest, digest};
use std::collections::{BTreeMap, BTreeSet};

/// Why two ends of a ledger cannot be made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForkError {
    /// This line, from 1, cannot be read.
    Unreadable(usize),
    /// This line, from 1, follows a line that is not there: something was changed, not only merged.
    Loose(usize),
}

/// Makes one chain of a ledger to which two people appended at the same time, as git leaves it: marks of the conflict go,
/// every line stays, in the order in which it stands, once. Only a ledger that forked is mended; one in which a line
/// was changed or taken out is not, for each line must follow a line that is still there word for word.
///
/// # Errors
/// The first line that shows that more than a fork has happened.
pub fn relink(text: &str) -> Result<String, ForkError> {
    let mut seen: BTreeSet<Digest> = BTreeSet::new();
    let mut newest: BTreeMap<String, Entry> = BTreeMap::new();
    let mut before = None;
    let mut linked = String::new();
    for (at, (line, span)) in lines(text).enumerate() {
        if is_conflict(line) {
            continue;
        }
        let line = Line::parse(line, span).ok_or(ForkError::Unreadable(at + 1))?;
        if line.before.is_some_and(|before| !seen.contains(&before)) {
            return Err(ForkError::Loose(at + 1));
        }
        let entry = line.entry;
        let key = entry.index.clone().unwrap_or_else(|| entry.address.clone());
        // Both ends may record the same change.
        if !seen.insert(line.own) || newest.get(&key) == Some(&entry) {
            continue;
        }
        let line = written(&entry, before);
        before = Some(digest(line.as_bytes()));
        linked.push_str(&line);
        linked.push('\n');
        newest.insert(key, entry);
    }
    Ok(linked)
}

#[cfg(test)]
mod tests {
    use super::super::chain::Ledger;
    use super::*;
    use crate::calendar::Stamp;

    fn entry(index: &str, text: &str) -> Entry {
        let day = Stamp::parse("2026-10-09").unwrap();
        Entry {
            index: Some(index.to_owned()),
            address: format!("a/{index}/"),
            digest: digest(text.as_bytes()),
            first: day,
            last: day,
            note: String::new(),
        }
    }

    /// A ledger and what two people make of it, as git lays them side by side.
    fn fork() -> (String, String, String) {
        let base = Ledger::default().appended(&[entry("1", "甲")]);
        let ledger = Ledger::of(&base);
        let ours = ledger.appended(&[entry("2", "乙"), entry("4", "丁")]);
        let theirs = ledger.appended(&[entry("3", "丙"), entry("4", "丁")]);
        (base, ours, theirs)
    }

    #[test]
    fn two_ends_become_one_chain_and_no_record_is_lost_or_doubled() {
        let (base, ours, theirs) = fork();
        let conflict = format!("{base}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n");
        assert_eq!(Ledger::of(&conflict).faults.len(), 4);
        for forked in [conflict, format!("{base}{ours}{theirs}")] {
            let ledger = Ledger::of(&relink(&forked).unwrap());
            assert_eq!(ledger.faults, []);
            let indexes: Vec<_> = ledger.lines.iter().filter_map(|line| line.entry.index.as_deref()).collect();
            assert_eq!(indexes, ["1", "2", "4", "3"]);
        }
    }

    #[test]
    fn a_whole_chain_stays_as_it_is() {
        let (base, ours, _) = fork();
        assert_eq!(relink(&format!("{base}{ours}")).unwrap(), format!("{base}{ours}"));
        assert_eq!(relink("").unwrap(), "");
    }

    #[test]
    fn a_forged_ledger_is_not_mended() {
        let (base, ours, theirs) = fork();
        let forged = format!("{}{ours}{theirs}", base.replace("2026-10-09", "2026-10-08"));
        assert_eq!(relink(&forged), Err(ForkError::Loose(2)));
        assert_eq!(relink(&format!("{ours}{theirs}")), Err(ForkError::Loose(1)));
        assert_eq!(relink(&format!("{base}{{\"index\"")), Err(ForkError::Unreadable(2)));
    }
}
