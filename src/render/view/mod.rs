//! What each kind of page shows: one small struct per kind, borrowed from the board, handed to the template of the same
//! name. Links are ready to print, relative to the page. Dates are ISO dates, with the time of day behind a space where
//! it is known; the theme puts them into words. Fixed words go by their ids (`quarterly`, `on-request`), which the
//! theme's words name.

mod attachment;
mod fact;
mod frame;
mod home;
mod item;
mod line;
mod link;
mod page;
mod state;

pub use attachment::{Attachment, Qr};
pub use fact::{Contact, Fact, FactKind, Figure};
pub use frame::{Badge, FrameView, NavEntry, Site};
pub use home::{Glance, HomeView, MatterLine, PeriodicCard, Progress, SectionCard, StagedCard, UnitCard, UnitsCard};
pub use item::{
    Approval, Ask, Consultation, Guide, HeadRow, HeadValue, HistoryEntry, ItemView, MatterPlace, Notice, Outcome,
    Publicity, Reply, Series, SeriesPlace, Step, TableView,
};
pub use line::{Group, ItemLine, PublicityLine, When};
pub use link::{Crumb, Link, MenuLink, Pager, PagerStep};
pub use page::{Feed, Frame, Head, Page, Tag};
pub use state::{PhaseState, Stage, State, Window};
