//! The interface words: complete in every language, each used, none beside them in a template.

use super::{pages, read, theme};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 3] = ["zh-CN", "zh-TW", "en"];

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn words(language: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(root(&format!("themes/default/i18n/{language}.yaml"))).expect("the words are there");
    let entries = read(&"".into(), &text).expect("the words can be read");
    let count = entries.len();
    let words: BTreeMap<_, _> = entries.into_iter().collect();
    assert_eq!(words.len(), count, "{language}: a key stands there twice");
    words
}

/// The texts of all files below a folder whose names end so.
fn texts(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            texts(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("the file can be read")));
        }
    }
}

fn templates() -> Vec<(String, String)> {
    let mut found = Vec::new();
    texts(&root("themes/default/templates"), ".html", &mut found);
    found.into_iter().map(|(path, text)| (path, without_comments(&text))).collect()
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("#}")).fold(first, |all, (_, rest)| all + rest)
}

/// The keys that a template names as `w.key` or `w["key"]`.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |at: usize| !text[..at].ends_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
    let plain = text
        .match_indices("w.")
        .filter(move |(at, _)| is_word(*at))
        .flat_map(|(at, _)| names(&text[at..], "w.").take(1));
    plain.chain(names(text, "w[\""))
}

/// The names that follow `before` in a text, up to the first other sign.
fn names<'t>(text: &'t str, before: &'t str) -> impl Iterator<Item = &'t str> {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-');
    text.match_indices(before).map(move |(at, _)| {
        let rest = &text[at + before.len()..];
        &rest[..rest.find(|sign| !is_part(sign)).unwrap_or(rest.len())]
    })
}

/// The places of a word: `{n}`, `{date}`.
fn places(word: &str) -> BTreeSet<&str> {
    names(word, "{").collect()
}

#[test]
fn every_language_has_every_word() {
    let chinese = words("zh-CN");
    for language in &LANGUAGES[1..] {
        let other = words(language);
        let missing: Vec<_> = chinese.keys().filter(|key| !other.contains_key(*key)).collect();
        let beyond: Vec<_> = other.keys().filter(|key| !chinese.contains_key(*key)).collect();
        assert!(missing.is_empty() && beyond.is_empty(), "{language}: {missing:?} are missing, {beyond:?} too many");
    }
}

#[test]
fn a_word_has_the_same_places_in_every_language() {
    let chinese = words("zh-CN");
    for language in &LANGUAGES[1..] {
        for (key, word) in words(language) {
            // A date is put together in each language's own way.
            if !key.starts_with("date_") && !key.starts_with("period_") {
                assert_eq!(places(&word), places(&chinese[&key]), "{language}: {key}");
            }
        }
    }
}

#[test]
fn every_word_is_used() {
    let templates = templates();
    let mut code = Vec::new();
    texts(&root("src/render"), ".rs", &mut code);
    texts(&root("src/theme"), ".rs", &mut code);
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (_, text) in &templates {
        used.extend(keys(text));
        // Families are also handed to macros: `"channel_"`.
        used.extend(names(text, "\"").filter(|name| name.ends_with('_')));
    }
    for (_, text) in &code {
        used.extend(names(text, "\""));
    }
    let families: BTreeSet<&str> = used.iter().copied().filter(|name| name.ends_with('_')).collect();
    // The filters for dates and periods put these keys together.
    let dates = ["date_", "month_", "half_", "quarter_", "period_"];
    let is_used = |key: &str| used.contains(key) || families.iter().chain(&dates).any(|family| key.starts_with(family));
    let idle: Vec<_> = words("zh-CN").into_keys().filter(|key| !is_used(key)).collect();
    assert!(idle.is_empty(), "no template uses {idle:?}");
}

#[test]
fn every_word_that_a_template_names_is_there() {
    let words = words("zh-CN");
    for (path, text) in templates() {
        for name in keys(&text) {
            let family = || words.keys().any(|key| key.starts_with(name));
            assert!(words.contains_key(name) || name.ends_with('_') && family(), "{path}: {name}");
        }
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    for (path, text) in templates() {
        let chinese = text.chars().find(|sign| ('\u{4e00}'..='\u{9fff}').contains(sign));
        assert_eq!(chinese, None, "{path}");
    }
}

#[test]
fn every_page_renders_in_every_language() {
    for language in LANGUAGES {
        let theme = theme(language, &[]).unwrap();
        for page in pages(&theme) {
            let html = page.html.unwrap_or_else(|finding| panic!("{}: {}", page.path, finding.message.en));
            assert!(html.contains(&format!("<html lang=\"{language}\"")), "{}", page.path);
        }
    }
}
