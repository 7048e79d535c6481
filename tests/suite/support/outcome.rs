use gongkai::board::Board;
use gongkai::diag::{Report, Severity, show};
use gongkai::output::Written;
use gongkai::pipeline::Compiled;
use gongkai::source::Sources;
use gongkai::text::Language;
use std::fs;
use std::path::PathBuf;

/// What became of a board.
pub(crate) struct Outcome {
    pub(super) sources: Sources,
    pub(super) public: PathBuf,
    /// What was compiled; after a build its board has gone into the site.
    pub(crate) compiled: Compiled,
    /// What was done on disk; nothing where the board was not built.
    pub(crate) written: Option<Written>,
}

impl Outcome {
    /// All findings as they are.
    pub(crate) fn report(&self) -> &Report {
        &self.compiled.report
    }

    /// The board as compiled; gone after a build.
    #[track_caller]
    pub(crate) fn board(&self) -> &Board {
        self.compiled.board.as_ref().expect("the board's settings can be read")
    }

    /// All errors, each as `content/a.md:3:1 unknown-field`, in the order of places.
    pub(crate) fn errors(&self) -> Vec<String> {
        let texts = |path: &str| self.sources.text(path).map(str::to_owned);
        let findings = self.report().findings().iter();
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

    /// Holds that so many files beside the items were read, the others known from before.
    #[track_caller]
    pub(crate) fn opened(&self, files: usize) -> &Self {
        assert_eq!(self.compiled.counts.read, files, "attachments read");
        self
    }

    /// Holds that so many files of the site were written, so many were as before, and so many were removed.
    #[track_caller]
    pub(crate) fn wrote(&self, written: usize, removed: usize) -> &Self {
        let done = self.written.as_ref().expect("the board was built");
        assert_eq!((done.written, done.removed), (written, removed), "files written and removed");
        self
    }

    /// Holds that a file of the site says these words.
    #[track_caller]
    pub(crate) fn has(&self, path: &str, words: &str) -> &Self {
        let text = self.page(path);
        assert!(text.contains(words), "{path} does not say {words:?}:\n{text}");
        self
    }

    /// Holds that a file of the site does not say these words.
    #[track_caller]
    pub(crate) fn lacks(&self, path: &str, words: &str) -> &Self {
        assert!(!self.page(path).contains(words), "{path} says {words:?}");
        self
    }

    /// Holds that no file of the site says these words, nor bears them in its name.
    #[track_caller]
    pub(crate) fn nowhere(&self, words: &str) -> &Self {
        let files = walkdir::WalkDir::new(&self.public).into_iter().map(|entry| entry.expect("a file is read"));
        for entry in files {
            let path = entry.path();
            let bytes = if path.is_file() { fs::read(path).expect("a file is read") } else { Vec::new() };
            let said = bytes.windows(words.len()).any(|window| window == words.as_bytes());
            let named = entry.file_name().to_string_lossy().contains(words);
            assert!(!said && !named, "{} holds {words:?}", path.display());
        }
        self
    }

    /// What a file of the site says.
    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> String {
        assert!(self.written.is_some(), "the board was not built: {:?}", self.errors());
        fs::read_to_string(self.public.join(path)).unwrap_or_else(|error| panic!("public/{path}: {error}"))
    }
}
