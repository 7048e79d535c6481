use super::office::plain;
use super::step::{Step, steps};
use crate::calendar::Length;
use crate::say;
use crate::source::{Fields, Reader};
use crate::term::{Cadence, Channel, Term};
use crate::text::{Placed, Span, Text};
use std::sync::Arc;

/// Which category, by its place in the tree written out from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CategoryId(pub u16);

/// A node of the tree on which items hang (公开类别).
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Its own id, part of its address and the name of its folder.
    pub id: String,
    /// Its name; its folder may bear it instead.
    pub name: String,
    /// What it publishes.
    pub description: String,
    /// Ids from the top down, joined by `/`: `finance/budget`.
    pub path: String,
    /// The category above.
    pub parent: Option<CategoryId>,
    /// The categories below.
    pub children: Vec<CategoryId>,
    /// What its items inherit, its own or that of the category above.
    pub cadence: Option<Cadence>,
    /// Which unit its items inherit, by id or name.
    pub unit: Option<String>,
    /// The provisions its items inherit.
    pub basis: Vec<String>,
    /// The channels its items inherit; none where neither it nor one above says.
    pub channels: Option<Vec<Channel>>,
    /// The steps of approval that its items need; none where the board's hold.
    pub approvals: Option<Arc<[Step]>>,
    /// How long it may go without an item before it is stale.
    pub freshness: Option<Length>,
    /// Where it stands in `board.yaml`.
    pub span: Span,
}

/// The tree of categories.
#[derive(Clone, Debug, Default)]
pub struct Categories {
    all: Vec<Category>,
}

impl Categories {
    /// One category. Ids are handed out by this tree only.
    pub fn get(&self, id: CategoryId) -> &Category {
        &self.all[id.0 as usize]
    }

    /// All categories with their ids, each before those below it.
    pub fn iter(&self) -> impl Iterator<Item = (CategoryId, &Category)> {
        self.all.iter().enumerate().map(|(at, category)| (CategoryId(at as u16), category))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The category itself and those above it, from the top down.
    pub fn line(&self, id: CategoryId) -> Vec<CategoryId> {
        let mut line = vec![id];
        while let Some(parent) = line.last().and_then(|&id| self.get(id).parent) {
            line.push(parent);
        }
        line.reverse();
        line
    }

    /// Finds a category by the path of ids or names from the top (`finance/预算决算`), or by an id or name that is the
    /// only one of its kind.
    pub fn find(&self, path: &str) -> Option<CategoryId> {
        let parts: Vec<&str> = path.split(['/', '\\']).map(str::trim).filter(|part| !part.is_empty()).collect();
        let mut level: Option<CategoryId> = None;
        for part in &parts {
            level = Some(self.child(level, part).or_else(|| self.only(path.trim()))?);
        }
        level
    }

    /// The category below `parent` (or at the top) with this id or name.
    pub fn child(&self, parent: Option<CategoryId>, word: &str) -> Option<CategoryId> {
        self.iter()
            .find(|(_, category)| category.parent == parent && (category.id == word || category.name == word))
            .map(|(id, _)| id)
    }

    fn only(&self, word: &str) -> Option<CategoryId> {
        let mut found = self.iter().filter(|(_, category)| category.id == word || category.name == word);
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    }

    /// All ids and names, for the nearest one to a misspelt word.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.all.iter().flat_map(|category| [category.path.as_str(), category.id.as_str(), category.name.as_str()])
    }
}

pub(super) fn categories(fields: &mut Fields<'_, '_>, board_steps: &[Step]) -> Categories {
    let mut tree = Categories::default();
    for inner in fields.maps(("categories", "公开类别")) {
        branch(&mut tree, None, inner, board_steps);
    }
    tree
}

fn branch(tree: &mut Categories, parent: Option<CategoryId>, mut inner: Fields<'_, '_>, board_steps: &[Step]) {
    let above = parent.map(|parent| tree.get(parent).clone()).unwrap_or_default();
    let id = plain(&mut inner, ("id", "标识"));
    let channels = inner.texts_among::<Channel>(("channels", "公开渠道"));
    let approvals = inner.node(("approvals", "审签")).map(|node| steps(node, inner.reader(), board_steps));
    let category = Category {
        path: if above.path.is_empty() { id.clone() } else { format!("{}/{id}", above.path) },
        name: plain(&mut inner, ("name", "名称")),
        description: plain(&mut inner, ("description", "说明")),
        parent,
        children: Vec::new(),
        cadence: inner.term(("cadence", "公开时限")).map(|cadence| cadence.value).or(above.cadence),
        unit: inner.text(("unit", "责任单位")).map(|unit| unit.value).or(above.unit),
        basis: inner.texts(("basis", "公开依据")).into_iter().map(|basis| basis.value).collect(),
        channels: match channels.is_empty() {
            true => above.channels,
            false => Some(channels.iter().filter_map(|word| channel(word, inner.reader())).collect()),
        },
        approvals: approvals.or(above.approvals),
        freshness: inner.length(("freshness", "更新期限")).map(|length| length.value),
        span: inner.span(),
        id,
    };
    let below = inner.maps(("children", "下级"));
    if !is_path_word(&category.id) || parent.is_none() && RESERVED.contains(&category.id.as_str()) {
        let id = &category.id;
        inner.reader().refuse(
            "wrong-value",
            category.span,
            say!("类别标识“{id}”不能用作网址", "the category id “{id}” cannot be part of an address"),
            say!(
                "用小写字母、数字和减号，并且不要用 i、units、years、catalogue 等保留的词",
                "use lower-case letters, digits and hyphens, and none of the reserved words such as i, units, years"
            ),
        );
        inner.refuse_rest();
        return;
    }
    inner.refuse_rest();
    let own = CategoryId(tree.all.len() as u16);
    tree.all.push(category);
    if let Some(parent) = parent {
        tree.all[parent.0 as usize].children.push(own);
    }
    for inner in below {
        branch(tree, Some(own), inner, board_steps);
    }
}

/// Reads a channel; a word outside the 13 carriers is refused.
pub(super) fn channel(word: &Placed<String>, reader: &Reader) -> Option<Channel> {
    let channel = Channel::read(word.trim());
    if channel.is_none() {
        let shown = &word.value;
        reader.refuse(
            "unknown-channel",
            word.span,
            say!("没有“{shown}”这种公开渠道", "there is no channel “{shown}”"),
            say!("可以写：{choices}", "write one of: {choices}"; choices: Text::list(Channel::choices())),
        );
    }
    channel
}

/// First parts of addresses that are the board's own and that no category may take. Those of the statutory pages
/// (`rules/`, `reports/` …) are not among them: there the category's page takes the place of the general one.
const RESERVED: [&str; 17] = [
    "permanent",
    "periodic",
    "staged",
    "timely",
    "units",
    "topics",
    "years",
    "matters",
    "catalogue",
    "standard",
    "statistics",
    "i",
    "screen",
    "print",
    "search",
    "assets",
    "inspection",
];

/// Whether a word may be one part of an address: letters, digits, hyphens, Chinese characters.
fn is_path_word(word: &str) -> bool {
    !word.is_empty()
        && !word.starts_with('-')
        && word.chars().all(|character| character.is_alphanumeric() || matches!(character, '-' | '_'))
}
