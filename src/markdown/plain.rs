use super::events::prepare;
use pulldown_cmark::{Event, Tag, TagEnd};

/// The words of a body as a reader sees them, one block a line, without marks, addresses and comments.
pub fn plain(body: &str) -> String {
    let prepared = prepare(body);
    let mut text = String::with_capacity(body.len());
    for (event, _) in prepared.events() {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak => text.push(' '),
            Event::Start(Tag::TableCell) if !text.is_empty() && !text.ends_with('\n') => text.push('\t'),
            Event::HardBreak
            | Event::Rule
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::FootnoteDefinition,
            ) => new_line(&mut text),
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn new_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}
