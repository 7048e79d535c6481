use super::files::cut;
use super::outcome::Outcome;
use gongkai::board::Edition;
use gongkai::calendar::Date;
use gongkai::check::stops_build;
use gongkai::output::OutputFolder;
use gongkai::pipeline::{self, Memo, Options, compile};
use gongkai::source::{read_board, read_theme};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A board in a folder of its own, gone with the value. Today is fixed, so that no test depends on the day it runs.
pub(crate) struct Site {
    folder: TempDir,
    options: Options,
    memo: Memo,
}

impl Site {
    /// Lays out the files of a board: each opened by a line `-- path --`, the path counted from the board's root. Where
    /// there is no `content/board.yaml` among them, the board is the plain one of `support/board.yaml`.
    #[track_caller]
    pub(crate) fn from(files: &str) -> Self {
        let options = Options {
            today: Date::parse("2026-11-20").expect("a date"),
            edition: Edition::default(),
            keep_going: false,
            base_url: None,
        };
        let mut site = Self { folder: tempfile::tempdir().expect("a folder is made"), options, memo: Memo::default() };
        let files = cut(files);
        assert!(!files.is_empty(), "a board needs at least one line `-- path --`");
        site.write("content/board.yaml", include_str!("board.yaml"));
        for (path, content) in &files {
            site.write(path, content);
        }
        site
    }

    /// The same board on another day, as `2025-04-10`.
    #[track_caller]
    pub(crate) fn today(mut self, date: &str) -> Self {
        self.options.today = Date::parse(date).unwrap_or_else(|| panic!("{date} is no date"));
        self
    }

    /// The same board, built as if some other option had been given.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Options)) -> Self {
        change(&mut self.options);
        self
    }

    /// Where the board lies.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Writes one file, whatever was there before.
    #[track_caller]
    pub(crate) fn write(&mut self, path: &str, content: impl AsRef<[u8]>) -> &mut Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
        self
    }

    /// Changes a file as a clerk would: these words to those.
    #[track_caller]
    pub(crate) fn edit(&mut self, path: &str, from: &str, to: &str) -> &mut Self {
        let before = self.read(path);
        assert!(before.contains(from), "{path} does not hold {from:?}");
        self.write(path, before.replace(from, to))
    }

    /// Removes a file.
    #[track_caller]
    pub(crate) fn remove(&mut self, path: &str) -> &mut Self {
        fs::remove_file(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        self
    }

    /// What a file says.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Reads and compiles the board, as `gongkai check` does. What was parsed before is remembered.
    #[track_caller]
    pub(crate) fn check(&mut self) -> Outcome {
        let sources = read_board(self.root()).unwrap_or_else(|error| panic!("{}", error.message));
        let compiled = compile(&sources, &self.options, &mut self.memo);
        Outcome { sources, compiled, public: self.root().join("public"), written: None }
    }

    /// Builds the board into `public/`, as `gongkai build` does; a board with errors is not built.
    #[track_caller]
    pub(crate) fn build(&mut self) -> Outcome {
        let mut outcome = self.check();
        let stopped = stops_build(outcome.report()) && !self.options.keep_going;
        let Some(board) = outcome.compiled.board.take_if(|_| !stopped) else { return outcome };
        let own = read_theme(self.root(), &board.config.theme).unwrap_or_else(|error| panic!("{}", error.message));
        let theme = pipeline::load_theme(&board.config.theme, &board.config.language, own);
        let theme = theme.unwrap_or_else(|mistakes| panic!("the theme has mistakes: {mistakes:?}"));
        let pages = std::mem::take(&mut outcome.compiled.pages);
        let site = pipeline::Site::new(self.root().to_owned(), board, pages, Arc::new(theme));
        let folder = OutputFolder::open(self.root(), &outcome.public, false);
        let folder = folder.unwrap_or_else(|error| panic!("{}", error.0));
        let written = pipeline::build(&site, &folder);
        outcome.written = Some(written.unwrap_or_else(|error| panic!("the site was not built: {error:?}")));
        outcome
    }

    fn path(&self, path: &str) -> PathBuf {
        let inside = !path.starts_with('/') && !path.split('/').any(|part| part == "..");
        assert!(inside, "{path} leads out of the board");
        self.folder.path().join(path)
    }
}
