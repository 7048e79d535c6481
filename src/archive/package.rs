use super::bag::Purpose;
use super::directory::{directory, tells};
use super::file_number::{belongs, file_numbers};
use super::index_page::index_page;
use super::metadata::metadata;
use super::records::{approvals, channels};
use super::selected::Selected;
use crate::board::{Address, Attached, Board, Item, Reach};
use crate::config::UnitId;
use crate::output::Artifact;
use std::collections::BTreeSet;

/// Which part of a board is packed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request {
    /// Only what was published in this year.
    pub year: Option<i16>,
    /// Only what this unit answers for.
    pub unit: Option<UnitId>,
}

/// What goes into a bag.
pub struct Package<'a> {
    board: &'a Board,
    name: String,
    commit: Option<String>,
    selected: Vec<Selected<'a>>,
    identifier: String,
    group: String,
}

impl<'a> Package<'a> {
    /// Chooses the items. `commit` names the version of the sources, where it is known.
    pub fn of(board: &'a Board, request: Request, commit: Option<String>) -> Self {
        let mut numbers = file_numbers(board);
        let year = |item: &Item| item.published().map(|published| published.date().year());
        let wanted = |item: &Item| {
            belongs(board, item)
                && request.year.is_none_or(|wanted| year(item) == Some(wanted))
                && request.unit.is_none_or(|unit| item.unit == Some(unit))
        };
        let mut selected: Vec<Selected<'a>> = board
            .iter()
            .filter(|(_, item)| wanted(item))
            .filter_map(|(id, item)| Some(Selected { item, filed: numbers.remove(&id)?, source: source(board, item) }))
            .collect();
        selected.sort_by(|a, b| a.filed.number.cmp(&b.filed.number).then(a.item.draft.path.cmp(&b.item.draft.path)));
        let unit = request.unit.map(|unit| board.config.unit(unit));
        let internal = board.edition.reach == Reach::Internal;
        let audience = if internal { "内部部分" } else { "公开部分" };
        let year = request.year.map(|year| format!("{year}年")).unwrap_or_default();
        let name = format!("{}{}{year}归档（{audience}）", board.config.title, unit.map_or("", |unit| &unit.name));
        let parts = [
            Some(board.config.office.id.clone()),
            request.year.map(|year| year.to_string()),
            unit.map(|unit| unit.id.clone()),
        ];
        let group = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        let identifier = format!("{group}-{}", if internal { "internal" } else { "public" });
        Self { board, name, commit, selected, identifier, group }
    }

    /// How many items it holds.
    pub fn count(&self) -> usize {
        self.selected.len()
    }

    /// The addresses of the pages that go with it.
    pub fn pages(&self) -> Vec<&'a Address> {
        self.selected.iter().filter(|one| one.item.has_page()).map(|one| &one.item.address).collect()
    }

    /// The items whose sources go with it, and where the source of each lies in the bag.
    pub fn sources(&self) -> impl Iterator<Item = (&'a Item, &str)> {
        self.selected.iter().filter_map(|one| Some((one.item, one.source.as_deref()?)))
    }

    /// Other files of the board that go into an internal bag as they lie: those named by its items, and its papers.
    pub fn files(&self) -> BTreeSet<String> {
        if self.board.edition.reach == Reach::Public {
            return BTreeSet::new();
        }
        let mut files = BTreeSet::new();
        for one in &self.selected {
            files.extend(one.item.attached.iter().filter_map(Attached::offered).map(ToString::to_string));
            let tables = one.item.front().tables.iter();
            files.extend(tables.filter_map(|table| crate::board::resolve_path(one.item.folder(), &table.file)));
        }
        files.retain(|path| self.board.stored.iter().any(|stored| *stored.path == **path));
        files
    }

    /// Lists, records and metadata.
    pub fn records(&self) -> Vec<Artifact> {
        let (board, selected) = (self.board, &self.selected[..]);
        let mut made = directory(board, selected);
        made.extend(approvals(board, selected));
        made.push(channels(board, selected));
        made.push(metadata(board, selected, self.commit.as_deref()));
        made.push(index_page(board, selected, &self.name));
        made
    }

    /// What `bag-info.txt` says.
    pub fn purpose(&self) -> Purpose {
        let office = &self.board.config.office;
        let commit = self.commit.as_ref().map(|commit| format!("git {commit}"));
        vec![
            ("Source-Organization", office.name.clone()),
            ("Organization-Address", office.address.clone()),
            ("Contact-Phone", office.phone.clone()),
            ("Contact-Email", office.email.clone()),
            ("External-Description", format!("{}，{} 件", self.name, self.selected.len())),
            ("External-Identifier", self.identifier.clone()),
            ("Bag-Group-Identifier", self.group.clone()),
            ("Bagging-Date", self.board.today.to_string()),
            ("Internal-Sender-Identifier", commit.unwrap_or_default()),
            ("Bag-Software-Agent", concat!("gongkai ", env!("CARGO_PKG_VERSION")).to_owned()),
        ]
    }
}

/// Where the source of an item lies in the bag. What is not told of an item has no source in a public one.
fn source(board: &Board, item: &Item) -> Option<String> {
    let name = item.draft.path.strip_prefix("content/").unwrap_or(&item.draft.path);
    tells(board, item).then(|| format!("sources/{name}"))
}
