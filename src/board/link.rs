use super::address::Address;
use super::attached::{names_file, resolve_path};
use super::item::{Item, ItemId};
use super::model::Board;
use crate::config::CategoryId;
use crate::markdown::is_safe;
use crate::term::{Section, Term};
use crate::text::percent_decoded;

/// Where a link in a body leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Another host, a mailbox or a telephone.
    Outside,
    /// A place on the same page: the anchor without its `#`, percent signs undone.
    Here(String),
    /// Another item, or a place on its page; the anchor may be empty.
    Item(ItemId, String),
    /// Another page of the board.
    Page(Address),
    /// A file beside the item, whether it is there or not.
    File,
    /// No page that the board knows, or an address of a kind that is never published.
    Nowhere,
}

/// Pages and files that stand at one address on every board that has them.
const FIXED: [&str; 30] = [
    "units",
    "topics",
    "years",
    "matters",
    "catalogue",
    "standard",
    "statistics",
    "statistics/all",
    "guide",
    "rules",
    "reports",
    "on-request",
    "on-request/form",
    "negative-list",
    "feedback",
    "accessibility",
    "screen",
    "print",
    "search",
    "catalogue.json",
    "catalogue.csv",
    "catalogue.xlsx",
    "catalogue.jsonld",
    "standard.csv",
    "statistics.json",
    "feed.xml",
    "feed.json",
    "changes.xml",
    "sitemap.xml",
    "404.html",
];

impl Board {
    /// Follows a link of an item's body. Paths count from the item's file, as in an editor; those that start with `/`
    /// count from the board's root.
    pub fn follow(&self, item: &Item, target: &str) -> Goal {
        let target = target.trim();
        if let Some(anchor) = target.strip_prefix('#') {
            return Goal::Here(percent_decoded(anchor).into_owned());
        }
        if target.is_empty() || !is_safe(target) {
            return Goal::Nowhere;
        }
        if target.split(['/', '?', '#']).next().is_some_and(|start| start.contains(':')) {
            return Goal::Outside;
        }
        let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
        let path = path.split('?').next().unwrap_or_default();
        if names_file(path) {
            return Goal::File;
        }
        if let Some(absolute) = path.strip_prefix('/') {
            let below = path.strip_prefix(self.config.base_url.path()).unwrap_or(absolute);
            return self.at_address(&percent_decoded(below), anchor);
        }
        if let Some(id) = self.find(path, item.folder()) {
            return Goal::Item(id, percent_decoded(anchor).into_owned());
        }
        match resolve_path(item.folder(), path) {
            Some(path) => self.at_address(path.trim_start_matches("content"), anchor),
            None => Goal::Nowhere,
        }
    }

    /// What stands at a path below the board's root.
    fn at_address(&self, path: &str, anchor: &str) -> Goal {
        let path = path.trim_matches('/');
        let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        if path.is_empty() {
            return Goal::Page(Address::default());
        }
        let stem = path.strip_suffix(".html").unwrap_or(path);
        let own = self.lookup.at_address(&Address::page(stem)).or_else(|| self.lookup.at_address(&Address::file(path)));
        if let Some(id) = own.or_else(|| self.find(path, "content")) {
            return Goal::Item(id, percent_decoded(anchor).into_owned());
        }
        if let Some(id) = path.strip_prefix("i/").and_then(|index| self.find(index, "content")) {
            return Goal::Item(id, percent_decoded(anchor).into_owned());
        }
        if let Some(category) = self.category_at(path) {
            return Goal::Page(Address::page(&self.config.categories.get(category).path));
        }
        let fixed = FIXED.contains(&path) && self.has_fixed(path);
        if fixed && path.contains('.') {
            return Goal::Page(Address::file(path));
        }
        if fixed || Section::ALL.iter().any(|section| section.id() == path) || self.lists(path) {
            return Goal::Page(Address::page(path));
        }
        // The later pages of a list stand below the first.
        match path.rsplit_once("/page-").filter(|(_, number)| number.parse::<usize>().is_ok()) {
            Some((list, _)) if self.at_address(list, "") != Goal::Nowhere => Goal::Page(Address::page(path)),
            _ => Goal::Nowhere,
        }
    }

    /// Whether the board has what such a page shows: opinions are registered, duties are listed.
    fn has_fixed(&self, path: &str) -> bool {
        match path {
            "feedback" => self.annual.opinions_path.is_some(),
            "standard" | "standard.csv" => !self.duties.is_empty(),
            _ => true,
        }
    }

    /// The category whose folder or address this is; each part an id or a name.
    fn category_at(&self, path: &str) -> Option<CategoryId> {
        let mut found = None;
        for part in path.split('/') {
            found = Some(self.config.categories.child(found, part)?);
        }
        found
    }

    /// Whether it is the list of one unit, topic, undertaking or year, a page of one year or a sheet for printing.
    fn lists(&self, path: &str) -> bool {
        match path.split_once('/') {
            Some(("units", id)) => self.config.units.iter().any(|unit| unit.id == id),
            Some(("topics", id)) => self.config.topics.iter().any(|topic| topic.id == id),
            Some(("matters", id)) => self.matters.iter().any(|matter| matter.id == id),
            Some(("years", year)) => year.parse().is_ok_and(|year| self.by_year.contains_key(&year)),
            Some(("reports", year)) => year.parse().is_ok_and(|year| self.annual.years.contains_key(&year)),
            Some(("periodic", year)) => year.parse().is_ok_and(|year| self.owes_in(year)),
            // What is counted in a year, and the items behind each count.
            Some(("statistics", rest)) => rest
                .split('/')
                .next()
                .is_some_and(|year| year.parse().is_ok_and(|year| self.by_year.contains_key(&year))),
            Some(("print", rest)) => {
                ["board/", "units/", "accounts/", "volumes/"].iter().any(|sheet| rest.starts_with(sheet))
                    || self.lookup.at_address(&Address::page(rest)).is_some()
            }
            _ => false,
        }
    }

    /// Whether something periodic is owed in a year.
    fn owes_in(&self, year: i16) -> bool {
        self.series.iter().flat_map(|series| &series.slots).any(|slot| slot.period.year() == year)
    }
}
