use std::collections::BTreeMap;
use std::mem;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Silence that ends a batch once every file in it is known to be whole.
const WHOLE: Duration = Duration::from_millis(2);
/// Silence that ends a batch in which a file may still be half written, or gone only to come back: some editors move
/// the old file away first, and some write in several goes.
const HALF: Duration = Duration::from_millis(15);
/// The more files have changed, the more are likely to follow; each adds this much silence …
const EACH: Duration = Duration::from_millis(1);
/// … up to this many of them.
const MANY: u32 = 40;
/// Longest time that changes are held back, however many follow.
const LONGEST: Duration = Duration::from_millis(500);

/// What is known of a path that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Written to the end and closed, or moved here as a whole.
    Whole,
    /// Being written, made, or taken away.
    Half,
}

/// Gathers changes until the disk has fallen silent: a few milliseconds for one saved file, so that it shows at once;
/// longer for a burst, so that three hundred files are one rebuild and not three hundred.
#[derive(Debug, Default)]
pub(super) struct Batch {
    paths: BTreeMap<PathBuf, State>,
    times: Option<(Instant, Instant)>,
}

impl Batch {
    /// Adds what was heard of a path.
    pub(super) fn add(&mut self, path: PathBuf, state: State, now: Instant) {
        self.paths.insert(path, state);
        let first = self.times.map_or(now, |(first, _)| first);
        self.times = Some((first, now));
    }

    /// Notes that a file was closed after writing. It says nothing of a file that has not changed.
    pub(super) fn close(&mut self, path: &PathBuf, now: Instant) {
        if let Some(state) = self.paths.get_mut(path) {
            *state = State::Whole;
            self.times = self.times.map(|(first, _)| (first, now));
        }
    }

    /// When the batch is to be handed on, unless more is heard before; none where nothing has changed.
    pub(super) fn due(&self) -> Option<Instant> {
        let (first, last) = self.times?;
        let whole = self.paths.values().all(|state| *state == State::Whole);
        let others = u32::try_from(self.paths.len().saturating_sub(1)).unwrap_or(MANY).min(MANY);
        let silence = if whole { WHOLE } else { HALF } + EACH * others;
        Some((last + silence).min(first + LONGEST))
    }

    /// Takes what was gathered, sorted, and begins anew.
    pub(super) fn take(&mut self) -> Vec<PathBuf> {
        self.times = None;
        mem::take(&mut self.paths).into_keys().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: impl ToString) -> PathBuf {
        PathBuf::from(name.to_string())
    }

    fn after(start: Instant, batch: &Batch) -> Option<Duration> {
        batch.due().map(|due| due - start)
    }

    #[test]
    fn one_saved_file_is_handed_on_at_once() {
        let now = Instant::now();
        let mut batch = Batch::default();
        assert_eq!(batch.due(), None);
        batch.add(path("甲.md"), State::Half, now);
        assert_eq!(after(now, &batch), Some(HALF));
        batch.close(&path("甲.md"), now);
        assert_eq!(after(now, &batch), Some(WHOLE));
        assert_eq!(batch.take(), [path("甲.md")]);
        assert_eq!(batch.due(), None);
    }

    #[test]
    fn a_file_closed_without_a_change_is_no_change() {
        let mut batch = Batch::default();
        batch.close(&path("甲.md"), Instant::now());
        assert_eq!(batch.due(), None);
    }

    #[test]
    fn a_file_moved_away_is_given_time_to_come_back() {
        let now = Instant::now();
        let mut batch = Batch::default();
        batch.add(path("甲.md"), State::Half, now);
        batch.add(path("甲.md"), State::Whole, now + Duration::from_millis(4));
        assert_eq!(after(now, &batch), Some(Duration::from_millis(4) + WHOLE));
    }

    #[test]
    fn a_burst_is_one_batch_and_never_held_for_long() {
        let start = Instant::now();
        let mut batch = Batch::default();
        let mut now = start;
        for number in 0..300 {
            assert!(batch.due().is_none_or(|due| due > now), "{number}");
            batch.add(path(number), State::Whole, now);
            // Each file comes after one and a half milliseconds.
            now += Duration::from_micros(1500);
        }
        assert!(after(start, &batch).unwrap() <= LONGEST);
        for number in 300..400 {
            now += Duration::from_millis(10);
            batch.add(path(number), State::Whole, now);
        }
        assert_eq!(after(start, &batch), Some(LONGEST));
        assert_eq!(batch.take().len(), 400);
    }
}
