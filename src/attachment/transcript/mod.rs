//! Writing down a document as Markdown, so that it can go on as an item: headings, lists with their numbers, tables with
//! merged cells, pictures, links. Nothing a reader of the document sees is lost; what he does not see (comments, deleted
//! and hidden text) stays behind and is told.
//!
//! Word documents, web pages (only what is their content, where the page says so), old Word files and plain text each
//! have a reader here; all of them fill [`block::Blocks`], which writes the Markdown.

mod block;
mod content;
mod document;
mod grid;
mod inline;
mod lines;
mod numbering;
mod page;
mod run;
mod story;
mod styles;
mod tags;
mod written;

pub use inline::markdown as as_markdown;
pub use run::transcribe;
pub use written::{Block, BlockKind, Transcript};
