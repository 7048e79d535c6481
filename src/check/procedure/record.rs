//! Reading the record of approvals.

use crate::board::Item;
use crate::calendar::Stamp;
use crate::diag::Place;

/// Whether one moment is after another; without times of day, days are compared.
pub(super) fn is_after(one: Stamp, other: Stamp) -> bool {
    match (one.time(), other.time()) {
        (Some(_), Some(_)) => one > other,
        _ => one.date() > other.date(),
    }
}

/// The first required step behind the review for secrets that is done although that review is missing: where, and its
/// name. While later steps are open too, the item only waits for its review.
pub(super) fn passed_over(item: &Item) -> Option<(Place, &str)> {
    let review = item.steps.iter().position(|step| step.id == "secrecy" && !step.optional)?;
    let record = |id: &str| item.front().approvals.iter().find(|approval| approval.step.value == id);
    if record("secrecy").is_some() {
        return None;
    }
    let later = item.steps[review + 1..].iter().find_map(|step| Some((record(&step.id)?, step)));
    // Where the review is the last step, nothing comes after it but publication.
    let last = || {
        let done = item.steps[..review].iter().rfind(|step| !step.optional)?;
        (review + 1 == item.steps.len()).then_some((record(&done.id)?, done))
    };
    let (approval, step) = later.or_else(last)?;
    Some((item.place(approval.step.span), &step.name))
}
