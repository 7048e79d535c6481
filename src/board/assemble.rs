use super::address::Address;
use super::attached::{Attached, attached, resolve_path};
use super::edition::Edition;
use super::fulfilment::coverage;
use super::item::{Item, ItemId};
use super::lookup::Lookup;
use super::matter::Matter;
use super::model::Board;
use super::readings::Readings;
use super::shown_table::tables;
use super::slots::series;
use super::standing::{Grounds, standing};
use crate::annual::Annual;
use crate::calendar::{Date, Period, Workdays};
use crate::config::{CategoryId, Config, Duty, DutyId};
use crate::gate::Looked;
use crate::ledger::Ledger;
use crate::parse::Draft;
use crate::source::{History, Stored, Versions};
use crate::term::{Audience, Cadence, Channel, Method};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// What a board is made of.
pub struct Ingredients<'a> {
    /// What the board is.
    pub config: Arc<Config>,
    /// What it owes.
    pub duties: Arc<Vec<Duty>>,
    /// The figures that no item carries.
    pub annual: Arc<Annual>,
    /// Its items as written, sorted by path.
    pub drafts: &'a [Arc<Draft>],
    /// The other files below `content/`, sorted by path.
    pub stored: &'a [Stored],
    /// Those of them that items name, as they were read.
    pub readings: Arc<Readings>,
    /// When each file was changed, where git knows.
    pub history: Arc<History>,
    /// What each item's file held before; empty in what everybody sees.
    pub versions: Arc<Versions>,
    /// What was published before.
    pub ledger: Arc<Ledger>,
    /// What the gate saw in items and files.
    pub looked: Arc<Looked>,
    /// Which days are worked.
    pub workdays: Workdays,
    /// The date on which everything is judged.
    pub today: Date,
    /// Whom this is for.
    pub edition: Edition,
    /// Files in which something is wrong: their items are held.
    pub faulty: &'a HashSet<Arc<str>>,
}

/// Resolves every item and sorts them into their lists. Says nothing: what could not be resolved stays empty, and the
/// checks speak of it.
pub fn assemble(ingredients: Ingredients<'_>) -> Board {
    let Ingredients {
        config,
        duties,
        annual,
        drafts,
        stored,
        readings,
        looked,
        history,
        versions,
        ledger,
        workdays,
        today,
        edition,
        faulty,
    } = ingredients;
    let annual = published(annual, faulty);
    let by_duty_id: HashMap<&str, DutyId> =
        duties.iter().enumerate().map(|(at, duty)| (duty.id.as_str(), DutyId(at as u16))).collect();
    let resolver =
        Resolver { config: &config, duties: &duties, by_duty_id, stored, readings: &readings, today, edition, faulty };
    let items: Vec<Item> = drafts.iter().map(|draft| resolver.item(draft)).collect();
    let lookup = Arc::new(Lookup::of(&items));
    let mut board = Board {
        by_category: vec![Vec::new(); config.categories.len()],
        within_category: vec![Vec::new(); config.categories.len()],
        section_counts: vec![[0; 4]; config.categories.len()],
        by_section: Default::default(),
        catalogue: Vec::new(),
        by_unit: vec![Vec::new(); config.units.len()],
        unit_counts: vec![BTreeMap::new(); config.units.len()],
        by_topic: vec![Vec::new(); config.topics.len()],
        by_duty: vec![Vec::new(); duties.len()],
        by_year: BTreeMap::new(),
        listed: Vec::new(),
        series: Vec::new(),
        coverage: Vec::new(),
        matters: Vec::new(),
        interpretations: BTreeMap::new(),
        replacements: BTreeMap::new(),
        history,
        versions,
        ledger,
        config,
        duties,
        annual,
        findings: Vec::new(),
        public: None,
        today,
        edition,
        workdays,
        items,
        stored: Arc::from(stored),
        readings,
        looked,
        lookup,
    };
    sort_into_lists(&mut board);
    board
}

/// The figures, without the register of opinions where something in it must not be published; it still counts.
fn published(annual: Arc<Annual>, faulty: &HashSet<Arc<str>>) -> Arc<Annual> {
    match &annual.opinions_path {
        Some(path) if faulty.contains(path) => Arc::new(Annual { opinions_path: None, ..(*annual).clone() }),
        _ => annual,
    }
}

