//! 网站: whether the site as a whole stands as it must.

mod address_conflict;
mod changed_address;
mod expired_exception;
mod heavy_page;
mod missing_identity;
mod silent_change;

pub(super) use address_conflict::AddressConflict;
pub(super) use changed_address::ChangedAddress;
pub(super) use expired_exception::ExpiredException;
pub(super) use heavy_page::HeavyPage;
pub(super) use missing_identity::MissingIdentity;
pub(super) use silent_change::SilentChange;
