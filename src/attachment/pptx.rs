use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::markup::{Markup, Token};
use super::office::{self, ReadInside};
use super::package::Package;
use super::parts;
use crate::diag::{Severity, Spot};
use crate::say;

/// Reads a presentation: a slide is a page.
pub(super) fn read(package: &mut Package, extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    let main = parts::main_part(package)?.unwrap_or_else(|| "ppt/presentation.xml".to_owned());
    let links = parts::relationships(package, &main)?;
    let slides: Vec<String> = slide_ids(package, &main)?
        .iter()
        .filter_map(|id| links.iter().find(|link| link.id == *id && link.kind == "slide"))
        .map(|link| link.target.clone())
        .collect();
    extract.pages = Some(slides.len() as u32);
    for (part, number) in slides.iter().zip(1u32..) {
        let spot = Spot::Page(number);
        if is_hidden(package, part)? {
            let message = say!("第 {number} 张幻灯片被隐藏", "slide {number} is hidden");
            extract.hidden.push(Hidden::data(spot.clone(), HiddenKind::Slide, message));
        }
        office::drawn_text(package, part, &spot, extract)?;
        for link in parts::relationships(package, part)? {
            match link.kind.as_str() {
                "notesSlide" if !link.outside => notes(package, &link.target, number, extract)?,
                "comments" if !link.outside => comments(package, &link.target, number, extract)?,
                "hyperlink" if link.outside => extract.paragraph(spot.clone(), link.target)?,
                _ => {}
            }
        }
    }
    office::look(package, extract, inside)
}

/// The slides in the order in which they are shown.
fn slide_ids(package: &mut Package, main: &str) -> Result<Vec<String>, Fault> {
    let mut ids = Vec::new();
    let Some(stream) = package.stream(main)? else { return Ok(ids) };
    let mut markup = Markup::new(stream);
    while let Some(token) = markup.token()? {
        if let Token::Start(element) = token
            && element.name() == "sldId"
        {
            // Two attributes are called id; the one that leads to the slide has letters in it.
            let lead =
                element.attributes().find(|(name, value)| *name == "id" && !value.bytes().all(|b| b.is_ascii_digit()));
            ids.extend(lead.map(|(_, id)| id.into_owned()));
        }
    }
    Ok(ids)
}

fn is_hidden(package: &mut Package, part: &str) -> Result<bool, Fault> {
    let Some(stream) = package.stream(part)? else { return Ok(false) };
    let mut markup = Markup::new(stream);
    while let Some(token) = markup.token()? {
        if let Token::Start(element) = token {
            return Ok(element.attribute("show").is_some_and(|show| matches!(&*show, "0" | "false")));
        }
    }
    Ok(false)
}

/// What the speaker wrote below the slide; the number of the slide, which stands there too, is nothing.
fn notes(package: &mut Package, part: &str, number: u32, extract: &mut Extract) -> Result<(), Fault> {
    let mut found = Extract::default();
    office::drawn_text(package, part, &Spot::Page(number), &mut found)?;
    let words: Vec<String> = found.passages().map(|passage| passage.text.into_owned()).collect();
    let told = words.iter().any(|text| !text.trim().chars().all(|sign| sign.is_ascii_digit()));
    if told {
        let message = say!("第 {number} 张幻灯片有演讲者备注", "slide {number} has speaker notes");
        let (spot, what, severity) = (Spot::Page(number), HiddenKind::SpeakerNotes, Severity::Warning);
        extract.hidden.push(Hidden { spot, what, severity, message });
    }
    words.into_iter().try_for_each(|text| extract.paragraph(Spot::Page(number), text))
}

fn comments(package: &mut Package, part: &str, number: u32, extract: &mut Extract) -> Result<(), Fault> {
    let Some(stream) = package.stream(part)? else { return Ok(()) };
    let mut markup = Markup::new(stream);
    let mut text = String::new();
    while let Some(token) = markup.token()? {
        if let Token::Text(piece) = token {
            text.push_str(&piece);
        }
    }
    if !text.trim().is_empty() {
        let message = say!("第 {number} 张幻灯片有批注", "slide {number} has comments");
        extract.hidden.push(Hidden::data(Spot::Page(number), HiddenKind::Comment, message));
    }
    extract.paragraph(Spot::Page(number), text)
}
