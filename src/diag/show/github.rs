use super::super::diagnostic::{Diagnostic, Severity};
use super::place::{Texts, line_column};
use crate::text::{Language, masked};

/// A finding as a workflow command, which GitHub shows beside the line.
pub fn github(finding: &Diagnostic, language: Language, texts: Texts<'_>) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = format!("title={}", property(finding.check));
    if let Some(place) = &finding.place {
        properties.push_str(&format!(",file={}", property(&place.path)));
    }
    if let Some(at) = line_column(finding, texts) {
        properties.push_str(&format!(",line={},col={}", at.line, at.column));
    }
    let remedy = finding.remedy.as_ref().map(|remedy| format!("\n{}", remedy.in_language(language)));
    let message = format!("{}{}", masked(finding.message.in_language(language)), masked(&remedy.unwrap_or_default()));
    format!("::{kind} {properties}::{}", data(&message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
