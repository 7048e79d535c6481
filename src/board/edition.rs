/// Whom a build is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Everybody: what is not clearly public is left out.
    #[default]
    Public,
    /// The office's own staff: internal items too, every page marked 内部.
    Internal,
}

/// Which of the items a build shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Whom it is for.
    pub reach: Reach,
    /// Whether drafts show as well.
    pub drafts: bool,
}
