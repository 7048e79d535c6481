use crate::diag::Spot;

/// One number that was masked. It never holds the number itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The check that found it.
    pub check: &'static str,
    /// Where it stands.
    pub spot: Spot,
    /// What now stands there.
    pub to: String,
}

/// A file with its numbers masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masked {
    /// The file; as it was where nothing was changed.
    pub bytes: Vec<u8>,
    /// What was changed, in the order of places.
    pub changes: Vec<Change>,
}
