//! What each kind of page shows: one small struct per kind, borrowed from the board, handed to the template of the same
//! name. Links are ready to print, relative to the page. Dates are ISO dates, with the time of day behind a space where
//! it is known; the theme puts them into words. Fixed words go by their ids (`quarterly`, `on-request`), which the
//! theme's words name.

mod attachment;
mod catalogue;
mod chart;
mod directory;
mod facet;
mod fact;
mod feedback;
mod frame;
mod home;
mod item;
mod line;
mod link;
mod list;
mod matter;
mod office;
mod page;
mod periodic;
mod plain;
mod portal;
mod report;
mod screen;
mod search;
mod section;
mod sheet;
mod standard;
mod state;
mod statistics;
mod statutory;
mod unit;

pub use attachment::{Attachment, Qr};
pub use catalogue::{CatalogueGroup, CatalogueRow, CatalogueView};
pub use chart::{Bar, BarPart, Bars, Column, Columns, ScaleLine, StackedBar, StackedBars};
pub use directory::{DirectoryView, LinkGroup};
pub use facet::{Consultation, Guide, Outcome, Publicity, Reply, Step};
pub use fact::{Contact, Fact, FactKind, Figure};
pub use feedback::{FeedbackRow, FeedbackView, FeedbackWays, FeedbackYear};
pub use frame::{Badge, FrameView, NavEntry, Site};
pub use home::{Glance, HomeView, MatterLine, PeriodicCard, Progress, SectionCard, StagedCard, UnitCard, UnitsCard};
pub use item::{
    Approval, Ask, HeadRow, HeadValue, HistoryEntry, ItemView, MatterPlace, Notice, Series, SeriesPlace, TableView,
    Version, VersionPiece,
};
pub use line::{Group, ItemLine, PublicityLine, When};
pub use link::{Crumb, Link, MenuLink, Pager, PagerStep};
pub use list::ListView;
pub use matter::{MatterPart, MatterView, StagedView};
pub use office::{
    ColumnRow, DutyRow, ExceptionRow, FindingGroup, FindingRow, HeldRow, InspectionView, LedgerRow, LedgerView,
    LoadRow, VetoRow,
};
pub use page::{Feed, Frame, Head, Page, Tag};
pub use periodic::{Grid, GridCell, GridColumn, GridRow, PeriodicView, SeriesGroup, SeriesLine};
pub use plain::{NotFoundView, RedirectView, WithdrawnView};
pub use portal::{PortalBoard, PortalItem, PortalView};
pub use report::{ReportCell, ReportChapter, ReportParagraph, ReportPiece, ReportSource, ReportTable, ReportView};
pub use screen::{ScreenCard, ScreenFigure, ScreenLine, ScreenView};
pub use search::SearchView;
pub use section::SectionView;
pub use sheet::{BoardSheet, ItemSheet, SheetBlock, SheetCode, VolumePart, VolumeSheet};
pub use standard::{CoverageRow, StandardGroup, StandardRow, StandardView, Tick};
pub use state::{PhaseState, Stage, State, Window};
pub use statistics::{CountRow, CounterRow, MonthRow, RegisterRow, RunningRow, ShareRow, StatisticsView, YearRow};
pub use statutory::{
    AccessibilityView, FormView, GuideView, NegativeListView, NegativeRow, OnRequestView, ReportsView, Rule, RulesView,
};
pub use unit::{UnitGroup, UnitTable, UnitView, UnitsView};
