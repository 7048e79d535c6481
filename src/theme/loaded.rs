use super::assets::{Asset, Assets};
use super::engine::Engine;
use super::fault::Fault;
use super::overlay::{Files, ThemeFile};
use super::words::Words;
use crate::diag::{Diagnostic, Place, Severity};
use crate::say;
use serde::Serialize;
use std::sync::Arc;

/// A theme, ready to render from many threads at once.
pub struct Theme {
    files: Files,
    engine: Engine,
    words: Arc<Words>,
    assets: Vec<Asset>,
}

impl Theme {
    /// Lays a board's own files over the default theme, reads the words of `language` and compiles all templates.
    /// `name` is the folder below `themes/`; `read` reads a file of words: its path as findings name it and its text
    /// give keys and words in the order written.
    ///
    /// # Errors
    /// All findings: templates that cannot be read, words that cannot be read, an unknown language.
    pub fn load(
        name: &str,
        language: &str,
        own: Vec<ThemeFile>,
        read: impl Fn(&Arc<str>, &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let files = Files::new(name, own);
        let words = Arc::new(Words::load(&files, language, &read)?);
        let assets = Assets::new(&files);
        let mut engine = Engine::new(&words, assets.paths);
        let mut findings = Vec::new();
        for (template, bytes) in files.below("templates") {
            match std::str::from_utf8(bytes) {
                Ok(source) => {
                    if let Err(fault) = engine.add(template, source.strip_prefix('\u{FEFF}').unwrap_or(source)) {
                        findings.push(finding(&files, &fault));
                    }
                }
                Err(_) => findings.push(Diagnostic::new(
                    "not-utf8",
                    Severity::Error,
                    Place::file(&files.place(&format!("templates/{template}")).into()),
                    say!("模板不是 UTF-8 编码", "the template is not encoded in UTF-8"),
                )),
            }
        }
        if findings.is_empty() { Ok(Self { files, engine, words, assets: assets.files }) } else { Err(findings) }
    }

    /// Renders a view by a template: `theme.render("item.html", &view)`.
    ///
    /// # Errors
    /// The mistake in the template, with file, line and range.
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, Box<Diagnostic>> {
        self.engine.render(template, view).map_err(|fault| Box::new(finding(&self.files, &fault)))
    }

    /// The files that pages ask for, under their fingerprinted names, sorted by path.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The interface words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The text of one of the theme's files by the path that findings name it with, to show the line that is meant.
    pub fn source(&self, path: &str) -> Option<&str> {
        let inside = path.strip_prefix(&self.files.place(""))?;
        self.files.get(inside).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }
}

/// A theme is used from many threads.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
};

