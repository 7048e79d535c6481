//! One item's file, read for itself: its fields as written, with their places, and the outline of its body. Nothing is
//! resolved here; what a field means for the board is the board's to say.

mod draft;
mod facet_fields;
mod facets;
mod fence;
mod front_matter;
mod keys;
mod meaning;
mod signing;

pub use draft::{Draft, draft};
pub use facets::{
    Approval, Attachment, Consultation, Correction, Document, Exception, Guide, Publicity, Reply, Stage, TableField,
    Withdrawn, Withheld,
};
pub use front_matter::{FrontMatter, front_matter_shape};
pub use keys::TOP_LEVEL;
pub use meaning::ITEM_MEANINGS;
pub use signing::{Insertion, Signature, sign};
