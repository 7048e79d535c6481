//! Whether the annual report on disclosure is right.

mod missing_annual_figures;
mod unbalanced_report;

pub(super) use missing_annual_figures::MissingAnnualFigures;
pub(super) use unbalanced_report::UnbalancedReport;
