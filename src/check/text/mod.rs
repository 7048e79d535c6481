//! 文字: faults of writing that readers stumble over.

mod colliding_punctuation;
mod cut_off_text;
mod fake_list;
mod garbled_text;
mod half_width_punctuation;
mod leftover_placeholder;
mod paste_residue;
mod run_together_date;
mod unclosed_pair;
mod unnamed_attachment;
mod wrong_self_name;

pub(super) use colliding_punctuation::CollidingPunctuation;
pub(super) use cut_off_text::CutOffText;
pub(super) use fake_list::FakeList;
pub(super) use garbled_text::GarbledText;
pub(super) use half_width_punctuation::HalfWidthPunctuation;
pub(super) use leftover_placeholder::LeftoverPlaceholder;
pub(super) use paste_residue::PasteResidue;
pub(super) use run_together_date::RunTogetherDate;
pub(super) use unclosed_pair::UnclosedPair;
pub(super) use unnamed_attachment::UnnamedAttachment;
pub(super) use wrong_self_name::WrongSelfName;
