use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What shows that a file changed without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When it was last written, in whatever unit the disk keeps; finer is better.
    pub modified: u128,
    /// Its size in bytes.
    pub size: u64,
}

/// Looks at every watched file on disk.
pub type Look = Box<dyn Fn() -> Vec<(PathBuf, Stamp)> + Send>;

/// How often the disk is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// Shortest time between two looks.
    pub(super) interval: Duration,
    /// The share of its time that the computer may spend on looking: one part in so many.
    pub(super) share: u32,
}

/// What a look came to.
pub(super) enum Looked {
    /// The first one is done; there is nothing to compare it with.
    First,
    /// These files are not as they were at the look before; often none.
    Changed(Vec<PathBuf>),
}

/// Looks again and again, and tells what changed between two looks, until the channel for the pace is closed. A new
/// pace holds from the next look on.
pub(super) fn keep_looking(look: &Look, mut pace: Pace, paces: &Receiver<Pace>, mut tell: impl FnMut(Looked)) {
    let mut last = stamps(look);
    tell(Looked::First);
    let mut took = Duration::ZERO;
    loop {
        match paces.recv_timeout(pace.interval.max(took * pace.share)) {
            Ok(newer) => pace = newer,
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                let started = Instant::now();
                let now = stamps(look);
                took = started.elapsed();
                tell(Looked::Changed(changes(&last, &now)));
                last = now;
            }
        }
    }
}

fn stamps(look: &Look) -> BTreeMap<PathBuf, Stamp> {
    look().into_iter().collect()
}

/// The files that are new, gone or written to.
fn changes(before: &BTreeMap<PathBuf, Stamp>, after: &BTreeMap<PathBuf, Stamp>) -> Vec<PathBuf> {
    let written = after.iter().filter(|(path, stamp)| before.get(*path) != Some(*stamp)).map(|(path, _)| path);
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    written.chain(gone).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_looks_tell_what_is_new_gone_and_written_to() {
        let look = |rows: &[(&str, u128, u64)]| {
            let row = |&(path, modified, size): &(&str, u128, u64)| (PathBuf::from(path), Stamp { modified, size });
            rows.iter().map(row).collect::<BTreeMap<_, _>>()
        };
        let before = look(&[("同", 1, 1), ("改", 1, 1), ("长", 1, 1), ("删", 1, 1)]);
        let after = look(&[("同", 1, 1), ("改", 2, 1), ("长", 1, 2), ("新", 1, 1)]);
        let mut found = changes(&before, &after);
        found.sort();
        let mut expected = ["改", "长", "新", "删"].map(PathBuf::from);
        expected.sort();
        assert_eq!(found, expected);
        assert!(changes(&after, &after).is_empty());
    }
}
