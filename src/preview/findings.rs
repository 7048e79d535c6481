use super::finding::Finding;
use crate::diag::{Diagnostic, Severity};
use crate::text::Language;

/// Most findings that are laid over a page; a person mends the first ones first.
const MOST: usize = 200;

/// The findings on a board: the first of them to look at, and how many there are.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    shown: Vec<Finding>,
    counts: [usize; 3],
}

impl Findings {
    /// Takes findings; `text_of` gives the text of a file by its path. The worst come first, so that they are not
    /// among those left out; otherwise the order stays.
    pub fn of<'a>(findings: &[Diagnostic], text_of: impl Fn(&str) -> Option<&'a str>, language: Language) -> Self {
        let of_severity = |severity| findings.iter().filter(move |finding| finding.severity == severity);
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let shown = severities.into_iter().flat_map(of_severity).take(MOST).map(|finding| {
            let text = finding.place.as_ref().and_then(|place| text_of(&place.path));
            Finding::of(finding, text, language)
        });
        Self { shown: shown.collect(), counts: severities.map(|severity| of_severity(severity).count()) }
    }

    /// The first of them, the worst first.
    pub fn shown(&self) -> &[Finding] {
        &self.shown
    }

    /// How many are errors, warnings and notes.
    pub fn counts(&self) -> [usize; 3] {
        self.counts
    }

    /// How many are not among those shown.
    pub fn left(&self) -> usize {
        self.counts.iter().sum::<usize>().saturating_sub(self.shown.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say;

    #[test]
    fn errors_are_shown_before_a_thousand_warnings() {
        let finding = |severity| Diagnostic::new("some-check", severity, None, say!("有误", "wrong"));
        let mut all = vec![finding(Severity::Note); 3];
        all.extend(vec![finding(Severity::Warning); 1000]);
        all.push(finding(Severity::Error));
        let findings = Findings::of(&all, |_| None, Language::Chinese);
        assert_eq!(findings.counts(), [1, 1000, 3]);
        assert!(findings.shown()[0].is_error() && !findings.shown()[1].is_error());
        assert_eq!((findings.shown().len(), findings.left()), (MOST, 1004 - MOST));
    }
}
