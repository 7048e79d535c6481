//! Tables of money: one file per check, named after it, on one reading of rows and amounts.

mod amount;
mod ledger;
pub mod lump_sum_other;
pub mod wrong_total;
