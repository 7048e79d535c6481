use super::super::contract::{Check, Family, Meta};
use crate::diag::Severity;

/// Finds channels outside the 13 official carriers. The reader speaks, because only it sees the word that it refused.
pub(crate) struct UnknownChannel;

static META: Meta = Meta {
    id: "unknown-channel",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: Some("基层政务公开标准目录的“公开渠道和载体”（国办发〔2019〕54号）"),
    page: include_str!("../../../docs/checks/unknown-channel.md"),
};

impl Check for UnknownChannel {
    fn meta(&self) -> &'static Meta {
        &META
    }
}
