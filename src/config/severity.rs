use crate::diag::{Diagnostic, Severity};
use crate::say;
use crate::source::{Fields, Value};
use crate::text::Span;
use std::collections::BTreeMap;

/// What the board says each check shall weigh. None switches a check off.
#[derive(Clone, Debug, Default)]
pub struct Severities {
    changed: BTreeMap<String, Change>,
}

/// What the board says of one check, and where.
#[derive(Clone, Copy, Debug)]
struct Change {
    severity: Option<Severity>,
    span: Span,
}

impl Severities {
    /// The ids that the board speaks of, and where.
    pub fn ids(&self) -> impl Iterator<Item = (&str, Span)> {
        self.changed.iter().map(|(id, change)| (id.as_str(), change.span))
    }

    /// Whether the board switches a check off.
    pub fn is_off(&self, check: &str) -> bool {
        !FIXED_CHECKS.contains(&check) && self.changed.get(check).is_some_and(|change| change.severity.is_none())
    }

    /// Gives a finding the weight that the board wants; says whether it is kept. The form of a file is not the board's
    /// to judge: what cannot be read is not published.
    pub fn apply(&self, finding: &mut Diagnostic) -> bool {
        if FIXED_CHECKS.contains(&finding.check) {
            return true;
        }
        match self.changed.get(finding.check).map(|change| change.severity) {
            None => true,
            Some(None) => false,
            Some(Some(severity)) => {
                finding.severity = severity;
                true
            }
        }
    }
}

/// The checks of form, which keep their weight.
pub const FIXED_CHECKS: [&str; 9] = [
    "bad-front-matter",
    "bad-template",
    "duplicate-field",
    "internal-error",
    "missing-field",
    "not-utf8",
    "unknown-field",
    "unreadable-file",
    "wrong-value",
];

pub(super) fn severities(fields: &mut Fields<'_, '_>) -> Severities {
    let mut severities = Severities::default();
    let Some(mut inner) = fields.map(("checks", "检查")) else { return severities };
    for entry in inner.rest() {
        let Value::Text(word) = &entry.node.value else { continue };
        let severity = match word.trim() {
            "error" | "错误" => Some(Severity::Error),
            "warning" | "警告" => Some(Severity::Warning),
            "note" | "提示" => Some(Severity::Note),
            "off" | "关闭" => None,
            other => {
                inner.reader().refuse(
                    "wrong-value",
                    entry.node.span,
                    say!("“{other}”不是问题的级别", "“{other}” is no severity"),
                    say!("可以写：error、warning、note、off", "write error, warning, note or off"),
                );
                continue;
            }
        };
        let change = Change { severity, span: entry.key.span };
        severities.changed.insert(entry.key.value.into_owned(), change);
    }
    severities
}
