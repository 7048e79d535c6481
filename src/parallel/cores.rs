use rayon::prelude::*;
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;

/// How many finished values may wait for the one thread that takes them.
const WAITING: usize = 256;

/// Does the same to every value, on all cores; the answers come in the order of the values.
pub fn map<T: Sync, U: Send>(values: &[T], work: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    values.par_iter().with_min_len(16).map(work).collect()
}

/// As [`map`], where each value is much work: a thread takes one at a time, and no more are under way than there are
/// cores.
pub fn map_large<T: Sync, U: Send>(values: &[T], work: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    values.par_iter().with_max_len(1).map(work).collect()
}

/// Does two things at once.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

/// Makes something of every value on all cores while the calling thread takes what is made, in no order. Nothing waits
/// in memory but the few that are made already. Once `take` fails nothing more is taken, and its error comes back.
///
/// # Errors
/// The first of `take`.
pub fn pipe<T: Sync, U: Send, E>(
    values: &[T],
    make: impl Fn(&T) -> U + Sync + Send,
    mut take: impl FnMut(U) -> Result<(), E>,
) -> Result<(), E> {
    let (sender, receiver) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        let maker = scope.spawn(move || {
            // A receiver that is gone has failed; what is still made then is dropped.
            let _ = values.par_iter().try_for_each(|value| sender.send(make(value)));
        });
        for made in receiver {
            take(made)?;
        }
        // A mistake of the program made there goes on here, with what it says.
        maker.join().or_else(|mishap| resume_unwind(mishap))
    })
}
