use super::super::contract::{Check, Family, Meta};
use crate::diag::Severity;

/// Finds pages that would stand at one address. The plan of pages speaks: checks do not know that a board becomes a
/// site.
pub(crate) struct AddressConflict;

static META: Meta = Meta {
    id: "address-conflict",
    family: Family::Site,
    severity: Severity::Error,
    basis: Some("《政府网站发展指引》（国办发〔2017〕47号）：每个网页、图片、附件有唯一的网址"),
    page: include_str!("../../../docs/checks/address-conflict.md"),
};

impl Check for AddressConflict {
    fn meta(&self) -> &'static Meta {
        &META
    }
}
