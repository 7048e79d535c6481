//! The only place where the Markdown parser is set up.

use super::chinese::{disguise, reveal};
use crate::text::is_cjk;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// A body made ready for the parser.
pub(super) struct Prepared<'t>(Cow<'t, str>);

/// Makes a body ready for the parser.
pub(super) fn prepare(text: &str) -> Prepared<'_> {
    Prepared(disguise(text))
}

impl Prepared<'_> {
    /// The events of the body with their places; stand-ins are put back, breaks between Chinese lines are gone.
    pub(super) fn events(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let mut parser = Parser::new_ext(&self.0, options).into_offset_iter().peekable();
        let mut last = None;
        std::iter::from_fn(move || {
            let (event, range) = parser.next()?;
            let event = revealed(event);
            if event == Event::SoftBreak {
                let next = parser.peek().and_then(|(event, _)| first_character(event));
                if last.is_some_and(is_cjk) && next.is_some_and(is_cjk) {
                    return Some((Event::Text(CowStr::Borrowed("")), range));
                }
            }
            if let Event::Text(text) | Event::Code(text) = &event {
                last = text.chars().next_back().or(last);
            } else if event == Event::HardBreak {
                last = None;
            }
            Some((event, range))
        })
    }
}

fn first_character(event: &Event<'_>) -> Option<char> {
    match event {
        Event::Text(text) | Event::Code(text) => reveal(text).chars().next(),
        // Emphasis and links open before their text: their marks do not show.
        Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. }) => Some('一'),
        _ => None,
    }
}

fn revealed(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) => Event::Text(plainly(text)),
        Event::Code(text) => Event::Code(plainly(text)),
        Event::Html(text) => Event::Html(plainly(text)),
        Event::InlineHtml(text) => Event::InlineHtml(plainly(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: plainly(dest_url), title: plainly(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: plainly(dest_url), title: plainly(title), id })
        }
        other => other,
    }
}

fn plainly(text: CowStr<'_>) -> CowStr<'_> {
    match reveal(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(revealed) => CowStr::from(revealed),
    }
}
