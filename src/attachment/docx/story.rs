use super::super::extract::Extract;
use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token};
use super::changes::Changes;
use super::styles::switched_on;
use super::tables::Tables;
use crate::diag::Spot;
use std::collections::BTreeSet;
use std::io::BufRead;

/// Reads one stream of text: the body, a header, the footnotes, the comments.
pub(super) struct Story<'a> {
    hiding_styles: &'a BTreeSet<String>,
    /// Paragraphs have numbers in the body only.
    in_body: bool,
    number: u32,
    /// How many comments the stream holds.
    pub(super) comments: usize,
    /// The paragraphs that are open: one in a text box lies inside another.
    open: Vec<Paragraph>,
    run: Run,
    /// What the text of the element that is open now is.
    taking: Taking,
    /// Inside the properties of a paragraph, where a run's properties are those of the paragraph mark.
    in_paragraph_properties: bool,
    deleted: u32,
    /// Texts of the first form of a drawing that comes in two forms, so that the second says nothing twice.
    said_in_choice: Option<BTreeSet<String>>,
    in_fallback: bool,
    tables: Tables,
}

#[derive(Default)]
struct Paragraph {
    number: u32,
    text: String,
    hidden: String,
    deleted: String,
    field: String,
    hides: bool,
}

#[derive(Default)]
struct Run {
    hides: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Taking {
    #[default]
    Nothing,
    Text,
    DeletedText,
    Field,
}

impl<'a> Story<'a> {
    /// The body of the document.
    pub(super) fn of_body(hiding_styles: &'a BTreeSet<String>) -> Self {
        Self::new(hiding_styles, true)
    }

    /// What stands beside the body: heads and feet of pages, notes, comments.
    pub(super) fn beside(hiding_styles: &'a BTreeSet<String>) -> Self {
        Self::new(hiding_styles, false)
    }

    fn new(hiding_styles: &'a BTreeSet<String>, in_body: bool) -> Self {
        Self {
            hiding_styles,
            in_body,
            number: 0,
            comments: 0,
            open: Vec::new(),
            run: Run::default(),
            taking: Taking::Nothing,
            in_paragraph_properties: false,
            deleted: 0,
            said_in_choice: None,
            in_fallback: false,
            tables: Tables::default(),
        }
    }

    /// Reads the stream to its end.
    pub(super) fn read(
        mut self,
        stream: impl BufRead,
        extract: &mut Extract,
        changes: &mut Changes,
    ) -> Result<Self, Fault> {
        let mut markup = Markup::new(stream);
        while let Some(token) = markup.token()? {
            match token {
                Token::Start(element) => self.start(&element, extract, changes)?,
                Token::Text(text) => self.text(&text),
                Token::End(end) => self.end(end.name(), extract, changes)?,
                Token::Nothing => {}
            }
        }
        Ok(self)
    }

    fn start(&mut self, element: &Element, extract: &mut Extract, changes: &mut Changes) -> Result<(), Fault> {
        match element.name() {
            "p" => {
                self.number += 1;
                self.open.push(Paragraph { number: self.number, ..Paragraph::default() });
            }
            "pPr" => self.in_paragraph_properties = true,
            "r" => self.run = Run { hides: self.open.last().is_some_and(|paragraph| paragraph.hides) },
            "vanish" if !self.in_paragraph_properties => self.run.hides = switched_on(element),
            "rStyle" if self.style_hides(element) => self.run.hides = true,
            "pStyle" if self.style_hides(element) => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.hides = true;
                }
            }
            "t" => self.taking = Taking::Text,
            "delText" => self.taking = Taking::DeletedText,
            "instrText" => self.taking = Taking::Field,
            "tab" if !self.in_paragraph_properties => self.sign('\t'),
            "br" | "cr" => self.sign('\n'),
            "noBreakHyphen" => self.sign('-'),
            "ins" | "moveTo" | "cellIns" => changes.insertions.at(&self.spot()),
            "del" | "moveFrom" | "cellDel" => {
                changes.deletions.at(&self.spot());
                self.deleted += 1;
            }
            "rPrChange" | "pPrChange" | "tblPrChange" | "sectPrChange" => changes.formats.at(&self.spot()),
            "comment" => self.comments += 1,
            "docPr" | "cNvPr" => {
                for name in ["descr", "title"] {
                    if let Some(words) = element.attribute(name) {
                        extract.paragraph(self.spot(), words)?;
                    }
                }
            }
            "AlternateContent" => self.said_in_choice = Some(BTreeSet::new()),
            "Fallback" => self.in_fallback = true,
            name => self.tables.start(name, self.number),
        }
        Ok(())
    }

    fn style_hides(&self, element: &Element) -> bool {
        element.attribute("val").is_some_and(|style| self.hiding_styles.contains(&*style))
    }

    fn text(&mut self, piece: &str) {
        let (deleted, hides) = (self.deleted > 0, self.run.hides);
        let Some(paragraph) = self.open.last_mut() else { return };
        match self.taking {
            Taking::Nothing => {}
            Taking::Text if deleted => paragraph.deleted.push_str(piece),
            Taking::Text if hides => paragraph.hidden.push_str(piece),
            Taking::Text => paragraph.text.push_str(piece),
            Taking::DeletedText => paragraph.deleted.push_str(piece),
            Taking::Field => paragraph.field.push_str(piece),
        }
    }

    fn sign(&mut self, sign: char) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push(sign);
        }
    }

    fn end(&mut self, name: &str, extract: &mut Extract, changes: &mut Changes) -> Result<(), Fault> {
        match name {
            "p" => {
                let spot = self.spot();
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph, &spot, extract, changes)?;
                }
            }
            "pPr" => self.in_paragraph_properties = false,
            "r" => self.run = Run::default(),
            "t" | "delText" | "instrText" => self.taking = Taking::Nothing,
            "del" | "moveFrom" | "cellDel" => self.deleted = self.deleted.saturating_sub(1),
            "AlternateContent" => self.said_in_choice = None,
            "Fallback" => self.in_fallback = false,
            name => self.tables.end(name, extract)?,
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        paragraph: Paragraph,
        spot: &Spot,
        extract: &mut Extract,
        changes: &mut Changes,
    ) -> Result<(), Fault> {
        if let Some(said) = &mut self.said_in_choice {
            if self.in_fallback && said.contains(&paragraph.text) {
                return Ok(());
            }
            said.insert(paragraph.text.clone());
        }
        if !paragraph.hidden.trim().is_empty() {
            changes.hidden_texts.at(spot);
        }
        self.tables.paragraph(&paragraph.text);
        extract.paragraph(spot.clone(), paragraph.text)?;
        extract.paragraph(spot.clone(), paragraph.hidden)?;
        extract.paragraph(spot.clone(), paragraph.deleted)?;
        if paragraph.field.contains("HYPERLINK") || paragraph.field.contains("INCLUDE") {
            extract.paragraph(spot.clone(), paragraph.field)?;
        }
        Ok(())
    }

    fn spot(&self) -> Spot {
        let number = self.open.last().map_or(self.number.max(1), |paragraph| paragraph.number);
        if self.in_body { Spot::Paragraph(number) } else { Spot::File }
    }
}
