use super::super::diagnostic::{Diagnostic, Severity};
use super::place::{Texts, line_column, spot_words};
use crate::text::{Language, masked, percent_encoded};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// All findings as a log in the Static Analysis Results Interchange Format, which forges and editors read.
/// Source: OASIS SARIF 2.1.0. Columns count characters; paths count from the board's root.
pub fn sarif(findings: &[Diagnostic], language: Language, texts: Texts<'_>) -> String {
    let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.check).collect();
    let rules: Vec<Value> = rules.into_iter().map(|id| json!({ "id": id })).collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, language, texts)).collect();
    let driver = json!({ "name": "gongkai", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    });
    format!("{log:#}\n")
}

fn result(finding: &Diagnostic, language: Language, texts: Texts<'_>) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let words = [Some(&finding.message), finding.remedy.as_ref()];
    let text: Vec<String> = words.into_iter().flatten().map(|words| masked(words.in_language(language))).collect();
    let mut result = json!({ "ruleId": finding.check, "level": level, "message": { "text": text.join("\n") } });
    if let Some(place) = &finding.place {
        let mut physical = json!({ "artifactLocation": { "uri": percent_encoded(&place.path) } });
        if let Some(at) = line_column(finding, texts) {
            physical["region"] = json!({ "startLine": at.line, "startColumn": at.column });
        }
        let mut location = json!({ "physicalLocation": physical });
        if let Some(spot) = spot_words(&place.spot) {
            location["message"] = json!({ "text": spot.in_language(language) });
        }
        result["locations"] = json!([location]);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::super::super::diagnostic::Place;
    use super::*;
    use crate::say;
    use crate::text::Span;

    #[test]
    fn a_finding_tells_rule_level_and_place() {
        let text = "title: 甲\nunit: 乙\n";
        let at = text.find('乙').unwrap();
        let place = Place::text(&"content/财政/a.md".into(), Span::new(at, at + 3));
        let finding = Diagnostic::new("unknown-unit", Severity::Error, place, say!("没有这个单位", "no such unit"))
            .remedy(say!("改一改", "mend it"));
        let log = sarif(&[finding], Language::Chinese, &|_| Some(text.to_owned()));
        let log: Value = serde_json::from_str(&log).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"], json!([{ "id": "unknown-unit" }]));
        assert_eq!(
            run["results"][0],
            json!({
                "ruleId": "unknown-unit",
                "level": "error",
                "message": { "text": "没有这个单位\n改一改" },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": "content/%E8%B4%A2%E6%94%BF/a.md" },
                    "region": { "startLine": 2, "startColumn": 7 },
                } }],
            })
        );
    }
}
