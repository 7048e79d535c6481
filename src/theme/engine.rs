//! With `filters.rs` the only file that knows the template package.

use super::fault::{Fault, FaultKind};
use super::filters;
use super::html::escape;
use super::words::Words;
use crate::text::{Placed, Span};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Steps that one page may take: ten times what the longest page of a full catalogue needs, a few milliseconds of
/// an endless loop.
const STEPS: u64 = 5_000_000;

/// The compiled templates of a theme.
pub(super) struct Engine {
    environment: Environment<'static>,
}

impl Engine {
    /// An engine without templates. `assets` leads from plain names to fingerprinted paths.
    pub(super) fn new(words: &Arc<Words>, assets: BTreeMap<String, String>) -> Self {
        let mut environment = Environment::new();
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        if let Ok(syntax) = syntax {
            environment.set_syntax(syntax);
        }
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(STEPS));
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(print);
        environment.set_debug(false);
        // What a template prints is escaped, always.
        environment.remove_filter("safe");
        environment.add_global("w", Value::from(Serde(words.iter().collect::<BTreeMap<_, _>>())));
        environment.add_global("language", words.language());
        // Whether the interface speaks another language than the items of a Chinese office.
        environment.add_global("abroad", !words.language().starts_with("zh"));
        filters::add(&mut environment, words, assets);
        Self { environment }
    }

    /// Compiles one template under its name: `item.html`, `macros/line.html`.
    pub(super) fn add(&mut self, name: &str, source: &str) -> Result<(), Fault> {
        self.environment
            .add_template_owned(name.to_owned(), source.to_owned())
            .map_err(|error| fault(&error, name, |_| Some(source.to_owned())))
    }

    /// Renders a view.
    pub(super) fn render(&self, name: &str, view: &impl Serialize) -> Result<String, Fault> {
        let source = |name: &str| self.environment.get_template(name).ok().map(|template| template.source().to_owned());
        self.environment
            .get_template(name)
            .and_then(|template| template.render(Serde(view)))
            .map_err(|error| fault(&error, name, source))
    }
}

/// Prints one value. Text is escaped; [`super::html::Html`], which arrives as bytes, and what a macro has made are
/// printed as they are; what is no text is a mistake.
fn print(out: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    let written = match value.kind() {
        ValueKind::Bytes => {
            out.write_str(std::str::from_utf8(value.as_bytes().unwrap_or_default()).unwrap_or_default())
        }
        ValueKind::String => match value.as_str() {
            Some(text) if value.is_safe() => out.write_str(text),
            Some(text) if !text.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'')) => {
                out.write_str(text)
            }
            text => {
                let mut escaped = String::new();
                escape(text.unwrap_or_default(), &mut escaped);
                out.write_str(&escaped)
            }
        },
        ValueKind::Number => write!(out, "{value}"),
        // The missing branch of `{{ x if y }}` prints nothing.
        ValueKind::Undefined => Ok(()),
        other => return Err(Error::new(ErrorKind::NonPrimitive, format!("a value of kind {other} cannot be printed"))),
    };
    written.map_err(|_| Error::from(ErrorKind::WriteFailure))
}

/// Takes the innermost mistake out of a chain of inclusions and names its place.
fn fault(error: &Error, asked: &str, source: impl Fn(&str) -> Option<String>) -> Fault {
    let mut inner = error;
    while let Some(next) = std::error::Error::source(inner).and_then(|cause| cause.downcast_ref::<Error>()) {
        inner = next;
    }
    let placed = if inner.name().is_some() { inner } else { error };
    let name = placed.name().unwrap_or(asked);
    let span = match (placed.range(), placed.line()) {
        (Some(range), _) => Span::new(range.start, range.end),
        (None, Some(line)) => source(name).map_or_else(Span::default, |text| line_span(&text, line)),
        (None, None) => Span::default(),
    };
    let detail = inner.detail().map_or_else(|| inner.kind().to_string(), str::to_owned);
    let kind = match inner.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => FaultKind::Syntax,
        ErrorKind::UndefinedError | ErrorKind::UnknownBlock => FaultKind::Undefined,
        ErrorKind::TemplateNotFound => FaultKind::NoTemplate,
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownMethod
        | ErrorKind::TooManyArguments
        | ErrorKind::MissingArgument => FaultKind::BadCall,
        ErrorKind::NonPrimitive => FaultKind::NoText,
        ErrorKind::OutOfFuel => FaultKind::Endless,
        ErrorKind::InvalidOperation if detail.contains("recursion") => FaultKind::Endless,
        _ => FaultKind::Other,
    };
    Fault { template: Placed::new(name.to_owned(), span), kind, detail }
}

/// The range of a line, counted from 1, without the spaces that begin it.
fn line_span(text: &str, line: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let content = text[start..].lines().next().unwrap_or_default();
    let indent = content.len() - content.trim_start().len();
    Span::new(start + indent, start + content.len())
}
