use super::super::contract::{Check, Family, Meta};
use crate::diag::Severity;

/// Finds rows of `duties.yaml` that cannot be read or lack what every row needs. The reader speaks, because only it
/// sees what it could not read.
pub(crate) struct BadDuties;

static META: Meta = Meta {
    id: "bad-duties",
    family: Family::Catalogue,
    severity: Severity::Error,
    basis: Some("基层政务公开标准目录的各栏（国办发〔2019〕54号）"),
    page: include_str!("../../../docs/checks/bad-duties.md"),
};

impl Check for BadDuties {
    fn meta(&self) -> &'static Meta {
        &META
    }
}
