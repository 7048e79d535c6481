//! What a build leaves on disk, whatever stops it.

mod death;
mod ground;
mod refusal;
mod strangers;
mod two_builds;
