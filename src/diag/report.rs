use super::diagnostic::{Diagnostic, Severity};
use super::located::Located;

/// All findings of one run, in the order of places.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Adds all findings of another report.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.findings.extend(findings);
    }

    /// The findings.
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// The findings with their lines, for lists that are read without the files beside them.
    pub fn located(&self, texts: &dyn Fn(&str) -> Option<String>) -> Vec<Located> {
        self.findings.iter().map(|finding| Located::new(finding.clone(), texts)).collect()
    }

    /// Keeps, changes or drops each finding.
    pub fn retain(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.findings.retain_mut(keep);
    }

    /// Sorts by place and drops what was said twice, so that the same sources give the same report.
    pub fn sort(&mut self) {
        self.findings.sort_by(|a, b| {
            (&a.place, a.check, &a.message.zh, b.severity).cmp(&(&b.place, b.check, &b.message.zh, a.severity))
        });
        self.findings.dedup();
    }

    /// How many findings have this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether any finding is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}