fn finding(files: &Files, fault: &Fault) -> Diagnostic {
    let path = format!("templates/{}", fault.template.value);
    let source = files.get(&path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    fault.finding(&files.place(&path), fault.template.span.of(source).trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Spot;
    use std::collections::BTreeMap;

    fn theme(templates: &[(&str, &str)]) -> Result<Theme, Vec<Diagnostic>> {
        let own = templates
            .iter()
            .map(|(name, text)| ThemeFile { path: format!("templates/{name}"), bytes: (*text).into() })
            .collect();
        Theme::load("own", "zh-CN", own, |_, text| {
            let entry = |line: &str| line.split_once(": ").map(|(key, word)| (key.to_owned(), word.replace('"', "")));
            Ok(text.lines().filter_map(entry).collect())
        })
    }

    fn view() -> BTreeMap<&'static str, &'static str> {
        [("title", "低保<公示>"), ("href", "../a/b.html")].into()
    }

    /// Renders `text` and tells the finding: its path, the part of the text that it marks, and its message.
    fn fault(text: &str) -> (String, String, String) {
        let finding = theme(&[("x.html", text)]).unwrap().render("x.html", &view()).unwrap_err();
        let place = finding.place.clone().unwrap();
        let marked = match place.spot {
            Spot::Text(span) => span.of(text).to_owned(),
            _ => String::new(),
        };
        assert_eq!(finding.check, "bad-template");
        (place.path.to_string(), marked, finding.message.en)
    }

    #[test]
    fn text_is_escaped_and_addresses_stay_readable() {
        let theme = theme(&[("x.html", "<a href=\"{{ href }}\">{{ title }}</a> {{ 3412|number }}")]).unwrap();
        assert_eq!(theme.render("x.html", &view()).unwrap(), "<a href=\"../a/b.html\">低保&lt;公示&gt;</a> 3,412");
    }

    #[test]
    fn nothing_in_a_template_switches_escaping_off() {
        let text = "{% autoescape false %}{{ title }}{% endautoescape %}";
        assert_eq!(theme(&[("x.html", text)]).unwrap().render("x.html", &view()).unwrap(), "低保&lt;公示&gt;");
        assert!(theme(&[("x.html", "{{ title|safe }}")]).unwrap().render("x.html", &view()).is_err());
    }

    #[test]
    fn an_undefined_name_is_a_finding_at_its_place() {
        let (path, marked, message) = fault("<h1>\n{{ titel }}</h1>");
        assert_eq!((path.as_str(), marked.as_str()), ("themes/own/templates/x.html", "titel"));
        assert!(message.contains("titel"), "{message}");
        assert_eq!(fault("{% if titel %}x{% endif %}").1, "titel");
        assert!(fault("{{ w.no_such_word }}").1.contains("no_such_word"));
    }

    #[test]
    fn a_missing_template_is_named() {
        let (_, marked, message) = fault("{% include \"nowhere.html\" %}");
        assert!(marked.contains("include") && message.contains("nowhere.html"), "{marked} {message}");
    }

    #[test]
    fn an_endless_loop_ends() {
        let text = "{% for a in range(9999) %}{% for b in range(9999) %}{{ a + b }}{% endfor %}{% endfor %}";
        assert!(fault(text).2.contains("without end"));
        assert!(fault("{% include \"x.html\" %}").2.contains("without end"));
    }

    #[test]
    fn what_is_no_text_is_not_printed() {
        assert!(fault("{{ [title] }}").2.contains("no text"));
        assert!(fault("{{ none }}").2.contains("no text"));
        assert!(fault("{{ true }}").2.contains("no text"));
    }

    #[test]
    fn a_word_with_a_place_wants_its_value() {
        assert!(fault("{{ w.count_items|fill(m=1) }}").2.contains("wants a value for `n`"));
    }

    #[test]
    fn all_templates_that_cannot_be_read_are_found_in_one_run() {
        let findings = theme(&[("a.html", "{{ title"), ("b.html", "\n{% for %}")]).err().unwrap();
        let paths: Vec<_> = findings.iter().map(|finding| finding.place.clone().unwrap().path.to_string()).collect();
        assert_eq!(paths, ["themes/own/templates/a.html", "themes/own/templates/b.html"]);
    }

    #[test]
    fn dates_and_periods_become_words() {
        let text = "{{ '2026-10-09 09:10'|time }} {{ '2026-10-09'|short_time('2026') }} {{ '2025-10-09'|short_time('2026') }} \
                    {{ '2026-10-09'|long_date }} {{ '2026-10-09'|day }} {{ '2026-Q3'|period }} {{ '2026-H1'|short_period }} \
                    {{ '2026-09'|period }} {{ '2026'|period }}";
        let theme = theme(&[("x.html", text)]).unwrap();
        assert_eq!(
            theme.render("x.html", &view()).unwrap(),
            "<time datetime=\"2026-10-09T09:10\">2026-10-09 09:10</time> <time datetime=\"2026-10-09\">10-09</time> \
             <time datetime=\"2025-10-09\">2025-10-09</time> 2026年10月9日 <time datetime=\"2026-10-09\">10月9日</time> \
             2026年第三季度 上半年 2026年9月 2026年度"
        );
    }

    #[test]
    fn the_line_of_a_finding_can_be_shown() {
        let theme = theme(&[("x.html", "{{ title }}")]).unwrap();
        assert_eq!(theme.source("themes/own/templates/x.html"), Some("{{ title }}"));
        assert!(theme.source("themes/own/assets/board.css").is_some());
        assert_eq!(theme.source("content/x.md"), None);
    }
}