struct Resolver<'a> {
    config: &'a Config,
    duties: &'a [Duty],
    by_duty_id: HashMap<&'a str, DutyId>,
    stored: &'a [Stored],
    readings: &'a Readings,
    today: Date,
    edition: Edition,
    faulty: &'a HashSet<Arc<str>>,
}

impl Resolver<'_> {
    /// Item before duty before category before board.
    fn item(&self, draft: &Arc<Draft>) -> Item {
        let front = &draft.front;
        let duty_id = front.duty.as_ref().and_then(|id| self.by_duty_id.get(id.trim()).copied());
        let duty = duty_id.map(|id| &self.duties[id.0 as usize]);
        let category_id = self.category(draft, duty);
        let category = category_id.map(|id| self.config.categories.get(id));
        let cadence = front
            .cadence
            .as_ref()
            .map(|cadence| cadence.value)
            .or_else(|| front.stage.as_ref().map(|_| Cadence::Staged))
            .or_else(|| duty.and_then(|duty| duty.cadence.as_ref()).map(|cadence| cadence.value))
            .or_else(|| category.and_then(|category| category.cadence))
            .unwrap_or(Cadence::Timely);
        let unit = match &front.unit {
            Some(word) => self.config.find_unit(word),
            None => duty
                .and_then(|duty| duty.unit.as_ref())
                .map(|word| word.as_str())
                .or_else(|| category.and_then(|category| category.unit.as_deref()))
                .and_then(|word| self.config.find_unit(word)),
        };
        let channels = front
            .channels
            .as_ref()
            .map(|channels| channels.iter().map(|channel| channel.value).collect::<Vec<_>>())
            .or_else(|| duty.map(|duty| duty.channels.clone()).filter(|channels| !channels.is_empty()))
            .or_else(|| category.and_then(|category| category.channels.clone()))
            .unwrap_or_else(|| vec![Channel::Website]);
        let method = match (&front.withheld, &front.method) {
            (Some(_), _) => Method::Withheld,
            (None, Some(method)) => method.value,
            (None, None) => Method::Proactive,
        };
        let audience = front
            .audience
            .as_ref()
            .map(|audience| audience.value.clone())
            .or_else(|| duty.and_then(|duty| duty.audience.clone()))
            .unwrap_or(Audience::Public);
        let steps = Arc::clone(self.config.steps_of(category_id));
        let address = address(self.config, draft, category_id);
        let attached = attached(draft, &address, self.stored, self.readings);
        let standing = standing(&Grounds {
            front,
            method,
            audience: &audience,
            channels: &channels,
            steps: &steps,
            today: self.today,
            edition: self.edition,
            faulty: self.is_faulty(draft, &attached),
        });
        let tables = tables(draft, &address, &attached, self.readings, self.config.policies.name_mask);
        Item {
            draft: Arc::clone(draft),
            category: category_id,
            cadence,
            duty: duty_id,
            unit,
            method,
            audience,
            channels,
            steps,
            standing,
            address,
            attached,
            tables,
        }
    }

    /// Whether something is wrong in the item's file, or in a file that it publishes as it lies or as a table.
    fn is_faulty(&self, draft: &Draft, attached: &[Attached]) -> bool {
        let folder = draft.folder();
        let tables = || draft.front.tables.iter().filter_map(|table| resolve_path(folder, &table.file));
        !self.faulty.is_empty()
            && (self.faulty.contains(&draft.path)
                || attached.iter().filter_map(Attached::found).any(|path| self.faulty.contains(path))
                || tables().any(|path| self.faulty.contains(path.as_str())))
    }

    /// What the item says, else its folder, else its duty.
    fn category(&self, draft: &Draft, duty: Option<&Duty>) -> Option<CategoryId> {
        if let Some(path) = &draft.front.category {
            return self.config.categories.find(path);
        }
        let folders = folders(&draft.path);
        if folders.is_empty() {
            return duty.and_then(|duty| duty.category.as_ref()).and_then(|path| self.config.categories.find(path));
        }
        let mut found = None;
        for folder in folders {
            found = Some(self.config.categories.child(found, folder)?);
        }
        found
    }
}

