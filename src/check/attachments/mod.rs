//! 附件: what files hide, and files that nobody can read.

mod hidden_data;
mod unreadable_attachment;

pub(super) use hidden_data::HiddenData;
pub(super) use unreadable_attachment::UnreadableAttachment;
