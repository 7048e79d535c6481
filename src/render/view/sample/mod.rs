//! Sample pages of the fictional 青石镇, one of each kind at least, rendered by the real theme: the tests of the
//! templates. `cargo test --lib write_the_sample_pages -- --ignored` writes them to `target/theme-pages` to look at.

mod home;
mod item;
mod site;

use crate::diag::Diagnostic;
use crate::theme::{Theme, ThemeFile};
use std::sync::Arc;

/// A page: its path, its template, and what renders it.
pub(super) struct Sample {
    pub(super) path: &'static str,
    pub(super) html: Result<String, Box<Diagnostic>>,
}

/// The default theme in a language, with files of a board's own laid over it.
pub(super) fn theme(language: &str, own: &[(&str, &str)]) -> Result<Theme, Vec<Diagnostic>> {
    let own = own.iter().map(|(path, text)| ThemeFile { path: (*path).into(), bytes: (*text).into() }).collect();
    Theme::load("default", language, own, read)
}

/// Reads `key: "word"` lines; the product reads YAML.
#[expect(clippy::unnecessary_wraps, reason = "the product's reader can fail")]
pub(super) fn read(_: &Arc<str>, text: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    let entry = |line: &str| {
        let (key, word) = line.split_once(": ")?;
        Some((key.to_owned(), word.trim().trim_matches('"').to_owned()))
    };
    Ok(text.lines().filter(|line| !line.starts_with('#')).filter_map(entry).collect())
}

/// All sample pages in a language.
pub(super) fn pages(theme: &Theme) -> Vec<Sample> {
    let mut pages = home::pages(theme);
    pages.extend(item::pages(theme));
    pages
}
