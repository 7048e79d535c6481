use super::kind::{Page, PageKind};
use super::sheets::sheets;
use super::traced::{TRACED_LENGTH, report_years, statistics};
use crate::annual::Opinion;
use crate::board::{Address, Board, Item, ItemId, Reach, approval_months};
use crate::calendar::Period;
use crate::config::UnitId;
use crate::diag::{Diagnostic, Place, Severity};
use crate::say;
use crate::term::{Section, Term};
use crate::text::Text;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// How many items one page of a list shows, so that no page grows heavy.
pub const PAGE_LENGTH: usize = 50;
/// How many rows one page of the catalogue shows.
pub const CATALOGUE_LENGTH: usize = 200;
/// How many opinions one page of the register lists.
pub const FEEDBACK_LENGTH: usize = 100;

/// All pages, and which of them wanted the same address.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Sorted by address.
    pub pages: Vec<Page>,
    /// Findings `address-conflict`.
    pub conflicts: Vec<Diagnostic>,
}

/// Plans every page of a board.
pub fn plan(board: &Board) -> Plan {
    let mut planned: Vec<Page> = Vec::new();
    let mut add = |path: &str, kind: PageKind| planned.push(Page { address: Address::page(path), kind });
    add("", PageKind::Home);
    add("units", PageKind::Units);
    add("topics", PageKind::Topics);
    add("years", PageKind::Years);
    add("matters", PageKind::Matters);
    // Where a category bears the name of a statutory page, its page is that page.
    let statutory = [
        ("guide", PageKind::Guide),
        ("rules", PageKind::Rules),
        ("reports", PageKind::Reports),
        ("on-request", PageKind::OnRequest),
        ("negative-list", PageKind::NegativeList),
        ("accessibility", PageKind::Accessibility),
        ("search", PageKind::Search),
        ("screen", PageKind::Screen),
    ];
    for (path, kind) in statutory {
        if board.config.categories.child(None, path).is_none() {
            add(path, kind);
        }
    }
    if board.config.categories.child(None, "on-request").is_none() {
        add("on-request/form", PageKind::ApplicationForm);
    }
    if !board.duties.is_empty() {
        add("standard", PageKind::Standard);
    }
    if board.config.categories.child(None, "reports").is_none() {
        for year in report_years(board) {
            add(&format!("reports/{year}"), PageKind::Report(year));
        }
    }
    if board.edition.reach == Reach::Internal && board.config.categories.child(None, "inspection").is_none() {
        add("inspection", PageKind::Inspection);
        add("inspection/ledger", PageKind::Ledger(None));
        for &(month, _) in approval_months(board).iter().skip(1) {
            add(&ledger_path(board, month), PageKind::Ledger(Some(month)));
        }
    }
    for year in grid_years(board).into_iter().filter(|&year| year != board.today.year()) {
        add(&format!("periodic/{year}"), PageKind::PeriodicYear(year));
    }
    for (at, matter) in board.matters.iter().enumerate() {
        add(&format!("matters/{}", matter.id), PageKind::Matter(at));
    }
    let mut paged = |path: &str, length: usize, items: usize, kind: &dyn Fn(usize) -> PageKind| {
        for number in 1..=items.div_ceil(length).max(1) {
            let path = if number == 1 { path.to_owned() } else { format!("{path}/page-{number}") };
            planned.push(Page { address: Address::page(&path), kind: kind(number) });
        }
    };
    for &section in Section::ALL {
        let items = board.in_section(section).len();
        paged(section.id(), PAGE_LENGTH, items, &|number| PageKind::Section { section, number });
    }
    for (category, node) in board.config.categories.iter() {
        let items = board.in_category(category).len();
        paged(&node.path, PAGE_LENGTH, items, &|number| PageKind::Category { category, number });
    }
    for (at, unit) in board.config.units.iter().enumerate() {
        let id = UnitId(at as u16);
        let path = format!("units/{}", unit.id);
        paged(&path, PAGE_LENGTH, board.of_unit(id).len(), &|number| PageKind::Unit { unit: id, number });
    }
    for (at, topic) in board.config.topics.iter().enumerate() {
        let path = format!("topics/{}", topic.id);
        paged(&path, PAGE_LENGTH, board.by_topic[at].len(), &|number| PageKind::Topic { topic: at, number });
    }
    for (&year, items) in &board.by_year {
        paged(&format!("years/{year}"), PAGE_LENGTH, items.len(), &|number| PageKind::Year { year, number });
    }
    paged("catalogue", CATALOGUE_LENGTH, board.listed.len(), &|number| PageKind::Catalogue { number });
    if has_feedback(board) {
        let opinions = received(board).count();
        paged("feedback", FEEDBACK_LENGTH, opinions, &|number| PageKind::Feedback { number });
    }
    for (path, items, kind) in statistics(board) {
        paged(&path, TRACED_LENGTH, items, &*kind);
    }
    planned.push(Page { address: Address::file("404.html"), kind: PageKind::NotFound });
    for (id, item) in board.iter().filter(|(_, item)| item.has_page()) {
        planned.push(Page { address: item.address.clone(), kind: PageKind::Item(id) });
        if let Some(address) = short_address(item) {
            planned.push(Page { address, kind: PageKind::Short(id) });
        }
        planned.extend(item.old_addresses().map(|address| Page { address, kind: PageKind::Redirect(id) }));
    }
    if board.config.categories.child(None, "print").is_none() {
        planned.extend(sheets(board));
    }
    settle(board, planned)
}

