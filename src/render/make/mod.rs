//! Fills the views from the board, one file per kind of page.

mod catalogue;
mod directory;
mod facets;
mod feedback;
mod group;
mod head_rows;
mod home;
mod inspection;
mod item;
mod ledger;
mod line;
mod list;
mod matter;
mod periodic;
mod plain;
mod portal;
mod print_board;
mod print_item;
mod print_volume;
mod prints;
mod report;
mod report_trace;
mod screen;
mod search;
mod section;
mod standard;
mod statistics;
mod statutory;
mod tables;
mod trail;
mod unit;
mod versions;
mod window;

pub use inspection::inspection_paper;
pub use portal::portal_page;
pub use report::{annual_paper, progress_paper};

use super::setting::Setting;
use crate::diag::Diagnostic;
use crate::page::{Page, PageKind};

/// Makes the HTML of a page.
pub(super) fn page(setting: &Setting, page: &Page) -> Result<String, Box<Diagnostic>> {
    match page.kind {
        PageKind::Home => home::page(setting, page),
        PageKind::Section { section, number } => section::page(setting, page, section, number),
        PageKind::PeriodicYear(year) => periodic::year(setting, page, year),
        PageKind::Category { category, number } => list::category(setting, page, category, number),
        PageKind::Item(id) => item::page(setting, page, id),
        PageKind::Units => unit::all(setting, page),
        PageKind::Unit { unit, number } => unit::one(setting, page, unit, number),
        PageKind::Topics => directory::topics(setting, page),
        PageKind::Topic { topic, number } => list::topic(setting, page, topic, number),
        PageKind::Years => directory::years(setting, page),
        PageKind::Year { year, number } => list::year(setting, page, year, number),
        PageKind::Matters => matter::all(setting, page),
        PageKind::Matter(at) => matter::one(setting, page, at),
        PageKind::Catalogue { number } => catalogue::page(setting, page, number),
        PageKind::Guide => statutory::guide(setting, page),
        PageKind::Rules => statutory::rules(setting, page),
        PageKind::Reports => statutory::reports(setting, page),
        PageKind::Report(year) => report::page(setting, page, year),
        PageKind::Standard => standard::page(setting, page),
        PageKind::Statistics(year) => statistics::page(setting, page, year),
        PageKind::Traced { year, of, number } => statistics::traced(setting, page, year, of, number),
        PageKind::OnRequest => statutory::on_request(setting, page),
        PageKind::ApplicationForm => statutory::application_form(setting, page),
        PageKind::NegativeList => statutory::negative_list(setting, page),
        PageKind::Feedback { number } => feedback::page(setting, page, number),
        PageKind::Accessibility => statutory::accessibility(setting, page),
        PageKind::Search => search::page(setting, page),
        PageKind::Screen => screen::page(setting, page),
        PageKind::Prints => prints::page(setting, page),
        PageKind::PrintItem(id) => print_item::page(setting, page, id),
        PageKind::PrintBoard { wall, period } => print_board::page(setting, page, wall, period),
        PageKind::PrintVolume { volume, ref numbers } => print_volume::page(setting, page, volume, numbers),
        PageKind::Short(id) => plain::short(setting, page, id),
        PageKind::Redirect(id) => plain::redirect(setting, page, id),
        PageKind::Inspection => inspection::page(setting, page),
        PageKind::Ledger(month) => ledger::page(setting, page, month),
        PageKind::NotFound => plain::not_found(setting, page),
    }
}
