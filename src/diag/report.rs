use super::diagnostic::{Diagnostic, Severity};
use super::located::Located;
use crate::say;
use std::collections::HashMap;
use std::sync::Arc;

/// How many findings of one kind in one file are listed.
const MOST_ALIKE: usize = 100;

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

    /// Keeps the first findings of one kind in one file, and says of the others only how many they are: nobody reads ten
    /// thousand that say the same, and to show each with its line would take minutes.
    pub fn shorten(&mut self) {
        let mut alike: HashMap<(&'static str, Severity, Arc<str>), (usize, usize)> = HashMap::new();
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.findings.len());
        for finding in std::mem::take(&mut self.findings) {
            let Some(place) = &finding.place else {
                kept.push(finding);
                continue;
            };
            let key = (finding.check, finding.severity, Arc::clone(&place.path));
            let (count, last) = alike.entry(key).or_default();
            *count += 1;
            if *count <= MOST_ALIKE {
                kept.push(finding);
                continue;
            }
            let left = *count - MOST_ALIKE;
            let message =
                say!("还有 {left} 处同样的问题，不再逐一列出", "{left} more of the same kind, which are not listed");
            if left == 1 {
                *last = kept.len();
                kept.push(finding);
            }
            kept[*last].message = message;
        }
        self.findings = kept;
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

#[cfg(test)]
mod tests {
    use super::super::diagnostic::Place;
    use super::*;
    use crate::text::Span;

    #[test]
    fn of_many_findings_of_one_kind_the_first_are_listed_and_the_others_counted() {
        let mut report = Report::default();
        let path: Arc<str> = Arc::from("content/a.md");
        for at in 0..MOST_ALIKE + 30 {
            let place = Place::text(&path, Span::new(at, at));
            report.push(Diagnostic::new("raw-html", Severity::Warning, place.clone(), say!("网页代码", "HTML")));
            report.push(Diagnostic::new("heavy-page", Severity::Warning, None, say!("第{at}页", "page {at}")));
            if at == 0 {
                report.push(Diagnostic::new("fake-list", Severity::Warning, place, say!("假列表", "no list")));
            }
        }
        report.shorten();
        let of = |check| report.findings().iter().filter(move |finding| finding.check == check);
        assert_eq!((of("heavy-page").count(), of("fake-list").count()), (MOST_ALIKE + 30, 1));
        let html: Vec<&str> = of("raw-html").map(|finding| finding.message.zh.as_str()).collect();
        assert_eq!(html.len(), MOST_ALIKE + 1);
        assert_eq!(html[MOST_ALIKE], "还有 30 处同样的问题，不再逐一列出");
    }
}
