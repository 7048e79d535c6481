use super::contract::Check;
use super::{catalogue, content, form, procedure, report, site, timeliness};

/// All checks, sorted by id.
pub fn registered() -> &'static [&'static dyn Check] {
    &[
        &site::AddressConflict,
        &timeliness::AnnualReportDue,
        &catalogue::BadDuties,
        &form::BadFrontMatter,
        &content::BrokenLink,
        &site::ChangedAddress,
        &catalogue::ChangedIndex,
        &form::DuplicateField,
        &catalogue::DuplicateIndex,
        &catalogue::DuplicatePeriod,
        &catalogue::EmptyCategory,
        &site::ExpiredException,
        &timeliness::ExpiredOnline,
        &timeliness::FutureDate,
        &site::HeavyPage,
        &timeliness::ImpossibleDates,
        &content::IncompleteGuide,
        &timeliness::LateInterpretation,
        &timeliness::LatePublication,
        &timeliness::LateReply,
        &content::MalformedDocNumber,
        &content::MissingAltText,
        &report::MissingAnnualFigures,
        &content::MissingAttachment,
        &content::MissingElement,
        &form::MissingField,
        &site::MissingIdentity,
        &catalogue::MissingIndex,
        &timeliness::MissingInterpretation,
        &procedure::MissingSecrecyReview,
        &procedure::MissingSignOff,
        &content::MissingSource,
        &content::MissingSummary,
        &form::NotUtf8,
        &content::OrphanAttachment,
        &procedure::OutOfOrderApproval,
        &content::OutsideResource,
        &timeliness::OverduePeriod,
        &content::RawHtml,
        &content::RepealedUnmarked,
        &timeliness::ShortPosting,
        &timeliness::ShortPublicity,
        &site::SilentChange,
        &content::SkippedHeading,
        &timeliness::StaleCategory,
        &timeliness::StaleHome,
        &timeliness::UnansweredConsultation,
        &timeliness::UnansweredPublicity,
        &report::UnbalancedReport,
        &catalogue::UncoveredDuty,
        &catalogue::UnknownCategory,
        &catalogue::UnknownChannel,
        &catalogue::UnknownDuty,
        &form::UnknownField,
        &catalogue::UnknownUnit,
        &timeliness::UnverifiedPermanent,
        &form::WrongValue,
    ]
}

/// The check with this id.
pub fn find(id: &str) -> Option<&'static dyn Check> {
    registered().binary_search_by(|check| check.meta().id.cmp(id)).ok().map(|at| registered()[at])
}

#[cfg(test)]
mod tests {
    use super::super::coming::COMING;
    use super::*;

    #[test]
    fn checks_are_sorted_and_none_of_them_is_still_to_come() {
        assert!(registered().is_sorted_by(|a, b| a.meta().id < b.meta().id));
        assert!(COMING.is_sorted());
        for id in COMING {
            assert!(find(id).is_none(), "{id} is there; take it off src/check/coming.rs");
        }
    }
}
