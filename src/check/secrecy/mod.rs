//! 保密: what must not leave the office.

mod internal_link;
mod process_document;
mod secret_marking;

pub(super) use internal_link::InternalLink;
pub(super) use process_document::ProcessDocument;
pub(super) use secret_marking::SecretMarking;
