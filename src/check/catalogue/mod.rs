//! 目录: whether every item has its place, its number and its duty.

mod bad_duties;
mod changed_index;
mod duplicate_index;
mod duplicate_period;
mod empty_category;
mod missing_index;
mod uncovered_duty;
mod unknown_category;
mod unknown_channel;
mod unknown_duty;
mod unknown_unit;

pub(super) use bad_duties::BadDuties;
pub(super) use changed_index::ChangedIndex;
pub(super) use duplicate_index::DuplicateIndex;
pub(super) use duplicate_period::DuplicatePeriod;
pub(super) use empty_category::EmptyCategory;
pub(super) use missing_index::MissingIndex;
pub(super) use uncovered_duty::UncoveredDuty;
pub(super) use unknown_category::UnknownCategory;
pub(super) use unknown_channel::UnknownChannel;
pub(super) use unknown_duty::UnknownDuty;
pub(super) use unknown_unit::UnknownUnit;
