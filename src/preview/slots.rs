use std::collections::BTreeMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Most places. Each has a thread, which costs little while it waits.
const MOST: usize = 256;
/// From so many on, each new client sends an old one away, before it has to wait for that one's place.
const CROWDED: usize = 192;
/// Longest time that the newest client waits for a place.
const HANDOVER: Duration = Duration::from_millis(500);
/// A client is given this long to say something. What it sent may be here already, and its thread not yet awake.
const GRACE: Duration = Duration::from_millis(50);
/// An answer that takes longer than this may be broken off for a new client; its reader is slow, or gone.
const PATIENCE: Duration = Duration::from_secs(3);
/// Most bytes that may wait for slow readers at once.
const LOAD: usize = 128 << 20;

/// The connections that are open now, at most a fixed number; each has a thread of its own. Where it gets crowded, the
/// client that has said nothing for the longest time is sent away, so that idle connections, however many, keep nobody
/// out, and threads and memory stay bounded.
#[derive(Default)]
pub(super) struct Slots {
    table: Mutex<Table>,
    freed: Condvar,
}

#[derive(Default)]
struct Table {
    next: u64,
    taken: BTreeMap<u64, Taken>,
    closed: bool,
}

struct Taken {
    stream: Arc<TcpStream>,
    since: Instant,
    busy: bool,
    dismissed: bool,
    /// Bytes of the answer that is on its way.
    load: usize,
}

/// The place of one connection; given back when dropped.
pub(super) struct Slot {
    number: u64,
    slots: Arc<Slots>,
}

impl Slots {
    /// A place for a new connection; none where every other client is being answered, or after the end.
    pub(super) fn admit(self: &Arc<Self>, stream: &Arc<TcpStream>) -> Option<Slot> {
        let started = Instant::now();
        let mut table = self.lock();
        if table.taken.len() >= CROWDED {
            table.dismiss_one(GRACE);
        }
        while table.taken.len() >= MOST && !table.closed {
            if started.elapsed() > HANDOVER {
                return None;
            }
            table.dismiss_one(Duration::ZERO);
            table = self.freed.wait_timeout(table, GRACE).unwrap_or_else(PoisonError::into_inner).0;
        }
        if table.closed {
            return None;
        }
        let number = table.next;
        table.next += 1;
        let taken = Taken { stream: Arc::clone(stream), since: Instant::now(), busy: false, dismissed: false, load: 0 };
        table.taken.insert(number, taken);
        Some(Slot { number, slots: Arc::clone(self) })
    }

    /// Sends one idle client away; for when the system is short of file handles.
    pub(super) fn make_room(&self) {
        self.lock().dismiss_one(Duration::ZERO);
    }

    /// Sends everyone away and waits for the last to go, at most for `patience`. Whether all are gone.
    pub(super) fn close(&self, patience: Duration) -> bool {
        let mut table = self.lock();
        table.closed = true;
        table.taken.values_mut().for_each(Taken::dismiss);
        let busy = |table: &mut Table| !table.taken.is_empty();
        let table = self.freed.wait_timeout_while(table, patience, busy).unwrap_or_else(PoisonError::into_inner).0;
        table.taken.is_empty()
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// Sends away the client that has been silent for longest, if for longer than `grace`.
    fn dismiss_one(&mut self, grace: Duration) {
        let staying = |taken: &&mut Taken| {
            let patience = if taken.busy { PATIENCE } else { grace };
            !taken.dismissed && taken.since.elapsed() > patience
        };
        if let Some(taken) = self.taken.values_mut().filter(staying).min_by_key(|taken| (taken.busy, taken.since)) {
            taken.dismiss();
        }
    }
}

impl Taken {
    /// Closing the socket wakes the thread that reads from it or writes to it.
    fn dismiss(&mut self) {
        self.dismissed = true;
        // It fails only where the client has closed it already.
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

impl Slot {
    /// Says whether the client is being answered, or is waited for.
    pub(super) fn busy(&self, busy: bool) {
        if let Some(taken) = self.slots.lock().taken.get_mut(&self.number) {
            taken.busy = busy;
            taken.since = Instant::now();
            taken.load = 0;
        }
    }

    /// Whether an answer of so many bytes may be sent now, beside all that are on their way. A single one always may.
    pub(super) fn carry(&self, bytes: usize) -> bool {
        let mut table = self.slots.lock();
        let load: usize = table.taken.values().map(|taken| taken.load).sum();
        let fits = load == 0 || load.saturating_add(bytes) <= LOAD;
        if let Some(taken) = table.taken.get_mut(&self.number).filter(|_| fits) {
            taken.load = bytes;
        }
        fits
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.slots.lock().taken.remove(&self.number);
        self.slots.freed.notify_all();
    }
}
