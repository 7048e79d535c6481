//! PDF: the text layer by page, what the file says of itself, and what it carries along. Read here and not by a
//! library: those to be had unfold streams without limit, and the best of them panicked on 124 of 400 files with
//! some bytes changed.

mod carried;
mod content;
mod destinations;
mod document;
mod drawn;
mod filter;
mod font;
mod layout;
mod mapping;
mod matrix;
mod object;
mod pages;
mod radicals;
mod syntax;
mod words;

pub use destinations::named_places;

use super::extract::{Extract, Readable};
use super::fault::Fault;
use super::office::ReadInside;
use crate::diag::Spot;
use crate::say;
use content::Painter;
use document::Document;
use layout::Layout;

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8], extract: &mut Extract, inside: ReadInside) -> Result<(), Fault> {
    let document = Document::open(bytes)?;
    if document.trailer.has("Encrypt") {
        return Err(Fault::Encrypted);
    }
    let pages = pages::pages(&document);
    if pages.is_empty() {
        return Err(Fault::Broken(say!("文件不完整或已损坏", "the file is cut off or damaged")));
    }
    if pages.len() >= pages::PAGES {
        return Err(Fault::TooBig(say!("PDF 页数过多", "the PDF has too many pages")));
    }
    extract.pages = Some(pages.len() as u32);
    let mut painter = Painter::new(&document);
    let (mut known, mut unknown) = (0, 0);
    for (page, number) in pages.iter().zip(1u32..) {
        let mut layout = Layout::default();
        let (program, whole) = page.program(&document);
        painter.paint(&program, &page.resources(&document), &mut layout);
        if !whole {
            extract.lacks(Spot::Page(number), say!("第 {number} 页读不出来", "page {number} cannot be read"));
        }
        known += layout.known;
        unknown += layout.unknown;
        // Text in letters of unknown meaning is as good as a picture of it.
        if layout.known == 0 && layout.pictures > 0 || layout.unknown > layout.known {
            extract.pages_without_text += 1;
        }
        for line in layout.finish() {
            extract.paragraph(Spot::Page(number), line)?;
        }
        if painter.exhausted() || document.exhausted() {
            return Err(Fault::TooBig(say!("PDF 解压后过大", "the PDF unfolds beyond all measure")));
        }
    }
    if unknown >= known {
        extract.readable = Readable::NoText;
    }
    carried::read(&document, &pages, extract, inside)
}
