//! Findings as people and programs read them, one file a form.

mod github;
mod human;
mod json;
mod place;
mod sarif;
mod short;

pub use github::github;
pub use human::{human, summary};
pub use json::json;
pub use place::{Texts, spot_words};
pub use sarif::sarif;
pub use short::short;
