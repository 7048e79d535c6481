//! The only place where work is spread over threads.

use rayon::prelude::*;

/// Does the same to every value, on all cores; the answers come in the order of the values.
pub(super) fn map<T: Sync, U: Send>(values: &[T], work: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    values.par_iter().with_min_len(16).map(work).collect()
}
