use gongkai::diag::{Severity, show};
use gongkai::pipeline::Compiled;
use gongkai::source::Sources;
use gongkai::text::Language;

/// What became of a board.
pub(crate) struct Outcome {
    pub(super) sources: Sources,
    pub(super) compiled: Compiled,
}

impl Outcome {
    /// All errors, each as `content/a.md:3:1 unknown-field`, in the order of places.
    pub(crate) fn errors(&self) -> Vec<String> {
        let texts = |path: &str| self.sources.text(path).map(str::to_owned);
        let findings = self.compiled.report.findings().iter();
        findings
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| {
                let line = show::short(finding, Language::English, &texts);
                let place = line.split(": ").next().unwrap_or_default();
                format!("{place} {}", finding.check)
            })
            .collect()
    }

    /// Holds that these are all the errors.
    #[track_caller]
    pub(crate) fn errs(&self, expected: &[&str]) -> &Self {
        assert_eq!(self.errors(), expected);
        self
    }

    /// Holds that so many items' files were parsed, the others taken from before.
    #[track_caller]
    pub(crate) fn parsed(&self, files: usize) -> &Self {
        assert_eq!(self.compiled.counts.parsed, files, "files parsed");
        self
    }
}
