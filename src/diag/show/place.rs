use super::super::diagnostic::{Diagnostic, Spot};
use crate::text::{LineColumn, locate};

/// Gives the text of a file by its path, to show the line of a finding.
pub type Texts<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The line and column of a finding in a text file.
pub(super) fn line_column(finding: &Diagnostic, texts: Texts<'_>) -> Option<LineColumn> {
    let place = finding.place.as_ref()?;
    match &place.spot {
        Spot::Text(span) => Some(
            texts(&place.path).map_or(LineColumn { line: 1, column: 1 }, |text| locate(&text, span.start as usize)),
        ),
        Spot::File => Some(LineColumn { line: 1, column: 1 }),
        Spot::Cell { .. } | Spot::Page(_) | Spot::Paragraph(_) => None,
    }
}

/// A place in a document or spreadsheet, as people say it.
pub fn spot_words(spot: &Spot) -> Option<crate::text::Text> {
    match spot {
        Spot::Cell { sheet, cell } if sheet.is_empty() => Some(crate::say!("单元格 {cell}", "cell {cell}")),
        Spot::Cell { sheet, cell } => Some(crate::say!("工作表“{sheet}”的 {cell}", "cell {cell} of sheet “{sheet}”")),
        Spot::Page(number) => Some(crate::say!("第 {number} 页", "page {number}")),
        Spot::Paragraph(number) => Some(crate::say!("第 {number} 段", "paragraph {number}")),
        Spot::File | Spot::Text(_) => None,
    }
}
