use super::attached::resolve_path;
use super::coverage::Coverage;
use super::edition::Edition;
use super::item::{Item, ItemId};
use super::lookup::Lookup;
use super::matter::Matter;
use super::readings::Readings;
use super::series::Series;
use crate::annual::Annual;
use crate::attachment::Reading;
use crate::calendar::{Date, Workdays};
use crate::config::{CategoryId, Config, Duty, DutyId, UnitId};
use crate::diag::Located;
use crate::gate::Looked;
use crate::ledger::Ledger;
use crate::parse::TableField;
use crate::source::{History, Stored, Versions};
use crate::term::Section;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything one office discloses, resolved and sorted. Lists hold what stands in lists, newest first.
#[derive(Clone, Debug)]
pub struct Board {
    /// What the board is.
    pub config: Arc<Config>,
    /// What it owes.
    pub duties: Arc<Vec<Duty>>,
    /// The figures that no item carries.
    pub annual: Arc<Annual>,
    /// What the checks found, for those who inspect the board; empty where nobody does.
    pub findings: Vec<Located>,
    /// The same board as everybody sees it, with its findings: in an edition for the office's own staff.
    pub public: Option<Arc<Board>>,
    /// The date on which everything is judged.
    pub today: Date,
    /// Whom this is for.
    pub edition: Edition,
    /// Which days are worked.
    pub workdays: Workdays,
    /// All items, sorted by path, held ones too.
    pub items: Vec<Item>,
    /// The other files below `content/`, sorted by path.
    pub stored: Arc<[Stored]>,
    /// Those of them that items name and that would be published, as they were read.
    pub(super) readings: Arc<Readings>,
    /// What the gate saw in all of them.
    pub(super) looked: Arc<Looked>,
    /// What stands in lists, newest first.
    pub listed: Vec<ItemId>,
    /// What stands in lists, by category: its own items, not those of the categories below.
    pub by_category: Vec<Vec<ItemId>>,
    /// What stands in lists, by category, with those of the categories below.
    pub(super) within_category: Vec<Vec<ItemId>>,
    /// How many of these stand in each section, by category.
    pub(super) section_counts: Vec<[usize; 4]>,
    /// By section, in the order of the four.
    pub(super) by_section: [Vec<ItemId>; 4],
    /// The order of the catalogue: by category from the top of the tree, in each the newest first.
    pub catalogue: Vec<ItemId>,
    /// By unit.
    pub(super) by_unit: Vec<Vec<ItemId>>,
    /// How many of these hang in each category, by unit.
    pub(super) unit_counts: Vec<BTreeMap<CategoryId, usize>>,
    /// By year of publication.
    pub by_year: BTreeMap<i16, Vec<ItemId>>,
    /// By topic, in the order of the board's list.
    pub by_topic: Vec<Vec<ItemId>>,
    /// By duty, the newest period first.
    pub by_duty: Vec<Vec<ItemId>>,
    /// What is owed period by period, in the order of the duties.
    pub series: Vec<Series>,
    /// How far each duty is fulfilled, in the order of the duties.
    pub coverage: Vec<Coverage>,
    /// Undertakings, those with the newest item first.
    pub matters: Vec<Matter>,
    /// For each document the items that explain it.
    pub interpretations: BTreeMap<ItemId, Vec<ItemId>>,
    /// For each document those that replace it (替代), newest first.
    pub replacements: BTreeMap<ItemId, Vec<ItemId>>,
    /// When each file was changed, where git knows.
    pub history: Arc<History>,
    /// What each item's file held before, where git knows; in an edition for the office's own staff.
    pub versions: Arc<Versions>,
    /// What was published before.
    pub ledger: Arc<Ledger>,
    pub(super) lookup: Arc<Lookup>,
}

impl Board {
    /// An item. Ids are handed out by the board only.
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0 as usize]
    }

    /// The item of a file, by its path from the board's root.
    pub fn at_path(&self, path: &str) -> Option<ItemId> {
        let at = self.items.binary_search_by(|item| (*item.draft.path).cmp(path)).ok()?;
        u32::try_from(at).ok().map(ItemId)
    }

    /// All items with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items.iter().enumerate().map(|(at, item)| (ItemId(at as u32), item))
    }

    /// A file beside the items as it was read, by its path from the board's root: [`super::Attached::found`]. Only files
    /// that items name, and that would be published as they lie or as a table, are read.
    pub fn reading(&self, path: &str) -> Option<&Reading> {
        self.readings.get(path).map(|reading| &**reading)
    }

    /// The file of one of an item's tables: its path from the board's root, and what was read of it.
    pub fn table_file(&self, item: &Item, table: &TableField) -> Option<(Arc<str>, &Reading)> {
        let path = resolve_path(item.folder(), &table.file)?;
        let (path, reading) = self.readings.get_key_value(path.as_str())?;
        Some((Arc::clone(path), reading))
    }

    /// A duty. Ids are handed out by the board only.
    pub fn duty(&self, id: DutyId) -> &Duty {
        &self.duties[id.0 as usize]
    }

    /// What stands in lists of a category and those below it, newest first.
    pub fn in_category(&self, id: CategoryId) -> &[ItemId] {
        &self.within_category[id.0 as usize]
    }

    /// How many items of a category and those below it stand in lists of a section.
    pub fn count_in(&self, id: CategoryId, section: Section) -> usize {
        self.section_counts[id.0 as usize][section as usize]
    }

    /// What stands in lists of a section, newest first.
    pub fn in_section(&self, section: Section) -> &[ItemId] {
        &self.by_section[section as usize]
    }

    /// What stands in lists of a unit, newest first.
    pub fn of_unit(&self, id: UnitId) -> &[ItemId] {
        &self.by_unit[id.0 as usize]
    }

    /// The categories in which items of a unit hang, and how many stand in lists of each.
    pub fn categories_of(&self, id: UnitId) -> impl Iterator<Item = (CategoryId, usize)> {
        self.unit_counts[id.0 as usize].iter().map(|(&category, &count)| (category, count))
    }

    /// The order of lists: newest first, then by path, so that the same items always stand alike.
    pub fn newest_first(&self, a: ItemId, b: ItemId) -> std::cmp::Ordering {
        self.item(b).published().cmp(&self.item(a).published()).then(a.cmp(&b))
    }

    /// Finds an item by its index number, or by its path relative to a folder, to `content/` or to the board's root.
    pub fn find(&self, reference: &str, folder: &str) -> Option<ItemId> {
        self.lookup.find(reference, folder)
    }

    /// The document that an item explains.
    pub fn interpreted(&self, item: &Item) -> Option<ItemId> {
        let reference = item.front().interprets.as_ref()?;
        self.find(reference, item.folder())
    }
}
