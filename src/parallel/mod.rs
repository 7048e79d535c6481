//! All cores: the only place where work is spread over threads.

mod cores;

pub use cores::{both, map, map_large, pipe};
