use crate::diag::{Diagnostic, Place, Severity};
use crate::say;
use crate::source::{Fields, Reader, ThemeSource, Value};
use crate::theme::{Theme, ThemeFile};
use std::sync::Arc;

/// Loads a board's theme: its own files over the built-in ones, in the language of the board.
///
/// # Errors
/// All mistakes in it.
pub fn load_theme(name: &str, language: &str, own: Vec<ThemeSource>) -> Result<Theme, Vec<Diagnostic>> {
    let own = own.into_iter().map(|file| ThemeFile { path: file.path, bytes: file.bytes }).collect();
    Theme::load(name, language, own, words)
}

/// Reads a file of interface words: keys and texts in the order written.
fn words(path: &Arc<str>, text: &str) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    let reader = Reader::new(path);
    let mut words = Vec::new();
    if let Some(node) = reader.yaml(text, 0, &|_| false) {
        for entry in Fields::of(&reader, node).rest() {
            if let Value::Text(word) = entry.node.value {
                words.push((entry.key.value.into_owned(), word.into_owned()));
            } else if entry.node.value != Value::Empty {
                let place = Place::text(path, entry.node.span);
                let message = say!("界面用语应当是一段文字", "an interface word is a text");
                return Err(vec![Diagnostic::new("wrong-value", Severity::Error, place, message)]);
            } else {
                words.push((entry.key.value.into_owned(), String::new()));
            }
        }
    }
    let findings: Vec<Diagnostic> = reader.finish().into_iter().collect();
    if findings.is_empty() { Ok(words) } else { Err(findings) }
}
