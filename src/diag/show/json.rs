use super::super::diagnostic::Diagnostic;
use super::place::{Texts, line_column, spot_words};
use crate::text::{Language, masked};
use serde::Serialize;

#[derive(Serialize)]
struct Row<'a> {
    check: &'a str,
    severity: &'a str,
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spot: Option<String>,
    message: String,
    remedy: Option<String>,
    basis: Option<&'a str>,
}

/// All findings as one array, a row a line. Null stands where a finding has no place.
pub fn json(findings: &[Diagnostic], language: Language, texts: Texts<'_>) -> String {
    let row = |finding: &Diagnostic| {
        let at = line_column(finding, texts);
        let row = Row {
            check: finding.check,
            severity: finding.severity.id(),
            path: finding.place.as_ref().map(|place| &*place.path),
            line: at.map(|at| at.line),
            column: at.map(|at| at.column),
            spot: finding
                .place
                .as_ref()
                .and_then(|place| spot_words(&place.spot))
                .map(|words| words.in_language(language).to_owned()),
            message: masked(finding.message.in_language(language)),
            remedy: finding.remedy.as_ref().map(|remedy| masked(remedy.in_language(language))),
            basis: finding.basis,
        };
        serde_json::to_string(&row).unwrap_or_default()
    };
    let rows: Vec<String> = findings.iter().map(row).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}
