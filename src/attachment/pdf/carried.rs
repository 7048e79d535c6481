use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::hidden::{Hidden, HiddenKind};
use super::super::markup::{Markup, Token};
use super::super::office::ReadInside;
use super::super::properties::property;
use super::document::Document;
use super::object::{Dictionary, Object};
use super::pages::Page;
use super::words::words;
use crate::diag::{Severity, Spot};
use crate::say;

/// Annotations of one page that are looked at.
const ANNOTATIONS: usize = 20_000;

/// What the file says of itself and carries along: author, attached files, notes, links, scripts, hidden layers.
pub(super) fn read(
    document: &Document,
    pages: &[Page],
    extract: &mut Extract,
    inside: ReadInside,
) -> Result<(), Fault> {
    let catalogue = document.dictionary(document.trailer.get("Root"));
    properties(document, &catalogue, extract)?;
    for (page, number) in pages.iter().zip(1u32..) {
        annotations(document, page, number, extract)?;
    }
    let mut scripts = 0;
    for number in document.numbers() {
        let object = document.object(number);
        let Some(dictionary) = object.dictionary() else { continue };
        if dictionary.is("Type", "Filespec") || dictionary.is("Type", "F") || dictionary.has("EF") {
            attached(document, dictionary, extract, inside)?;
        }
        scripts += usize::from(dictionary.is("S", "JavaScript"));
        if (dictionary.has("FT") || dictionary.is("Subtype", "Widget"))
            && let Object::String(value) = document.resolve(dictionary.get("V"))
        {
            extract.paragraph(Spot::File, words(&value))?;
        }
    }
    if scripts > 0 {
        let (what, severity) = (HiddenKind::Script, Severity::Warning);
        let message = say!("含有脚本", "holds scripts");
        extract.hidden.push(Hidden { spot: Spot::File, what, severity, message });
    }
    let layers = document.dictionary(&document.dictionary(catalogue.get("OCProperties")).get("D").clone());
    if !document.resolve(layers.get("OFF")).array().is_empty() {
        let (what, severity) = (HiddenKind::Text, Severity::Warning);
        let message = say!("有不显示的图层", "has layers that are not shown");
        extract.hidden.push(Hidden { spot: Spot::File, what, severity, message });
    }
    Ok(())
}

fn properties(document: &Document, catalogue: &Dictionary, extract: &mut Extract) -> Result<(), Fault> {
    let mut authors = Vec::new();
    let information = document.dictionary(document.trailer.get("Info"));
    for (key, field) in [("Title", "title"), ("Subject", "subject"), ("Keywords", "keywords"), ("Author", "creator")] {
        if let Object::String(value) = document.resolve(information.get(key)) {
            let value = words(&value);
            let value = value.trim_matches(['\0', ' ']);
            if field == "creator" {
                authors.push(value.to_owned());
            } else if !value.is_empty() {
                property(field, value, "", extract)?;
            }
        }
    }
    if let Some(bytes) = document.unpacked(&document.resolve(catalogue.get("Metadata"))) {
        // The block is a courtesy of the writer; one that is no XML says nothing.
        let _ = creators(&bytes, &mut authors);
    }
    authors.sort();
    authors.dedup();
    authors.iter().filter(|author| !author.is_empty()).try_for_each(|author| property("creator", author, "", extract))
}

/// The creators in a block of XMP.
fn creators(bytes: &[u8], found: &mut Vec<String>) -> Result<(), Fault> {
    let mut markup = Markup::new(bytes);
    let mut inside = false;
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => inside |= element.name() == "creator",
            Token::End(end) if end.name() == "creator" => inside = false,
            Token::Text(text) if inside && !text.trim().is_empty() => found.push(text.trim().to_owned()),
            _ => {}
        }
    }
    Ok(())
}

fn annotations(document: &Document, page: &Page, number: u32, extract: &mut Extract) -> Result<(), Fault> {
    let list = document.resolve(page.dictionary.get("Annots"));
    let mut notes = 0;
    for annotation in list.array().iter().take(ANNOTATIONS) {
        let annotation = document.dictionary(annotation);
        if let Object::String(text) = document.resolve(annotation.get("Contents")) {
            let text = words(&text);
            // A link's or a field's contents describe it; a free text is drawn on the page.
            let drawn = ["FreeText", "Link", "Widget"].iter().any(|kind| annotation.is("Subtype", kind));
            notes += usize::from(!drawn && !text.trim().is_empty());
            extract.paragraph(Spot::Page(number), text)?;
        }
        let action = document.dictionary(annotation.get("A"));
        if let Object::String(address) = document.resolve(action.get("URI")) {
            extract.paragraph(Spot::Page(number), words(&address))?;
        }
    }
    if notes > 0 {
        let message = say!("第 {number} 页有 {notes} 条批注", "page {number} has {notes} comments");
        extract.hidden.push(Hidden::data(Spot::Page(number), HiddenKind::Comment, message));
    }
    Ok(())
}

fn attached(document: &Document, file: &Dictionary, extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    let streams = document.dictionary(file.get("EF"));
    let Some(stream) = streams.0.values().next() else { return Ok(()) };
    let name = [file.get("UF"), file.get("F")].into_iter().find_map(|name| document.resolve(name).string().map(words));
    let name = name.unwrap_or_default();
    let message = say!("附有文件“{name}”", "a file is attached, “{name}”");
    extract.hidden.push(Hidden::data(Spot::File, HiddenKind::EmbeddedFile, message));
    let Some(bytes) = document.unpacked(&document.resolve(stream)) else {
        extract.lacks(Spot::File, say!("附带的“{name}”读不出来", "“{name}”, attached to it, cannot be read"));
        return Ok(());
    };
    extract.embed(&name, inside(&name, &bytes))
}
