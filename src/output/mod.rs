//! Putting a site on disk: only what changed is written, only what we wrote is removed, and a stranger's file is never
//! touched.

mod artifact;
mod edit;
mod folder;
mod manifest;
mod write;

pub use artifact::Artifact;
pub use edit::{create_new, rewrite};
pub use folder::{FolderError, OutputFolder};
pub use manifest::MANIFEST;
pub use write::{WriteError, Writing, Written};
