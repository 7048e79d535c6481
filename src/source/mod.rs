//! What is on disk, read once: the board's files, their text, and YAML as a tree in which every value knows its place.

mod fields;
mod files;
mod folder;
mod git;
mod history;
mod key;
mod leavings;
mod lint;
mod reader;
mod remainder;
mod repository;
mod shape;
mod stamps;
mod versions;
mod walk;
mod yaml;

pub use fields::{Fields, Short};
pub use files::{Source, Sources, Stored};
pub use folder::{list_folder, read_in_folder};
pub use git::commit;
pub use history::{Change, History};
pub use key::{ANY_KEY, Key};
pub use leavings::is_left_behind;
pub use reader::Reader;
pub use remainder::remainder;
pub use repository::{Repository, git_version};
pub use shape::{Form, Shape};
pub use stamps::{FileStamp, stamps};
pub use versions::{Version, Versions};
pub use walk::{ReadError, ThemeSource, read_board, read_bytes, read_theme, refresh, unreadable};
pub use yaml::{Entry, Node, Value};
