use super::column::{Column, columns};
use super::fault::{Fault, UnitFaults, by_unit, faults};
use super::veto::{Veto, vetoes};
use super::work::Work;
use crate::board::{Board, Excepted, Share, Timeliness};
use crate::diag::Severity;
use crate::text::Language;

/// Everything an inspector asks for, as of the board's today.
#[derive(Clone, Debug)]
pub struct Inspection<'a> {
    /// The board as everybody sees it.
    pub board: &'a Board,
    /// What waits to be done.
    pub work: Work<'a>,
    /// How many duties stand where.
    pub share: Share,
    /// What fell due this year, and what became of it.
    pub timeliness: Timeliness,
    /// 单项否决.
    pub vetoes: Vec<Veto<'a>>,
    /// All faults, in the order of the report.
    pub faults: Vec<Fault<'a>>,
    /// The same by unit.
    pub units: Vec<UnitFaults<'a>>,
    /// What items claim as exceptions.
    pub exceptions: Vec<Excepted<'a>>,
    /// The columns.
    pub columns: Vec<Column<'a>>,
}

impl<'a> Inspection<'a> {
    /// Inspects a board with its findings. Of a board of the inside view the public edition is inspected, for that is
    /// what inspectors and citizens see.
    pub fn of(board: &'a Board) -> Self {
        let board = board.public.as_deref().unwrap_or(board);
        let faults = faults(board);
        Self {
            work: Work::of(board),
            share: board.share(|_| true),
            timeliness: board.timeliness(board.today.year(), |_| true),
            vetoes: vetoes(board, &faults),
            units: by_unit(&faults),
            exceptions: board.exceptions(),
            columns: columns(board, &faults),
            faults,
            board,
        }
    }

    /// How many findings weigh so much.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|fault| fault.located.finding.severity == severity).count()
    }

    /// The name of a unit; `—` for none.
    pub fn unit_name(&self, unit: Option<crate::config::UnitId>) -> &'a str {
        unit.map_or("—", |unit| &self.board.config.unit(unit).name)
    }
}

/// The language of a board's own papers.
pub fn speech(board: &Board) -> Language {
    if board.config.language.starts_with("zh") { Language::Chinese } else { Language::English }
}
