//! Putting a site on disk: only what changed is written, only what we wrote is removed, a stranger's file is never
//! touched, and whatever stops a build, the folder holds the old site or the new one.

mod artifact;
mod disk;
mod edit;
mod error;
mod folder;
mod in_place;
mod last_build;
mod lock;
mod manifest;
mod new_folder;
mod places;
mod prune;
mod swap;
#[cfg(test)]
mod tests;
mod write;

pub use artifact::Artifact;
pub use edit::{create_new, rewrite};
pub use error::WriteError;
pub use folder::{FolderError, OutputFolder};
pub use last_build::{LastBuild, Told};
pub use manifest::MANIFEST;
pub use new_folder::NewFolder;
pub use write::{Writing, Written};
