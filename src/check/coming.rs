/// Ids of checks that are promised and not written yet. A board may already name them; whoever writes one takes it off.
pub(super) const COMING: &[&str] = &[];
