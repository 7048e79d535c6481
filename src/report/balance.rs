use super::documents::documents;
use super::requests::{REQUEST_COLUMNS, RequestTable};
use crate::annual::{APPLICANTS, Requests, YearFigures};
use crate::board::Board;
use crate::diag::Severity;
use crate::say;
use crate::text::{Span, Text};

/// Figures of a year that contradict each other, or those of the year before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imbalance {
    /// Which of the eight rules: `AR-1` 勾稽关系, `AR-5` carry-over, `AR-6` documents in force.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it stands in `annual/YYYY.yaml`.
    pub span: Span,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub remedy: Text,
}

/// Finds what does not balance in the figures of a year. The totals of the tables are computed and cannot be wrong
/// (AR-2, AR-3, AR-4), no cell is empty (AR-7), and the six sections always stand in order (AR-8).
pub fn imbalances(board: &Board, year: i16) -> Vec<Imbalance> {
    let Some(figures) = board.annual.years.get(&year) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(requests) = &figures.requests {
        columns(requests, &mut found);
        if let Some(before) = board.annual.years.get(&(year - 1)).and_then(|before| before.requests.as_ref()) {
            carry_over(year, requests, before, &mut found);
        }
    }
    in_force(board, figures, &mut found);
    found
}

/// AR-1: 第一项加第二项之和，等于第三项加第四项之和, column by column.
fn columns(requests: &Requests, found: &mut Vec<Imbalance>) {
    let table = RequestTable::of(Some(requests));
    for column in table.unbalanced().into_iter().filter(|&column| column < APPLICANTS) {
        let name = REQUEST_COLUMNS[column];
        let cell = |row: usize| table.rows[row][column];
        let (new, over, total, forward) = (cell(0), cell(1), cell(23), cell(24));
        let (left, right) = (new + over, total + forward);
        found.push(Imbalance {
            rule: "AR-1",
            severity: Severity::Error,
            span: requests.spans[0],
            message: say!(
                "依申请公开“{name}”一列不平：新收 {new} 加上年结转 {over} 是 {left}，办理结果 {total} 加结转下年 {forward} 是 {right}",
                "requests, column {name}: {new} new and {over} carried over are {left}, but {total} settled and {forward} carried forward are {right}"
            ),
            remedy: say!(
                "与登记台账逐件核对这一列，改正其中的数",
                "go through this column with the register and mend the number that is wrong"
            ),
        });
    }
}

/// AR-5: what is carried over is what the year before carried forward.
fn carry_over(year: i16, requests: &Requests, before: &Requests, found: &mut Vec<Imbalance>) {
    let (Some(over), Some(forward)) = (requests.at("carried_over"), before.at("carried_forward")) else { return };
    let (this, last) = (requests.counts[over], before.counts[forward]);
    for column in (0..APPLICANTS).filter(|&column| this[column] != last[column]) {
        let (name, own, other, earlier) = (REQUEST_COLUMNS[column], this[column], last[column], year - 1);
        found.push(Imbalance {
            rule: "AR-5",
            severity: Severity::Error,
            span: requests.spans[over],
            message: say!(
                "“{name}”上年结转 {own} 件，{earlier} 年结转下年的是 {other} 件",
                "{name}: {own} carried over, but {other} were carried forward from {earlier}"
            ),
            remedy: say!(
                "改成一致；{earlier} 年的报告有误的，先更正那一年",
                "make them the same; where {earlier} was wrong, correct that year first"
            ),
        });
    }
}

/// AR-6: documents in force are those of the year before, and those made, without those repealed. Documents may also
/// expire, so this only warns, and only where the office counts by hand.
fn in_force(board: &Board, figures: &YearFigures, found: &mut Vec<Imbalance>) {
    let (now, before) = (documents(board, figures.year), documents(board, figures.year - 1));
    let written = [figures.rules, figures.normative];
    for ((now, before), written) in now.iter().zip(&before).zip(written) {
        let Some(written) = written.filter(|_| before.by_hand || before.cells() != [0, 0, 0]) else { continue };
        let expected = (before.valid + now.made).checked_sub(now.repealed);
        if expected == Some(now.valid) {
            continue;
        }
        let (name, valid, last, made, repealed) = (now.name, now.valid, before.valid, now.made, now.repealed);
        found.push(Imbalance {
            rule: "AR-6",
            severity: Severity::Warning,
            span: written.span,
            message: say!(
                "{name}现行有效 {valid} 件，与上年 {last} 件加制发 {made} 件减废止 {repealed} 件不符",
                "{name}: {valid} in force, but {last} of the year before, {made} made and {repealed} repealed give another number"
            ),
            remedy: say!(
                "核对现行有效件数；有自然失效的，在报告中说明",
                "count those in force again; where some expired, say so in the report"
            ),
        });
    }
}
