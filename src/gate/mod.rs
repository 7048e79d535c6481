//! The gate before publication: everything that would be published is read once, as its readers will see
//! it, and what the scanners find there is kept with its place. What a draft or a file says depends on its bytes alone,
//! so that it is remembered from one run to the next; whether it would be published is for the checks to judge.

mod draft;
mod fields;
mod file;
mod judge;
mod looked;
mod opinion;
mod rules;
mod seen;
mod shown;

pub use draft::look_at_draft;
pub use file::{look_at_file, look_at_table};
pub use looked::{Looked, SeenAt};
pub use opinion::look_at_opinions;
pub use rules::Rules;
pub use seen::{Part, Seen};
pub use shown::shown_table;
