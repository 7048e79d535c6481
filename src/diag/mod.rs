//! Findings: what is wrong, where, what to do about it and on what basis. Bad content is never an `Err`; it is a
//! [`Diagnostic`] in the [`Report`], and the work goes on to find the rest.

mod diagnostic;
mod located;
mod report;
pub mod show;

pub use diagnostic::{Diagnostic, Place, Severity, Spot};
pub use located::Located;
pub use report::Report;
