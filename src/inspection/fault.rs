use crate::board::{Board, ItemId};
use crate::check::{Family, find};
use crate::config::UnitId;
use crate::diag::{Diagnostic, Located, Severity, Spot};
use std::collections::BTreeMap;

/// A finding, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Fault<'a> {
    /// The finding with its line.
    pub located: &'a Located,
    /// To which part of the work its check belongs.
    pub family: Family,
    /// The item in which it stands.
    pub item: Option<ItemId>,
    /// The unit that answers for the place.
    pub unit: Option<UnitId>,
}

/// The faults of one unit.
#[derive(Clone, Debug)]
pub struct UnitFaults<'a> {
    /// The unit; none for what belongs to the board as a whole.
    pub unit: Option<UnitId>,
    /// Its faults, errors first.
    pub faults: Vec<Fault<'a>>,
}

impl UnitFaults<'_> {
    /// How many weigh so much.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|fault| fault.located.finding.severity == severity).count()
    }
}

/// All findings with whose they are, in the order of the report.
pub(super) fn faults<'a>(board: &'a Board) -> Vec<Fault<'a>> {
    let fault = |located: &'a Located| {
        let finding = &located.finding;
        let item = item_of(board, finding);
        let unit = item.map_or_else(|| unit_of_paper(board, finding), |id| board.item(id).unit);
        let family = find(finding.check).map_or(Family::Form, |check| check.meta().family);
        Fault { located, family, item, unit }
    };
    board.findings.iter().map(fault).collect()
}

/// The same by unit, in the order of the board's units; what belongs to none comes last.
pub(super) fn by_unit<'a>(faults: &[Fault<'a>]) -> Vec<UnitFaults<'a>> {
    let mut units: BTreeMap<(bool, Option<UnitId>), Vec<Fault<'a>>> = BTreeMap::new();
    for fault in faults {
        units.entry((fault.unit.is_none(), fault.unit)).or_default().push(*fault);
    }
    let units = units.into_iter().map(|((_, unit), mut faults)| {
        faults.sort_by_key(|fault| std::cmp::Reverse(fault.located.finding.severity));
        UnitFaults { unit, faults }
    });
    units.collect()
}

/// The item in whose file, or in one of whose files, a finding stands.
fn item_of(board: &Board, finding: &Diagnostic) -> Option<ItemId> {
    let path = &finding.place.as_ref()?.path;
    let names = |id: &ItemId| board.item(*id).attached.iter().any(|file| file.offered() == Some(path));
    board.at_path(path).or_else(|| board.iter().map(|(id, _)| id).find(names))
}

/// The unit of the duty or the category that a finding in `duties.yaml` or `board.yaml` points to.
fn unit_of_paper(board: &Board, finding: &Diagnostic) -> Option<UnitId> {
    let place = finding.place.as_ref()?;
    let Spot::Text(span) = place.spot else { return None };
    let own = match &*place.path {
        "content/duties.yaml" => {
            board.duties.iter().find(|duty| duty.span == span)?.unit.as_ref().map(|unit| unit.value.as_str())
        }
        "content/board.yaml" => board.config.categories.iter().find(|(_, node)| node.span == span)?.1.unit.as_deref(),
        _ => None,
    };
    board.config.find_unit(own?)
}
