//! The fixed words of disclosure: each with its English id, its Chinese name and the other spellings that are read.
//! They are tables of the field: the four cadences, the 13 carriers, the methods of the 条例.

mod audience;
mod cadence;
mod channel;
mod document;
mod level;
mod method;
mod phase;
mod register;
mod step;
mod table;

pub use audience::Audience;
pub use cadence::{Cadence, Section};
pub use channel::Channel;
pub use document::Validity;
pub use level::Level;
pub use method::Method;
pub use phase::Phase;
pub use register::Register;
pub use step::{KNOWN_STEPS, step_id, step_name};
pub use table::Term;
