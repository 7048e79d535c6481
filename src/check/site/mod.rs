//! 网站: whether the site as a whole stands as it must.

mod address_conflict;
mod expired_exception;
mod heavy_page;
mod missing_identity;

pub(super) use address_conflict::AddressConflict;
pub(super) use expired_exception::ExpiredException;
pub(super) use heavy_page::HeavyPage;
pub(super) use missing_identity::MissingIdentity;
