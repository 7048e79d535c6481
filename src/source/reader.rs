use super::lint;
use super::shape::{Probe, Shape};
use super::yaml::{self, Node};
use crate::diag::{Diagnostic, Place, Report, Severity};
use crate::text::{Span, Text};
use std::cell::RefCell;
use std::sync::Arc;

/// Collects what is wrong with one file while its fields are read.
pub struct Reader {
    path: Arc<str>,
    report: RefCell<Report>,
    probe: Option<Probe>,
}

impl Reader {
    /// A reader of one file, named as findings shall name it.
    pub fn new(path: &Arc<str>) -> Self {
        Self { path: Arc::clone(path), report: RefCell::default(), probe: None }
    }

    /// A reader that reads nothing and notes what is asked for.
    pub(super) fn noting() -> Self {
        Self { path: Arc::from(""), report: RefCell::default(), probe: Some(Probe::default()) }
    }

    /// Where only the shape is of interest: what was asked for so far.
    pub(super) fn probe(&self) -> Option<&Probe> {
        self.probe.as_ref()
    }

    /// All that was asked for.
    pub(super) fn asked(self) -> Shape {
        self.probe.map(Probe::finish).unwrap_or_default()
    }

    /// Adds a finding of severity error at a place of this file.
    pub fn refuse(&self, check: &'static str, span: Span, message: Text, remedy: Text) {
        let finding = Diagnostic::new(check, Severity::Error, Place::text(&self.path, span), message).remedy(remedy);
        self.report.borrow_mut().push(finding);
    }

    /// Adds what was found by other means.
    pub fn extend(&self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.report.borrow_mut().extend(findings);
    }

    /// Reads a YAML text of this file. Slips and faults become findings `bad-front-matter`; a text that cannot be read
    /// gives nothing. `is_key` knows the keys that may stand in it.
    pub fn yaml<'t>(&self, text: &'t str, offset: usize, is_key: &dyn Fn(&str) -> bool) -> Option<Node<'t>> {
        let slips = lint::slips(text, offset, is_key);
        let silent = slips.is_empty();
        for slip in slips {
            self.refuse("bad-front-matter", slip.span, slip.message, slip.remedy);
        }
        match yaml::tree(text, offset) {
            Ok(node) => Some(node),
            Err(fault) => {
                if silent {
                    let slip = lint::explain(&fault, text, offset);
                    self.refuse("bad-front-matter", slip.span, slip.message, slip.remedy);
                }
                None
            }
        }
    }

    /// Whether anything was found so far.
    pub fn is_clean(&self) -> bool {
        self.report.borrow().findings().is_empty()
    }

    /// What was found.
    pub fn finish(self) -> Report {
        self.report.into_inner()
    }
}
