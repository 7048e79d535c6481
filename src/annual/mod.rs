//! Figures that no item carries: requests, reviews, lawsuits, permits and the like of a year (`annual/2026.yaml`), what
//! was disclosed before this tool came into use (`annual/before.yaml`), and opinions received (`feedback.yaml`). Every
//! value knows its place; what is wrong becomes a finding.

mod before;
mod opinion;
mod papers;
mod request;
mod year;

pub use before::Before;
pub use opinion::Opinion;
pub use papers::Annual;
pub use request::{APPLICANTS, REQUEST_ROWS, RequestRow, Requests};
pub use year::{Appeals, Documents, Tallied, YearFigures};
