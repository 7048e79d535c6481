//! Which pages exist and where they stand. Addresses are planned before anything is rendered, so that two pages at one
//! address are found out in time.

mod kind;
mod plan;
mod sheets;
mod traced;

pub use kind::{Page, PageKind, Volume, Wall};
pub use plan::{
    CATALOGUE_LENGTH, FEEDBACK_LENGTH, PAGE_LENGTH, Plan, grid_years, has_feedback, ledger_path, plan, received,
    short_address,
};
pub use sheets::{finance_category, sheet_address, volume_address, wall_address};
pub use traced::{TRACED_LENGTH, report_years, statistics_path, trace_path};
