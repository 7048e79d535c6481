//! Which pages exist and where they stand. Addresses are planned before anything is rendered, so that two pages at one
//! address are found out in time.

mod kind;
mod plan;

pub use kind::{Page, PageKind};
pub use plan::{CATALOGUE_LENGTH, PAGE_LENGTH, Plan, grid_years, plan, short_address};
