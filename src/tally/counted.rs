use crate::board::{Item, Standing};
use crate::term::{Audience, Method};

/// Whether an item counts as proactively disclosed (主动公开): for everybody, and on the website now or only on other
/// channels. What is given on request, withheld, internal, a draft, still to come, unsigned or withdrawn does not count.
pub fn is_counted(item: &Item) -> bool {
    item.method == Method::Proactive
        && item.audience == Audience::Public
        && !item.front().draft
        && matches!(item.standing, Standing::Shown | Standing::Counted)
}
