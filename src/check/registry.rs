use super::contract::Check;
use super::{attachments, catalogue, content, form, privacy, procedure, report, secrecy, site, text, timeliness};

/// All checks, sorted by id.
pub fn registered() -> &'static [&'static dyn Check] {
    &[
        &site::AddressConflict,
        &timeliness::AnnualReportDue,
        &timeliness::Backdated,
        &catalogue::BadDuties,
        &form::BadFrontMatter,
        &form::BadTemplate,
        &privacy::BankAccount,
        &content::BrokenLink,
        &site::ChangedAddress,
        &catalogue::ChangedIndex,
        &text::CollidingPunctuation,
        &text::CutOffText,
        &form::DuplicateField,
        &catalogue::DuplicateIndex,
        &catalogue::DuplicatePeriod,
        &catalogue::EmptyCategory,
        &site::ExpiredException,
        &timeliness::ExpiredOnline,
        &text::FakeList,
        &timeliness::FutureDate,
        &text::GarbledText,
        &text::HalfWidthPunctuation,
        &privacy::HealthDetail,
        &site::HeavyPage,
        &attachments::HiddenData,
        &privacy::HomeAddress,
        &privacy::IdNumber,
        &timeliness::ImpossibleDates,
        &content::IncompleteGuide,
        &form::InternalError,
        &secrecy::InternalLink,
        &privacy::LastingList,
        &timeliness::LateInterpretation,
        &timeliness::LatePublication,
        &timeliness::LateReply,
        &text::LeftoverPlaceholder,
        &content::LumpSumOther,
        &content::MalformedDocNumber,
        &privacy::MinorDetail,
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
        &text::PasteResidue,
        &privacy::PrivatePhone,
        &secrecy::ProcessDocument,
        &content::RawHtml,
        &content::RepealedUnmarked,
        &text::RunTogetherDate,
        &secrecy::SecretMarking,
        &timeliness::ShortPosting,
        &timeliness::ShortPublicity,
        &site::SilentChange,
        &content::SkippedHeading,
        &timeliness::StaleCategory,
        &timeliness::StaleHome,
        &timeliness::UnansweredConsultation,
        &timeliness::UnansweredPublicity,
        &report::UnbalancedReport,
        &text::UnclosedPair,
        &catalogue::UncoveredDuty,
        &catalogue::UnknownCategory,
        &catalogue::UnknownChannel,
        &catalogue::UnknownDuty,
        &form::UnknownField,
        &catalogue::UnknownUnit,
        &text::UnnamedAttachment,
        &attachments::UnreadableAttachment,
        &form::UnreadableFile,
        &timeliness::UnverifiedPermanent,
        &text::WrongSelfName,
        &content::WrongTotal,
        &form::WrongValue,
    ]
}

/// The check with this id.
pub fn find(id: &str) -> Option<&'static dyn Check> {
    registered().binary_search_by(|check| check.meta().id.cmp(id)).ok().map(|at| registered()[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_sorted_and_each_is_there_once() {
        assert!(registered().is_sorted_by(|a, b| a.meta().id < b.meta().id));
    }
}