/// Whether the register of opinions has a page: the office keeps one, and no category bears its name.
pub fn has_feedback(board: &Board) -> bool {
    board.annual.opinions_path.is_some() && board.config.categories.child(None, "feedback").is_none()
}

/// The opinions received by today, newest first.
pub fn received(board: &Board) -> impl Iterator<Item = &Opinion> {
    board.annual.opinions.iter().filter(|opinion| opinion.date <= board.today)
}

/// The permanent short address of an item, which paper and codes bear; none without an index number that may stand in an
/// address, or without a page to lead to.
pub fn short_address(item: &Item) -> Option<Address> {
    let index = item.index().filter(|index| item.has_page() && is_index(index))?;
    Some(Address::page(&format!("i/{index}")))
}

/// Where the ledger of approvals of a month stands: that of the newest stands above the others.
pub fn ledger_path(board: &Board, month: Period) -> String {
    let newest = approval_months(board).first().is_some_and(|(newest, _)| *newest == month);
    if newest { "inspection/ledger".to_owned() } else { format!("inspection/ledger/{month}") }
}

/// The years in which something periodic is owed, and this one.
pub fn grid_years(board: &Board) -> BTreeSet<i16> {
    let owed = board.series.iter().flat_map(|series| &series.slots).map(|slot| slot.period.year());
    owed.chain([board.today.year()]).collect()
}

/// Whether an index number may be part of an address (standard form of 索引号).
fn is_index(index: &str) -> bool {
    index.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '/'))
        && !index.is_empty()
}

/// Sorts the pages; of two at one address the first stays, and both are named. Addresses that differ only in the case of
/// letters are one file on some systems.
fn settle(board: &Board, mut planned: Vec<Page>) -> Plan {
    planned.sort_by(|a, b| a.address.cmp(&b.address));
    let mut taken: HashMap<String, usize> = HashMap::with_capacity(planned.len());
    let mut plan = Plan::default();
    for page in planned {
        match taken.entry(page.address.file_path().to_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(plan.pages.len());
                plan.pages.push(page);
            }
            Entry::Occupied(other) => {
                let other = &plan.pages[*other.get()].kind;
                plan.conflicts.push(conflict(board, &page, other));
            }
        }
    }
    plan
}

fn conflict(board: &Board, page: &Page, other: &PageKind) -> Diagnostic {
    let address = page.address.as_str();
    let (own, other) = match (item_of(&page.kind), item_of(other)) {
        (Some(own), other) => (Some(own), other),
        (None, other) => (other, None),
    };
    let path = |id: ItemId| Arc::clone(&board.item(id).draft.path);
    let other = match other {
        Some(id) => Text::same(path(id).to_string()),
        None => say!("公开栏自己的页面", "a page of the board itself"),
    };
    let place = own.map(|id| Place::file(&path(id)));
    Diagnostic::new(
        "address-conflict",
        Severity::Error,
        place,
        say!("网址 {address} 与 {other} 相同", "the address {address} is also that of {other}"; other: other),
    )
    .remedy(say!(
        "给其中一个文件改名，或改正索引号、旧地址",
        "rename one of the files, or mend its index or old address"
    ))
}

fn item_of(kind: &PageKind) -> Option<ItemId> {
    match kind {
        PageKind::Item(id) | PageKind::Short(id) | PageKind::Redirect(id) => Some(*id),
        _ => None,
    }
}
