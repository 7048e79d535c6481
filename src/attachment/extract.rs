use super::fault::Fault;
use super::hidden::Hidden;
use super::limits;
use super::passage::Passage;
use super::worksheet::Sheet;
use crate::diag::Spot;
use crate::say;
use crate::text::Text;
use std::borrow::Cow;

/// What kind of file an attachment is, by its content first and its name second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Comma-separated values.
    Csv,
    /// Excel 2007 and later, macro-enabled ones and templates among them.
    Xlsx,
    /// Excel 97 to 2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Word 2007 and later.
    Docx,
    /// Word 97 to 2003; its text is read, what it hides is not.
    Doc,
    /// PowerPoint 2007 and later.
    Pptx,
    /// PDF.
    Pdf,
    /// JPEG, PNG, GIF, WebP and other pictures.
    Image,
    /// A drawing in XML.
    Svg,
    /// Plain text, Markdown, HTML and the like.
    Text,
    /// ZIP, RAR, 7z.
    Archive,
    /// Anything else.
    #[default]
    Other,
}

/// How far the text of an attachment could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Readable {
    /// All of it.
    #[default]
    Yes,
    /// There is no text in it: a picture, a scan.
    NoText,
    /// It needs a password.
    Encrypted,
    /// It is damaged; what came before the damage was read.
    Broken(Text),
    /// It unfolds beyond the limits; what came before was read.
    TooBig(Text),
    /// A form of file that is not read.
    Unsupported,
}

/// All that a reader of the file could come to know from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extract {
    /// The kind of file.
    pub kind: Kind,
    /// How far it could be read.
    pub readable: Readable,
    /// The sheets of a spreadsheet; a CSV file is one sheet without a name.
    pub sheets: Vec<Sheet>,
    /// The tables of a document, whose text is among the passages too. A row has the number of its first paragraph.
    pub tables: Vec<Sheet>,
    /// What a person who opens the file does not see at once.
    pub hidden: Vec<Hidden>,
    /// Pages of a PDF, slides of a presentation.
    pub pages: Option<u32>,
    /// Pages of a PDF that show pictures and no text: scanned ones.
    pub pages_without_text: u32,
    /// What in it nobody could look into, though the file itself can be opened: parts with a password, damaged ones,
    /// files within files within files. Where there is any, nobody can say that all of it may be public.
    pub unread: Vec<(Spot, Text)>,
    /// The encoding of a plain text file: `UTF-8` or `GB18030`.
    pub encoding: Option<&'static str>,
    paragraphs: Vec<(Spot, String)>,
    text_left: Option<usize>,
}

impl Extract {
    /// Every piece of text in the file: paragraphs and pages first, then cells, hidden ones too.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        let paragraphs = self
            .paragraphs
            .iter()
            .map(|(spot, text)| Passage { spot: spot.clone(), text: Cow::Borrowed(text.as_str()) });
        paragraphs.chain(self.sheets.iter().flat_map(Sheet::passages))
    }

    /// The paragraphs and pages, without the cells of sheets.
    pub fn paragraphs(&self) -> impl Iterator<Item = (&Spot, &str)> {
        self.paragraphs.iter().map(|(spot, text)| (spot, text.as_str()))
    }

    /// The same without its texts and tables, for keeping what is known of a file that was looked at.
    #[must_use]
    pub fn without_texts(self) -> Self {
        Self { sheets: Vec::new(), tables: Vec::new(), paragraphs: Vec::new(), ..self }
    }

    /// All text, a passage a line; meant for search and for tests.
    pub fn text(&self) -> String {
        let mut whole = String::new();
        for passage in self.passages() {
            whole.push_str(&passage.text);
            whole.push('\n');
        }
        whole
    }

    /// Nothing read yet of a file of this kind.
    pub(super) fn of(kind: Kind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// Adds a paragraph unless it is blank.
    pub(super) fn paragraph(&mut self, spot: Spot, text: impl Into<String>) -> Result<(), Fault> {
        let text = text.into();
        if text.trim().is_empty() {
            return Ok(());
        }
        self.spend(text.len())?;
        self.paragraphs.push((spot, text));
        Ok(())
    }

    /// Counts text against the limit.
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), Fault> {
        let left = self.text_left.get_or_insert(limits::TEXT);
        *left = left.checked_sub(bytes).ok_or_else(|| {
            Fault::TooBig(say!("文字超过 {limit} MB", "more than {limit} MB of text", limit = limits::TEXT >> 20))
        })?;
        Ok(())
    }

    /// Takes over what was found in a file inside this one; its places are the file as a whole. None where files are
    /// nested too deep to be read.
    pub(super) fn embed(&mut self, name: &str, inner: Option<Self>) -> Result<(), Fault> {
        let Some(inner) = inner else {
            self.lacks(Spot::File, say!("“{name}”嵌套太深，没有检查", "“{name}” lies too deep in other files"));
            return Ok(());
        };
        match &inner.readable {
            Readable::Encrypted => {
                self.lacks(Spot::File, say!("里面的“{name}”有密码", "“{name}” in it needs a password"));
            }
            Readable::Broken(why) | Readable::TooBig(why) if !inner.is_plain() => {
                let (zh, en) = (&why.zh, &why.en);
                self.lacks(Spot::File, say!("里面的“{name}”：{zh}", "“{name}” in it: {en}"));
            }
            _ => {}
        }
        for (_, why) in &inner.unread {
            self.lacks(Spot::File, why.clone());
        }
        for passage in inner.passages() {
            self.paragraph(Spot::File, passage.text)?;
        }
        Ok(())
    }

    /// Notes that a part of the file could not be read.
    pub(super) fn lacks(&mut self, spot: Spot, why: Text) {
        if self.unread.len() < limits::UNREAD {
            self.unread.push((spot, why));
        }
    }

    /// Whether the bytes of the file were read as plain text: then nothing of them is unknown, whatever it calls itself.
    pub fn is_plain(&self) -> bool {
        self.encoding.is_some()
    }
}

impl From<Fault> for Readable {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Encrypted => Self::Encrypted,
            Fault::Broken(why) => Self::Broken(why),
            Fault::TooBig(why) => Self::TooBig(why),
        }
    }
}
