use super::chapter::Chapter;
use super::paragraph::Paragraph;
use super::prose;
use super::tables::Tables;
use crate::board::Board;
use crate::tally::Tally;

/// The annual report on a year.
#[derive(Clone, Debug)]
pub struct AnnualReport {
    /// 青石镇2025年政府信息公开工作年度报告.
    pub title: String,
    /// What stands before the first section.
    pub preface: Paragraph,
    /// The figures.
    pub tables: Tables,
    /// The six sections.
    pub chapters: Vec<Chapter>,
}

impl AnnualReport {
    /// The report of a board on a year.
    pub fn of(board: &Board, tally: &Tally, year: i16) -> Self {
        let tables = Tables::of(board, tally, year);
        let office = prose::office(board).trim_end_matches("人民政府");
        Self {
            title: format!("{office}{year}年政府信息公开工作年度报告"),
            preface: prose::preface(board, year),
            chapters: prose::chapters(board, tally, &tables),
            tables,
        }
    }
}
