//! Search in the reader's browser, without a server: entries in, files out.
//!
//! [`Indexing::read`] reads one entry, alone and in any order, so that many can be read at once: it folds the text
//! ([`Folding`]: capitals, full-width and traditional characters), lists every pair of adjacent letters with its place,
//! and marks the pairs that stand as words there. [`Index::add`] takes what was read in the order that counts, and
//! [`Index::finish`] lays everything out in small scripts, which `search-files.js` of the theme loads as it needs them: over
//! the network, from a folder, under the strictest policy.
//!
//! A phrase is found by its pairs at the right distances, so every part of a word is found, and nothing else is.
//!
//! ```text
//! search/start.js         what is there: names of sections, categories, units; first key of each file of keys
//! search/folding.js       traditional and simplified characters
//! search/keys/N.js        pairs of letters and their places; sorted, some 16 KB a file
//! search/facets/N.js      section, category, unit, date and state of 2,048 entries, for filters and ranking
//! search/records/N.js     title, address and numbers of 16 entries, loaded for what is shown
//! search/texts/N.js       3,000 places of text, loaded for what is shown: for excerpts
//! ```

mod digits;
mod entry;
mod facets;
mod file;
mod folding;
mod index;
mod keys;
mod layout;
mod names;
mod reading;
mod records;
#[cfg(test)]
mod tests;
mod texts;
mod words;

pub use entry::{Entry, Label, State};
pub use file::File;
pub use folding::Folding;
pub use index::Index;
pub use reading::{Indexing, Reading};
