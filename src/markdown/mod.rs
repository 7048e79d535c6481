//! Markdown as offices write it: CommonMark with tables, footnotes and strikethrough, put right for Chinese text.
//!
//! The parser's types stay in this room. [`outline`] looks at a body for the checks and the catalogue; [`html`] turns it
//! into HTML that is safe to publish: no script, no style, no address of a kind that is not allowed.

mod address;
mod chinese;
mod clean;
mod events;
mod excess;
mod heading;
mod html;
mod html_table;
mod markup;
mod outline;
mod plain;
mod visible;
mod visible_table;
mod words;

pub use address::is_safe;
pub use excess::Excess;
pub use heading::{anchor_id, same_title};
pub use html::{Links, html};
pub use outline::{Heading, Link, Outline, outline};
pub use plain::plain;
pub use visible::{Visible, visible};
pub use visible_table::{VisibleCell, VisibleTable};
pub use words::words;
