//! Packages for the archive (档案): BagIt 1.0 bags (RFC 8493) of what was published, with the list of archived files,
//! the elements of metadata that archives ask for, and digests that show every later change.

mod bag;
mod directory;
mod file_number;
mod index_page;
mod manifest;
mod metadata;
mod package;
mod public_source;
mod records;
mod selected;
mod standalone;
mod verify;

pub use bag::{Bag, Purpose};
pub use package::{Package, Request};
pub use public_source::public_source;
pub use standalone::{Standalone, stand_alone};
pub use verify::{Verdict, verify};
