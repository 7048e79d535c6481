//! What the board is: its office, units, categories, steps of approval, policies, and what it owes. Read from
//! `content/board.yaml` and `content/duties.yaml`; defaults stand here and nowhere else.

mod archiving;
mod base_url;
mod category;
mod duty;
mod duty_rows;
mod office;
mod policies;
mod screen;
mod settings;
mod severity;
mod step;

pub use archiving::Archiving;
pub use base_url::BaseUrl;
pub use category::{Categories, Category, CategoryId};
pub use duty::{Duty, DutyId, Pause};
pub use duty_rows::{duties, duty_shape};
pub use office::{Identity, Office, Portal, Supervision, Topic, Unit, UnitId};
pub use policies::{Policies, PublishApprovals};
pub use screen::Screen;
pub use settings::{Config, Kind, settings, settings_shape};
pub use severity::{FIXED_CHECKS, Severities};
pub use step::Step;
