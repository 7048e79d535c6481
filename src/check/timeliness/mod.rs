//! 时效: whether everything came, and goes, in time.

mod annual_report_due;
mod backdated;
mod expired_online;
mod future_date;
mod impossible_dates;
mod late_interpretation;
mod late_publication;
mod late_reply;
mod missing_interpretation;
mod overdue_period;
mod short_posting;
mod short_publicity;
mod stale_category;
mod stale_home;
mod unanswered_consultation;
mod unanswered_publicity;
mod unverified_permanent;

pub(super) use annual_report_due::AnnualReportDue;
pub(super) use backdated::Backdated;
pub(super) use expired_online::ExpiredOnline;
pub(super) use future_date::FutureDate;
pub(super) use impossible_dates::ImpossibleDates;
pub(super) use late_interpretation::LateInterpretation;
pub(super) use late_publication::LatePublication;
pub(super) use late_reply::LateReply;
pub(super) use missing_interpretation::MissingInterpretation;
pub(super) use overdue_period::OverduePeriod;
pub(super) use short_posting::ShortPosting;
pub(super) use short_publicity::ShortPublicity;
pub(super) use stale_category::StaleCategory;
pub(super) use stale_home::StaleHome;
pub(super) use unanswered_consultation::UnansweredConsultation;
pub(super) use unanswered_publicity::UnansweredPublicity;
pub(super) use unverified_permanent::UnverifiedPermanent;
