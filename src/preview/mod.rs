//! The preview 预览: shows the board in the browser while it is being written.
//!
//! The watcher says which files changed; the loop has them rebuilt, puts the new site in the place of the old one and
//! tells the open pages, which load again. Where a build fails the last good site stays and the findings are laid over
//! it. The server answers this computer only, unless it is shared, and then only to those who hold its token.
//!
//! Server, watcher and loop know neither the pipeline nor the disk: what is shown comes in through [`Pages`], rebuilding
//! through [`Rebuild`], and the look at the disk for systems that do not report changes through [`Watched`].
//! [`BoardRebuild`] joins them to a real board.

mod answer;
mod batch;
mod board_rebuild;
mod board_site;
mod connection;
mod finding;
mod findings;
mod gate;
mod head;
mod litter;
mod look;
mod media;
mod range;
mod refused;
mod reload;
mod reply;
mod routes;
mod serve;
mod server;
mod shown;
mod slots;
mod target;
mod token;
mod watch;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Pages};
pub use board_rebuild::BoardRebuild;
pub use finding::{Finding, WindowLine};
pub use findings::Findings;
pub use look::{Look, Stamp};
pub use refused::Refused;
pub use serve::{News, Preview, Rebuild, Stop};
pub use server::Settings;
pub use shown::Outcome;
pub use watch::{Mode, Watched};
