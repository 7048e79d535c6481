//! The only door to the XML reader: elements and text by local name, without document types, within a depth.

use super::fault::Fault;
use super::limits;
use super::package::stream_fault;
use crate::say;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::BufRead;

/// What comes next in an XML stream. An empty element gives a start and an end.
pub(super) enum Token<'a> {
    Start(Element<'a>),
    End(Closing<'a>),
    Text(Cow<'a, str>),
    /// A comment, a declaration, an instruction, a harmless document type.
    Nothing,
}

/// The end of an element.
pub(super) struct Closing<'a>(BytesEnd<'a>);

impl Closing<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl<'a> Element<'a> {
    /// For the writer of parts, which reads with the same library.
    pub(super) fn of(start: BytesStart<'a>) -> Self {
        Self(start)
    }
}

impl Element<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// What stands before the name, with its colon; empty where there is nothing.
    pub(super) fn prefix(&self) -> String {
        let whole = self.0.name().into_inner().to_owned();
        whole.strip_suffix(self.name()).unwrap_or_default().to_owned()
    }

    /// The first attribute with this local name, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).filter_map(Result::ok);
        let mut named = found.filter(|attribute| attribute.key.local_name().into_inner() == name);
        named.next().map(|attribute| value(attribute.value))
    }

    /// A number in an attribute.
    pub(super) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.parse().ok()
    }

    /// All attributes: local name and value.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        attributes
            .filter_map(Result::ok)
            .map(|attribute| (attribute.key.local_name().into_inner(), value(attribute.value)))
    }

    /// Whether an attribute is set to true.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| is_true(&value))
    }
}

/// Whether a switch of a document format is on.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// A value as meant; one with an unknown entity stays as written.
fn value(raw: Cow<'_, str>) -> Cow<'_, str> {
    if !raw.contains('&') {
        return raw;
    }
    match unescape(&raw) {
        Ok(meant) => Cow::Owned(meant.into_owned()),
        Err(_) => raw,
    }
}

/// Reads an XML stream.
pub(super) struct Markup<R: BufRead> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: u32,
}

impl<R: BufRead> Markup<R> {
    pub(super) fn new(stream: R) -> Self {
        let mut reader = Reader::from_reader(stream);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next token; none at the end.
    pub(super) fn token(&mut self) -> Result<Option<Token<'_>>, Fault> {
        self.buffer.clear();
        Ok(Some(match self.reader.read_event_into(&mut self.buffer).map_err(|error| fault(&error))? {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                if self.depth > limits::DEPTH {
                    let limit = limits::DEPTH;
                    return Err(Fault::TooBig(say!("嵌套超过 {limit} 层", "nested more than {limit} levels deep")));
                }
                Token::Start(Element(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Token::End(Closing(end))
            }
            Event::Text(text) => Token::Text(text.into_inner()),
            Event::CData(text) => Token::Text(text.into_inner()),
            Event::GeneralRef(reference) => Token::Text(resolved(&reference)?),
            Event::DocType(text) => {
                refuse_definitions(&text)?;
                Token::Nothing
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Token::Nothing,
            Event::Eof if self.depth > 0 => return Err(broken("unexpected end")),
            Event::Eof => return Ok(None),
        }))
    }
}

/// A reference in running text: one of the five predefined, or a character by number.
fn resolved(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, Fault> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(Cow::Owned(character.to_string()));
    }
    match resolve_predefined_entity(reference) {
        Some(meant) => Ok(Cow::Borrowed(meant)),
        None => Err(broken("unknown entity")),
    }
}

/// A document type may name its standard; one that defines entities of its own is an XML bomb or a trap.
pub(super) fn refuse_definitions(text: &str) -> Result<(), Fault> {
    if text.contains('[') || text.contains("<!") {
        return Err(Fault::Broken(say!(
            "XML 中自定义实体，拒绝读取（疑似 XML 炸弹）",
            "its XML defines entities and is refused (an XML bomb?)"
        )));
    }
    Ok(())
}

pub(super) fn broken(why: impl std::fmt::Display) -> Fault {
    Fault::Broken(say!("文件内部的 XML 已损坏（{why}）", "the XML inside is damaged ({why})"))
}

pub(super) fn fault(error: &quick_xml::Error) -> Fault {
    match error {
        quick_xml::Error::Io(error) => stream_fault(error),
        other => broken(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(xml: &str) -> Result<String, Fault> {
        let mut markup = Markup::new(xml.as_bytes());
        let mut text = String::new();
        while let Some(token) = markup.token()? {
            match token {
                Token::Text(piece) => text.push_str(&piece),
                Token::Start(element) => text.push_str(&element.attribute("id").unwrap_or_default()),
                _ => {}
            }
        }
        Ok(text)
    }

    #[test]
    fn references_and_raw_text_are_read() {
        assert_eq!(text_of(r#"<a r:id="甲&amp;乙">1 &lt; 2&#x4E00;<![CDATA[<b>]]></a>"#).unwrap(), "甲&乙1 < 2一<b>");
    }

    #[test]
    fn an_xml_bomb_is_refused_and_a_plain_document_type_is_not() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a>&z;</a>"#;
        assert!(matches!(text_of(bomb), Err(Fault::Broken(_))));
        assert!(matches!(text_of("<a>&unknown;</a>"), Err(Fault::Broken(_))));
        let plain = r#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><a>b</a>"#;
        assert_eq!(text_of(plain).unwrap(), "b");
    }

    #[test]
    fn endless_nesting_and_a_cut_off_end_are_faults() {
        assert!(matches!(text_of(&"<a>".repeat(100_000)), Err(Fault::TooBig(_))));
        assert!(matches!(text_of("<a><b></b>"), Err(Fault::Broken(_))));
        assert!(matches!(text_of("<a></b>"), Err(Fault::Broken(_))));
    }
}
