//! The look of a board: templates, style, script and interface words, and the engine that joins them with a view.
//!
//! The files of `themes/default` are built into the program; a board's own `themes/NAME` wins file by file, and its
//! words win word by word. [`Theme::load`] compiles every template once; [`Theme::render`] may then be called from many
//! threads. Templates get typed views, so an undefined name is a mistake, and every mistake is a finding that names the
//! template, its line and the place in it.
//!
//! Everything a template prints is escaped. Only [`Html`] passes as it is, and only Rust makes it.

mod assets;
mod builtin;
mod engine;
mod fault;
mod filters;
mod html;
mod loaded;
mod overlay;
mod words;

pub use assets::Asset;
pub use html::{Html, escape};
pub use loaded::Theme;
pub use overlay::ThemeFile;
pub use words::Words;
