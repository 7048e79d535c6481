use crate::diag::Spot;
use std::borrow::Cow;

/// A piece of text and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// Cell, paragraph, page, or the file as a whole.
    pub spot: Spot,
    /// The text.
    pub text: Cow<'a, str>,
}