/// The folders between `content/` and the item; the own folder of an `index.md` does not count.
fn folders(path: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = path.split('/').skip(1).collect();
    if parts.pop().is_some_and(|name| name.eq_ignore_ascii_case("index.md")) {
        parts.pop();
    }
    parts
}

fn address(config: &Config, draft: &Draft, category: Option<CategoryId>) -> Address {
    let mut parts = draft.path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = if stem.eq_ignore_ascii_case("index") { parts.next().unwrap_or(stem) } else { stem };
    match category {
        Some(category) => Address::page(&format!("{}/{stem}", config.categories.get(category).path)),
        None => Address::page(&format!("{}/{stem}", folders(&draft.path).join("/"))),
    }
}

fn sort_into_lists(board: &mut Board) {
    let mut listed: Vec<ItemId> = board.iter().filter(|(_, item)| item.is_listed()).map(|(id, _)| id).collect();
    listed.sort_by(|&a, &b| board.newest_first(a, b));
    let config = Arc::clone(&board.config);
    let mut matters: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
    for &id in &listed {
        let item = &board.items[id.0 as usize];
        if let Some(category) = item.category {
            board.by_category[category.0 as usize].push(id);
            for above in config.categories.line(category) {
                board.within_category[above.0 as usize].push(id);
                board.section_counts[above.0 as usize][item.section() as usize] += 1;
            }
        }
        board.by_section[item.section() as usize].push(id);
        if let Some(unit) = item.unit {
            board.by_unit[unit.0 as usize].push(id);
            if let Some(category) = item.category {
                *board.unit_counts[unit.0 as usize].entry(category).or_default() += 1;
            }
        }
        if let Some(published) = item.published() {
            board.by_year.entry(published.date().year()).or_default().push(id);
        }
        for word in &item.front().topics {
            if let Some(at) = config.topics.iter().position(|topic| topic.id == **word || topic.name == **word) {
                board.by_topic[at].push(id);
            }
        }
        if let Some(duty) = item.duty {
            board.by_duty[duty.0 as usize].push(id);
        }
        if let Some(stage) = &item.front().stage {
            matters.entry(stage.matter.trim().to_owned()).or_default().push(id);
        }
        if let Some(document) = board.interpreted(item) {
            board.interpretations.entry(document).or_default().push(id);
        }
        for older in replaced(board, item) {
            board.replacements.entry(older).or_default().push(id);
        }
    }
    let uncategorised = listed.iter().copied().filter(|&id| board.item(id).category.is_none());
    board.catalogue = board.by_category.iter().flatten().copied().chain(uncategorised).collect();
    board.listed = listed;
    sort_series(board);
    board.series = series(board);
    board.coverage = coverage(board);
    board.matters = matters.into_iter().map(|(id, items)| matter(board, id, items)).collect();
}

/// The documents that a document says it replaces, without itself.
fn replaced(board: &Board, item: &Item) -> Vec<ItemId> {
    let Some(document) = &item.front().document else { return Vec::new() };
    let found = document.replaces.iter().filter_map(|reference| board.find(reference, item.folder()));
    found.filter(|&older| !std::ptr::eq(board.item(older), item)).collect()
}

fn sort_series(board: &mut Board) {
    let mut by_duty = std::mem::take(&mut board.by_duty);
    for items in &mut by_duty {
        let period = |id: ItemId| board.item(id).period().map(Period::start);
        items.sort_by(|&a, &b| period(b).cmp(&period(a)).then(board.newest_first(a, b)));
    }
    board.by_duty = by_duty;
}

fn matter(board: &Board, id: String, mut items: Vec<ItemId>) -> Matter {
    let phase = |id: ItemId| {
        board.item(id).front().stage.as_ref().and_then(|stage| stage.phase.as_ref()).map(|phase| phase.value)
    };
    items.sort_by(|&a, &b| phase(a).cmp(&phase(b)).then(board.newest_first(b, a)));
    let named = board.config.matters.iter().find(|matter| matter.id == id).map(|matter| matter.name.clone());
    let name = named.or_else(|| items.first().map(|&first| board.item(first).title().to_owned())).unwrap_or_default();
    Matter { id, name, items }
}
