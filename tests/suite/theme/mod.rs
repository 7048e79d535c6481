//! The templates: sample pages of the fictional 青石镇, one of each kind at least, rendered by the real theme.
//! They are written to `target/theme-pages` to look at.

mod catalogues;
mod home;
mod inside;
mod item;
mod lists;
mod office;
mod pages;
mod places;
mod site;
mod words;

use gongkai::diag::Diagnostic;
use gongkai::theme::{Theme, ThemeFile};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// A page of the sample.
struct Sample {
    path: &'static str,
    html: Result<String, Box<Diagnostic>>,
}

/// The default theme in a language, with files of a board's own laid over it.
fn theme(language: &str, own: &[(&str, &str)]) -> Result<Theme, Vec<Diagnostic>> {
    let own = own.iter().map(|(path, text)| ThemeFile { path: (*path).into(), bytes: (*text).into() }).collect();
    Theme::load("default", language, own, read)
}

/// Reads `key: "word"` lines; the product reads YAML.
#[expect(clippy::unnecessary_wraps, reason = "the product's reader can fail")]
fn read(_: &Arc<str>, text: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    let entry = |line: &str| {
        let (key, word) = line.split_once(": ")?;
        Some((key.to_owned(), word.trim().trim_matches('"').to_owned()))
    };
    Ok(text.lines().filter(|line| !line.starts_with('#')).filter_map(entry).collect())
}

/// All sample pages.
fn pages(theme: &Theme) -> Vec<Sample> {
    let mut pages = home::pages(theme);
    pages.extend(item::pages(theme));
    pages.extend(catalogues::pages(theme));
    pages.extend(lists::pages(theme));
    pages.extend(places::pages(theme));
    pages.extend(office::pages(theme));
    pages.extend(inside::pages(theme));
    pages
}

#[test]
fn the_sample_pages_are_whole_and_are_written_to_be_looked_at() {
    let theme = theme("zh-CN", &[]).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/theme-pages");
    for asset in theme.assets() {
        fs::create_dir_all(folder.join("assets")).unwrap();
        fs::write(folder.join(&asset.path), &asset.bytes).unwrap();
    }
    let assets: Vec<&str> = theme.assets().iter().map(|asset| asset.path.as_ref()).collect();
    for page in pages(&theme) {
        let (path, html) = (folder.join(page.path), page.html.unwrap());
        let is_whole = html.to_lowercase().starts_with("<!doctype html>") && html.trim_end().ends_with("</html>");
        assert!(is_whole, "{}", page.path);
        for asked in html.split("assets/").skip(1).filter_map(|rest| rest.split(['"', ' ', '#']).next()) {
            assert!(assets.contains(&format!("assets/{asked}").as_str()), "{} asks for {asked}", page.path);
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, html).unwrap();
    }
}
