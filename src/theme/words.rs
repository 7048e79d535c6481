use super::overlay::Files;
use crate::diag::{Diagnostic, Place, Severity};
use crate::say;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The interface words of one language, by key. A word may hold places to fill, `共{n}条`, and two forms for one and for
/// many, `{n} item || {n} items`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    language: String,
    by_key: BTreeMap<String, String>,
}

/// Reads one file of words: path as findings name it, text → keys and words in the order written.
pub(super) type ReadWords<'r> = dyn Fn(&Arc<str>, &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> + 'r;

/// The language whose words stand in where another has none.
const MOTHER_TONGUE: &str = "zh-CN";

impl Words {
    /// The words of `language`: the board's own before the built-in ones, those before the Chinese ones.
    pub(super) fn load(files: &Files, language: &str, read: &ReadWords) -> Result<Self, Vec<Diagnostic>> {
        let mut words = Self { language: language.to_owned(), by_key: BTreeMap::new() };
        let file = format!("i18n/{language}.yaml");
        let Some(own) = files.get(&file) else {
            return Err(vec![unknown_language(files, language)]);
        };
        let mother = files.builtin(&format!("i18n/{MOTHER_TONGUE}.yaml"));
        for bytes in [mother, files.builtin(&file), Some(own)].into_iter().flatten() {
            let place: Arc<str> = files.place(&file).into();
            let Ok(text) = std::str::from_utf8(bytes) else {
                let message =
                    say!("界面用语文件不是 UTF-8 编码", "the file of interface words is not encoded in UTF-8");
                return Err(vec![Diagnostic::new("not-utf8", Severity::Error, Place::file(&place), message)]);
            };
            words.by_key.extend(read(&place, text)?);
        }
        Ok(words)
    }

    /// The language, as in the `lang` attribute of a page: `zh-CN`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The word of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }

    /// All keys and words, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_key.iter().map(|(key, word)| (key.as_str(), word.as_str()))
    }

    /// Fills the places of a word: `words.fill("count", &[("n", "3")])` is `共3条`. An unknown key, which the tests of
    /// the themes rule out, comes back as it is.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key).unwrap_or(key), |name| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).into())
        })
    }
}

/// Fills the places of a word from `value`. A place that has no value stays as it stands.
pub(super) fn fill(word: &str, value: impl Fn(&str) -> Option<String>) -> String {
    // Blanks at the end of a word part it from the next sentence; they belong to both forms.
    let (form, end) = match word.split_once("||") {
        Some((one, many)) => {
            let form = if value("n").is_some_and(|n| n == "1") { one } else { many };
            (form.trim(), &many[many.trim_end().len()..])
        }
        None => (word, ""),
    };
    let mut out = String::with_capacity(form.len() + 16);
    let mut rest = form;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        out.push_str(&rest[..start]);
        match value(&rest[start + 1..start + length]) {
            Some(value) => out.push_str(&value),
            None => out.push_str(&rest[start..=start + length]),
        }
        rest = &rest[start + length + 1..];
    }
    out.push_str(rest);
    out.push_str(end);
    out
}

fn unknown_language(files: &Files, language: &str) -> Diagnostic {
    let known: Vec<&str> = files.below("i18n").filter_map(|(path, _)| path.strip_suffix(".yaml")).collect();
    let message = say!("主题没有“{language}”的界面用语", "the theme has no interface words for `{language}`");
    let place = Place::file(&"content/board.yaml".into());
    let all = known.join(", ");
    let remedy = say!("language 从 {all} 中选一个", "choose one of {all} as `language`");
    Diagnostic::new("wrong-value", Severity::Error, place, message).remedy(remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::overlay::ThemeFile;

    /// Reads the flat form, enough for tests: `key: word`.
    #[expect(clippy::unnecessary_wraps, reason = "the product's reader can fail")]
    fn flat(_: &Arc<str>, text: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
        let line =
            |line: &str| line.split_once(": ").map(|(key, word)| (key.to_owned(), word.trim_matches('"').to_owned()));
        Ok(text.lines().filter_map(line).collect())
    }

    #[test]
    fn own_words_win_one_by_one() {
        let own = ThemeFile { path: "i18n/en.yaml".into(), bytes: b"home: Start\n".to_vec() };
        let words = Words::load(&Files::new("x", vec![own]), "en", &flat).unwrap();
        assert_eq!(words.get("home"), Some("Start"));
        assert!(words.iter().count() > 100);
        assert_eq!(words.language(), "en");
    }

    #[test]
    fn an_unknown_language_is_a_finding_with_a_remedy() {
        let findings = Words::load(&Files::new("x", vec![]), "zh-TN", &flat).unwrap_err();
        assert_eq!(findings[0].check, "wrong-value");
        assert!(findings[0].remedy.as_ref().unwrap().en.contains("zh-TW"));
    }

    #[test]
    fn places_are_filled_and_english_counts() {
        let value = |name: &str| (name == "n").then(|| "1".to_owned());
        assert_eq!(fill("共{n}条，{x}", value), "共1条，{x}");
        assert_eq!(fill("{n} item || {n} items", value), "1 item");
        assert_eq!(fill("{n} item || {n} items", |_| Some("2".into())), "2 items");
        assert_eq!(fill("{n} rule. || {n} rules. ", value), "1 rule. ");
        assert_eq!(fill("{n", value), "{n");
    }
}
