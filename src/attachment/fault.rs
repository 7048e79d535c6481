use crate::text::Text;

/// Why reading stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It needs a password.
    Encrypted,
    /// It is damaged, or made to do harm.
    Broken(Text),
    /// It goes beyond a limit.
    TooBig(Text),
}
