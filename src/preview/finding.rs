use crate::diag::show::spot_words;
use crate::diag::{Diagnostic, Severity, Spot};
use crate::text::{Language, Span, locate, masked};
use serde::Serialize;

/// A finding as the browser shows it, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The check that found it.
    pub check: String,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The file, relative to the board's root.
    pub path: Option<String>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Character in the line, from 1.
    pub column: Option<usize>,
    /// Where in a spreadsheet or document, in words.
    pub spot: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: Option<String>,
    /// The provision it rests on.
    pub basis: Option<String>,
    /// The lines around the place.
    pub window: Vec<WindowLine>,
}

/// One line of the file, with the part that the finding marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WindowLine {
    /// Line, from 1.
    pub number: usize,
    /// What stands before the mark; the whole line where nothing is marked.
    pub before: String,
    /// What is marked.
    pub marked: String,
    /// What stands after the mark.
    pub after: String,
}

/// Longest line that is shown, in characters; a table or a pasted picture may be one line of a megabyte.
const LINE_LIMIT: usize = 200;

impl Finding {
    /// A finding and, where the text of its file is at hand, the lines around it. Numbers that could be a person's
    /// are masked: the preview's screen is shared.
    pub fn of(finding: &Diagnostic, source: Option<&str>, language: Language) -> Self {
        let say = |text: &crate::text::Text| masked(text.in_language(language));
        let place = finding.place.as_ref();
        let span = place.and_then(|place| match place.spot {
            Spot::Text(span) => Some(span),
            _ => None,
        });
        let start = span.zip(source).map(|(span, text)| locate(text, span.start as usize));
        Self {
            check: finding.check.to_owned(),
            severity: finding.severity.id(),
            path: place.map(|place| place.path.to_string()),
            line: start.map(|at| at.line),
            column: start.map(|at| at.column),
            spot: place.and_then(|place| spot_words(&place.spot)).map(|words| words.in_language(language).to_owned()),
            message: say(&finding.message),
            remedy: finding.remedy.as_ref().map(say),
            basis: finding.basis.map(str::to_owned),
            window: span.zip(source).map(|(span, text)| window(text, span)).unwrap_or_default(),
        }
    }

    /// Whether it keeps the board from being published.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error.id()
    }
}

/// The line of the finding between its neighbours. A span over several lines is marked to the end of its first.
fn window(text: &str, span: Span) -> Vec<WindowLine> {
    let at = locate(text, span.start as usize);
    let first = at.line.saturating_sub(2);
    text.lines()
        .enumerate()
        .skip(first)
        .take(at.line + 1 - first)
        .map(|(index, line)| {
            let number = index + 1;
            let marked = if number == at.line { at.column - 1 } else { usize::MAX };
            let length = span.of(text).lines().next().unwrap_or_default().chars().count();
            cut(number, line, marked, length)
        })
        .collect()
}

fn cut(number: usize, line: &str, marked: usize, length: usize) -> WindowLine {
    let line = masked(line);
    let skipped = if marked == usize::MAX { 0 } else { marked.saturating_sub(LINE_LIMIT / 2) };
    let mut shown = line.chars().skip(skipped).take(LINE_LIMIT);
    let before: String = shown.by_ref().take(marked.saturating_sub(skipped)).collect();
    let marked = shown.by_ref().take(length).collect();
    WindowLine { number, before, marked, after: shown.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;
    use crate::say;

    fn finding(source: &str, marked: &str) -> Finding {
        let start = source.find(marked).unwrap();
        let place = Place::text(&"content/甲.md".into(), Span::new(start, start + marked.len()));
        let finding = Diagnostic::new("id-number", Severity::Error, place, say!("有号码", "a number"));
        Finding::of(&finding, Some(source), Language::Chinese)
    }

    #[test]
    fn a_finding_shows_its_line_between_its_neighbours() {
        let shown = finding("一\n二\n三四五\n六\n七\n", "四");
        assert_eq!((shown.line, shown.column), (Some(3), Some(2)));
        let lines: Vec<_> =
            shown.window.iter().map(|line| (line.number, line.before.as_str(), line.marked.as_str())).collect();
        assert_eq!(lines, [(2, "二", ""), (3, "三", "四"), (4, "六", "")]);
        assert_eq!(shown.window[1].after, "五");
    }

    #[test]
    fn a_number_that_was_found_is_not_shown_whole() {
        let shown = finding("身份证 110101199001010029 完", "110101199001010029");
        let json = serde_json::to_string(&shown).unwrap();
        assert!(!json.contains("19900101"), "{json}");
        assert_eq!(shown.window[0].marked.chars().count(), 18);
    }

    #[test]
    fn a_line_without_end_is_cut_around_the_mark() {
        let source = format!("{}错{}", "甲".repeat(9000), "乙".repeat(9000));
        let shown = finding(&source, "错");
        let line = &shown.window[0];
        assert_eq!(line.marked, "错");
        assert!(line.before.chars().count() + line.after.chars().count() < LINE_LIMIT);
    }

    #[test]
    fn a_mark_that_runs_on_stops_at_the_end_of_its_line() {
        let shown = finding("一二\n三四", "二\n三");
        assert_eq!((shown.window[0].marked.as_str(), shown.window[0].after.as_str()), ("二", ""));
        assert_eq!(shown.window[1].marked, "");
    }
}
