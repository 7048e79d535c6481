//! 内容: whether what is published is whole, and says what it must.

mod broken_link;
mod incomplete_guide;
mod lump_sum_other;
mod malformed_doc_number;
mod missing_alt_text;
mod missing_attachment;
mod missing_element;
mod missing_source;
mod missing_summary;
mod orphan_attachment;
mod outside_resource;
mod raw_html;
mod repealed_unmarked;
mod skipped_heading;
mod wrong_total;

pub(super) use broken_link::BrokenLink;
pub(super) use incomplete_guide::IncompleteGuide;
pub(super) use lump_sum_other::LumpSumOther;
pub(super) use malformed_doc_number::MalformedDocNumber;
pub(super) use missing_alt_text::MissingAltText;
pub(super) use missing_attachment::MissingAttachment;
pub(super) use missing_element::MissingElement;
pub(super) use missing_source::MissingSource;
pub(super) use missing_summary::MissingSummary;
pub(super) use orphan_attachment::OrphanAttachment;
pub(super) use outside_resource::OutsideResource;
pub(super) use raw_html::RawHtml;
pub(super) use repealed_unmarked::RepealedUnmarked;
pub(super) use skipped_heading::SkippedHeading;
pub(super) use wrong_total::WrongTotal;
