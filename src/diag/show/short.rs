use super::super::diagnostic::Diagnostic;
use super::place::{Texts, line_column, spot_words};
use crate::text::{Language, masked};

/// A finding in one line: `content/a.md:3:8: error[id-number]: …`.
pub fn short(finding: &Diagnostic, language: Language, texts: Texts<'_>) -> String {
    let at = line_column(finding, texts).map(|at| format!(":{}:{}", at.line, at.column));
    let spot = finding.place.as_ref().and_then(|place| spot_words(&place.spot));
    let spot = spot.map(|words| format!(" {}", words.in_language(language)));
    let path = finding.place.as_ref().map_or("content/board.yaml", |place| &*place.path);
    let (at, spot) = (at.unwrap_or_default(), spot.unwrap_or_default());
    let path = masked(path);
    format!(
        "{path}{at}{spot}: {}[{}]: {}",
        finding.severity,
        finding.check,
        masked(finding.message.in_language(language))
    )
}
