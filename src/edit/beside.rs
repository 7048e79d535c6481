//! Which field a finding belongs to.

use super::change::Opened;
use super::desk::Judged;
use super::field::{Group, Part};
use super::step::Step;
use crate::board::Item;
use crate::diag::{Diagnostic, Severity, Spot};
use crate::source::{Entry, Node, Value};
use crate::text::{Language, locate, masked};
use serde::Serialize;

/// A finding as the form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Beside {
    /// The field, row or group; nothing where it is about the item as a whole.
    pub(super) field: String,
    pub(super) severity: &'static str,
    pub(super) check: &'static str,
    pub(super) message: String,
    pub(super) remedy: Option<String>,
    pub(super) basis: Option<&'static str>,
    /// Line of the text in the field, from 1, for findings in the body.
    pub(super) line: Option<usize>,
}

impl Beside {
    pub(super) fn is_error(&self) -> bool {
        self.severity == Severity::Error.id()
    }
}

/// The findings on an item and on the files that it names, the worst first.
pub(super) fn beside(
    judged: &Judged,
    path: &str,
    opened: Option<&Opened>,
    parts: &[Part],
    language: Language,
) -> Vec<Beside> {
    let item =
        judged.compiled.board.as_ref().and_then(|board| board.items.iter().find(|item| *item.draft.path == *path));
    let mut found: Vec<Beside> = judged
        .compiled
        .report
        .findings()
        .iter()
        .filter_map(|finding| {
            let at = finding.place.as_ref()?;
            let (field, line) = if *at.path == *path {
                match (&at.spot, opened) {
                    (Spot::Text(span), Some(opened)) => place(finding, opened, parts, span.start as usize),
                    (Spot::Text(span), None) => {
                        let text = judged.sources.text(path).unwrap_or_default();
                        ("whole".to_owned(), Some(locate(text, span.start as usize).line))
                    }
                    _ => (String::new(), None),
                }
            } else {
                (of_file(item?, &at.path)?, None)
            };
            Some(told(finding, field, line, language))
        })
        .collect();
    found.sort_by_key(|one| match one.severity {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    });
    found
}

fn told(finding: &Diagnostic, field: String, line: Option<usize>, language: Language) -> Beside {
    Beside {
        field,
        severity: finding.severity.id(),
        check: finding.check,
        message: masked(finding.message.in_language(language)),
        remedy: finding.remedy.as_ref().map(|remedy| masked(remedy.in_language(language))),
        basis: finding.basis,
        line,
    }
}

/// The list in which an item names a file.
fn of_file(item: &Item, path: &str) -> Option<String> {
    if item.attached.iter().any(|file| file.found().is_some_and(|own| **own == *path)) {
        return Some("attachments".to_owned());
    }
    let name = path.rsplit('/').next()?;
    item.front().tables.iter().any(|table| table.file.ends_with(name)).then(|| "tables".to_owned())
}

fn place(finding: &Diagnostic, opened: &Opened, parts: &[Part], at: usize) -> (String, Option<usize>) {
    if at >= opened.body_start() {
        let before = opened.body_lead();
        let line = locate(opened.text(), at).line;
        return ("body".to_owned(), Some(line.saturating_sub(before).max(1)));
    }
    if finding.check == "missing-field" {
        let named = parts.iter().find(|part| finding.message.en.contains(&format!("“{}”", part.name())));
        if let Some(part) = named {
            return (part.name().to_owned(), None);
        }
    }
    let Some(root) = super::put::tree(opened.front()) else { return (String::new(), None) };
    let Some(at) = at.checked_sub(opened.front_start()) else { return (String::new(), None) };
    (within(parts, &root, at).unwrap_or_default(), None)
}

/// The name of the part that stands at a byte of a map.
fn within(parts: &[Part], node: &Node<'_>, at: usize) -> Option<String> {
    let Value::Map(entries) = &node.value else { return None };
    let entry = entries.iter().rev().find(|entry| entry.key.span.start as usize <= at)?;
    let part = parts.iter().find(|part| is_of(part, entry))?;
    Some(match part {
        Part::Field(field) => field.name.clone(),
        Part::Group(group) => in_group(group, &entry.node, at).unwrap_or_else(|| group.name.clone()),
    })
}

fn in_group(group: &Group, node: &Node<'_>, at: usize) -> Option<String> {
    match &node.value {
        Value::List(rows) if group.is_list => {
            let number = rows.iter().rposition(|row| row.span.start as usize <= at)?;
            in_row(group.parts.get(number)?, rows.get(number)?, at)
        }
        Value::Map(_) if group.is_list => in_row(group.parts.first()?, node, at),
        _ => within(&group.parts, node, at),
    }
}

fn in_row(row: &Part, node: &Node<'_>, at: usize) -> Option<String> {
    match row {
        Part::Group(row) => {
            within(&row.parts, node, at).or_else(|| row.parts.first().map(|part| part.name().to_owned()))
        }
        Part::Field(field) => Some(field.name.clone()),
    }
}

/// Whether a part is the field of a key.
fn is_of(part: &Part, entry: &Entry<'_>) -> bool {
    let depth = part.name().split('.').count();
    let own = part.fields().into_iter().find_map(|field| field.steps.get(depth.checked_sub(1)?).cloned());
    matches!(own, Some(Step::Key(name)) if name.is(&entry.key.value))
}
