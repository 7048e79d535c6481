//! The editing desk 网页编辑: a form in the browser with which an item is made and changed by somebody who knows no YAML.
//!
//! The form follows from the way in which front matter is read: each key has a field, its meaning is the help, its closed
//! list the choices. What is saved is the file that a person would have written: `put` changes one value and leaves
//! every other byte as it was. Findings and the page come from the pipeline itself, on the text that is not saved yet.

mod answer;
mod asked;
mod attach;
mod beside;
mod change;
mod choices;
mod desk;
mod field;
mod form;
mod fresh;
mod html;
mod look;
mod make;
mod page_conflict;
mod page_frame;
mod page_index;
mod page_item;
mod page_parts;
mod picture;
mod posted;
mod put;
mod rows;
mod save;
mod sections;
mod sheet;
mod skeleton;
mod step;
#[cfg(test)]
mod tests;
mod written;

pub use answer::TOKENS;
pub use asked::{Answered, Asked, DESK, Kind};
pub use attach::LARGEST_DROPPED;
pub use desk::Desk;
pub use fresh::{Awaited, awaited, folder, is_file_name, last_period, stem};
pub use skeleton::{Wanted, approval_lines, skeleton};
