use super::events::prepare;
use super::excess::{DEEPEST, Excess, MOST_EVENTS, MOST_LINKS, excess};
use crate::text::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

/// What a body holds, for checks and catalogues; places count from the start of the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings in order.
    pub headings: Vec<Heading>,
    /// Links and images in order.
    pub links: Vec<Link>,
    /// Raw HTML that is more than a comment.
    pub raw_html: Vec<Span>,
    /// The first sentence of the first paragraph that has words; none where the body is only tables or pictures.
    pub first_sentence: Option<String>,
    /// The limit that the body passes, and where; nothing else is known of it then, and nobody should read it further.
    pub excess: Option<(Span, Excess)>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// Where it stands.
    pub span: Span,
}

/// A link or an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address as written, percent signs and all.
    pub target: String,
    /// The words of the link, or the text that stands for the image.
    pub words: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it is an image.
    pub image: bool,
}

/// Looks at a body.
pub fn outline(body: &str) -> Outline {
    if let Some(passed) = excess(body) {
        return Outline { excess: Some(passed), ..Outline::default() };
    }
    let prepared = prepare(body);
    let (mut depth, mut pieces) = (0usize, 0);
    let mut outline = Outline::default();
    let mut heading: Option<Heading> = None;
    let mut open_links: Vec<Link> = Vec::new();
    let mut paragraph: Option<String> = None;
    for (event, range) in prepared.events() {
        let span = Span::new(range.start, range.end);
        pieces += 1;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let passed = [
            (depth > DEEPEST, Excess::Depth),
            (pieces > MOST_EVENTS, Excess::Pieces),
            (outline.links.len() > MOST_LINKS, Excess::Links),
        ];
        if let Some((_, passed)) = passed.into_iter().find(|(passed, _)| *passed) {
            return Outline { excess: Some((Span::new(range.start, range.start), passed)), ..Outline::default() };
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading = Some(Heading { level: level as u8, words: String::new(), span });
            }
            Event::End(TagEnd::Heading(_)) => outline.headings.extend(heading.take()),
            Event::Start(Tag::Paragraph) if outline.first_sentence.is_none() => paragraph = Some(String::new()),
            Event::End(TagEnd::Paragraph) => {
                if let Some(words) = paragraph.take() {
                    outline.first_sentence = first_sentence(&words);
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                open_links.push(Link { target: dest_url.to_string(), words: String::new(), span, image: false });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                open_links.push(Link { target: dest_url.to_string(), words: String::new(), span, image: true });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => outline.links.extend(open_links.pop()),
            Event::Text(words) | Event::Code(words) => {
                let in_image = open_links.last().is_some_and(|link| link.image);
                for link in &mut open_links {
                    link.words.push_str(&words);
                }
                if let Some(heading) = &mut heading {
                    heading.words.push_str(&words);
                }
                if let Some(paragraph) = paragraph.as_mut().filter(|_| !in_image) {
                    paragraph.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(paragraph) = &mut paragraph {
                    paragraph.push(' ');
                }
            }
            Event::Html(html) | Event::InlineHtml(html) if !is_comment(&html) => outline.raw_html.push(span),
            _ => {}
        }
    }
    outline
}

/// Whether a piece of raw HTML is (part of) a comment or only white space.
fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.is_empty() || html.starts_with("<!--") && html.ends_with("-->") && html.matches("-->").count() == 1
}

/// Up to and with the first mark that ends a sentence.
fn first_sentence(words: &str) -> Option<String> {
    let words = words.trim_matches(|character: char| character.is_whitespace() || character == '\u{3000}');
    let mut sentence = String::new();
    for character in words.chars() {
        sentence.push(character);
        if matches!(character, '。' | '！' | '？' | '；') {
            break;
        }
    }
    (sentence.chars().any(char::is_alphanumeric)).then_some(sentence)
}
