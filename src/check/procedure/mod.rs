//! 程序: whether every item went through the hands it must go through, in order.

mod missing_secrecy_review;
mod missing_sign_off;
mod out_of_order_approval;
mod record;

pub(super) use missing_secrecy_review::MissingSecrecyReview;
pub(super) use missing_sign_off::MissingSignOff;
pub(super) use out_of_order_approval::OutOfOrderApproval;
