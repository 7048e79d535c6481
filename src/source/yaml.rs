//! The only file that knows the YAML package. It hands out a tree that borrows from the text.

use crate::text::{Placed, Span};
use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};
use std::borrow::Cow;

/// Deeper nesting than any board needs, shallow enough for any stack.
const DEEPEST: usize = 32;

/// Entries of one list or map; ten years of opinions of a busy county have fewer.
const LONGEST: usize = 50_000;

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// Where the value stands in its file.
    pub span: Span,
    /// The value.
    pub value: Value<'t>,
}

/// What YAML can say. Numbers, dates and truth values are the words typed: only the reader of a field knows what it
/// wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'t> {
    /// Nothing after the colon.
    Empty,
    /// One word or text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// Keys and values, in the order written; a key may come twice.
    Map(Vec<Entry<'t>>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'t> {
    /// The key.
    pub key: Placed<Cow<'t, str>>,
    /// The value.
    pub node: Node<'t>,
}

/// Why a text is no YAML, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) span: Span,
    pub(super) reason: Reason,
}

/// The kinds of faults that need their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// In the parser's own words.
    Syntax(String),
    /// Anchors and aliases, which no board needs and which make small files huge.
    Alias,
    /// Nested too deeply.
    Depth,
    /// A list or a map without end.
    Length,
}

/// Reads one YAML text into a tree. `offset` is where it starts in its file, so that spans are those of the file.
pub(super) fn tree(text: &str, offset: usize) -> Result<Node<'_>, Fault> {
    let mut events = Events { parser: Parser::new_from_str(text), text, offset };
    loop {
        match events.next()? {
            Some((Event::StreamStart | Event::DocumentStart(..), _)) => {}
            None | Some((Event::StreamEnd | Event::DocumentEnd, _)) => {
                return Ok(Node { span: Span::new(offset, offset), value: Value::Empty });
            }
            Some((event, span)) => {
                let root = node(&mut events, event, span, 0)?;
                return events.finish().map(|()| root);
            }
        }
    }
}

struct Events<'t> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    offset: usize,
}

impl<'t> Events<'t> {
    /// The next event.
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, Fault> {
        match self.parser.next() {
            None => Ok(None),
            Some(Err(error)) => Err(self.fault(&error)),
            Some(Ok((event, span))) => {
                let range = span.byte_range().unwrap_or(0..0);
                Ok(Some((event, Span::new(range.start, range.end).shifted(self.offset))))
            }
        }
    }

    /// Reads to the end, so that a fault behind the last value is found as well.
    fn finish(&mut self) -> Result<(), Fault> {
        while self.next()?.is_some() {}
        Ok(())
    }

    fn fault(&self, error: &ScanError) -> Fault {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let end = self.text[at..].find('\n').map_or(self.text.len(), |line| at + line);
        Fault { span: Span::new(at, end).shifted(self.offset), reason: Reason::Syntax(error.info()) }
    }
}

fn node<'t>(events: &mut Events<'t>, event: Event<'t>, span: Span, depth: usize) -> Result<Node<'t>, Fault> {
    if depth > DEEPEST {
        return Err(Fault { span, reason: Reason::Depth });
    }
    match event {
        Event::Scalar(text, style, _, _) => {
            let empty = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
            Ok(Node { span, value: if empty { Value::Empty } else { Value::Text(text) } })
        }
        Event::SequenceStart(style, ..) => {
            let mut list = Vec::new();
            let mut end = span.end;
            while let Some((event, span)) = events.next()? {
                if event == Event::SequenceEnd {
                    end = if style == StructureStyle::Flow { span.end } else { end };
                    break;
                }
                let child = node(events, event, span, depth + 1)?;
                end = child.span.end;
                within(list.len(), child.span)?;
                list.push(child);
            }
            Ok(Node { span: Span { start: span.start, end }, value: Value::List(list) })
        }
        Event::MappingStart(style, ..) => {
            let mut map = Vec::new();
            let mut end = span.end;
            while let Some((event, span)) = events.next()? {
                if event == Event::MappingEnd {
                    end = if style == StructureStyle::Flow { span.end } else { end };
                    break;
                }
                let key = node(events, event, span, depth + 1)?;
                let name = match key.value {
                    Value::Text(name) => name,
                    Value::Empty => Cow::Borrowed(""),
                    // A list or a map as a key: `[公示]低保: …`. Shown as it was typed.
                    Value::List(_) | Value::Map(_) => {
                        let local = Span::new(
                            (key.span.start as usize).saturating_sub(events.offset),
                            (key.span.end as usize).saturating_sub(events.offset),
                        );
                        Cow::Borrowed(local.of(events.text))
                    }
                };
                let Some((event, span)) = events.next()? else { break };
                let child = node(events, event, span, depth + 1)?;
                end = child.span.end.max(key.span.end);
                within(map.len(), key.span)?;
                map.push(Entry { key: Placed::new(name, key.span), node: child });
            }
            Ok(Node { span: Span { start: span.start, end }, value: Value::Map(map) })
        }
        Event::Alias(_) | Event::UnresolvedAlias(_) => Err(Fault { span, reason: Reason::Alias }),
        _ => Ok(Node { span, value: Value::Empty }),
    }
}

/// Whether one more entry may follow so many.
fn within(entries: usize, span: Span) -> Result<(), Fault> {
    if entries < LONGEST { Ok(()) } else { Err(Fault { span, reason: Reason::Length }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_place_in_the_file() {
        let file = "---\n标题: 公告 # 注\ntopics: [a, \"b\"]\n";
        let root = tree(&file[4..], 4).unwrap();
        let Value::Map(map) = root.value else { panic!("no map") };
        assert_eq!(map[0].key.span.of(file), "标题");
        assert_eq!(map[0].node.span.of(file), "公告");
        let Value::List(list) = &map[1].node.value else { panic!("no list") };
        assert_eq!(list[1].span.of(file), "\"b\"");
        assert_eq!(list[1].value, Value::Text("b".into()));
    }

    #[test]
    fn numbers_and_truth_values_stay_the_words_typed() {
        let root = tree("a: 0123\nb: 2026-03-01\nc: off\nd:\ne: 1e3\n", 0).unwrap();
        let Value::Map(map) = root.value else { panic!("no map") };
        let words: Vec<_> = map.iter().map(|entry| entry.node.value.clone()).collect();
        let text = |word: &'static str| Value::Text(word.into());
        assert_eq!(words, [text("0123"), text("2026-03-01"), text("off"), Value::Empty, text("1e3")]);
    }

    #[test]
    fn aliases_and_bottomless_nesting_are_refused() {
        assert!(tree("a: &x [1]\nb: *x\n", 0).is_err());
        assert!(tree(&"[".repeat(100_000), 0).is_err());
        assert!(tree(&format!("{}{}", "[".repeat(40), "]".repeat(40)), 0).is_err());
    }

    #[test]
    fn a_list_or_a_map_without_end_is_refused() {
        let reason = |text: &str| tree(text, 0).map_err(|fault| fault.reason).err();
        assert_eq!(reason(&"- a\n".repeat(LONGEST)), None);
        assert_eq!(reason(&"- a\n".repeat(LONGEST + 1)), Some(Reason::Length));
        assert_eq!(reason(&"a: b\n".repeat(LONGEST + 1)), Some(Reason::Length));
    }

    #[test]
    fn a_fault_is_placed_where_it_stands() {
        let Fault { span, .. } = tree("a: b\nc: [d\ne: f\n", 10).unwrap_err();
        assert!(span.start >= 15, "{span:?}");
    }
}
