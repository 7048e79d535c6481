use super::super::diagnostic::{Diagnostic, Severity, Spot};
use super::place::{Texts, spot_words};
use crate::say;
use crate::text::{Language, line_at, locate, masked};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

/// A finding with its line, its remedy and its basis, for reading on a terminal.
pub fn human(finding: &Diagnostic, language: Language, texts: Texts<'_>, colour: bool) -> String {
    let words = |zh: &'static str, en: &'static str| match language {
        Language::Chinese => zh,
        Language::English => en,
    };
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(words("错误", "error")),
        Severity::Warning => Level::WARNING.with_name(words("警告", "warning")),
        Severity::Note => Level::NOTE.with_name(words("提示", "note")),
    };
    let message = masked(finding.message.in_language(language));
    let shown = finding.place.as_ref().and_then(|place| texts(&place.path).map(|text| (place, text)));
    let title = level.primary_title(message).id(finding.check);
    let mut elements: Vec<Element<'_>> = Vec::new();
    let line;
    let spot;
    match (&finding.place, &shown) {
        (Some(place), Some((_, text))) if matches!(place.spot, Spot::Text(_)) => {
            let Spot::Text(span) = place.spot else { return String::new() };
            let (start, shown_line) = line_at(text, span.start as usize);
            line = masked(shown_line);
            let from = (span.start as usize).saturating_sub(start).min(shown_line.len());
            let to = (span.end as usize).saturating_sub(start).clamp(from, shown_line.len());
            // A star is shorter than a full-width digit, so places are counted in characters.
            let (from, to) = (moved(shown_line, from, &line), moved(shown_line, to, &line));
            let number = locate(text, start).line;
            let annotation = AnnotationKind::Primary.span(from..to);
            elements.push(
                Snippet::source(&line).line_start(number).path(masked(&place.path)).annotation(annotation).into(),
            );
        }
        (Some(place), _) => {
            spot = spot_words(&place.spot).map(|words| words.in_language(language).to_owned());
            let path = masked(&place.path);
            let path = spot.as_ref().map_or_else(|| path.clone(), |spot| format!("{path} {spot}"));
            elements.push(Origin::path(path).into());
        }
        (None, _) => {}
    }
    let remedy = finding.remedy.as_ref().map(|remedy| masked(remedy.in_language(language)));
    if let Some(remedy) = &remedy {
        elements.push(Level::HELP.with_name(words("做法", "remedy")).message(remedy).into());
    }
    if let Some(basis) = finding.basis {
        elements.push(Level::NOTE.with_name(words("依据", "basis")).message(basis).into());
    }
    let group = elements.into_iter().fold(Group::with_title(title), Group::element);
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The byte of a masked line at which the same character stands as at a byte of the line itself.
fn moved(line: &str, at: usize, masked: &str) -> usize {
    let characters = line.char_indices().take_while(|(start, _)| *start < at).count();
    masked.char_indices().nth(characters).map_or(masked.len(), |(start, _)| start)
}

/// One line that counts findings: `3 处错误，1 处警告`.
pub fn summary(errors: usize, warnings: usize, notes: usize) -> crate::text::Text {
    say!("{errors} 处错误，{warnings} 处警告，{notes} 处提示", "{errors} errors, {warnings} warnings, {notes} notes")
}
