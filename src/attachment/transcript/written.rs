use super::super::extract::Kind;
use crate::text::Text;

/// A document written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// The kind of file.
    pub kind: Kind,
    /// Its parts in order.
    pub blocks: Vec<Block>,
    /// Pictures inside the document, by the name under which the Markdown speaks of them.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// Files beside the document that its text names, as written there: attachments and pictures of a page.
    pub named: Vec<String>,
    /// What a page says of itself: names of its meta elements, in lower case, and their values.
    pub meta: Vec<(String, String)>,
    /// The encoding of a text file: `UTF-8` or `GB18030`.
    pub encoding: Option<&'static str>,
    /// What was not taken over.
    pub left_out: Vec<Text>,
}

/// What a part of a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlockKind {
    /// The document's title, by its style.
    Title,
    /// A heading; 1 is the highest below the title.
    Heading(usize),
    /// A paragraph.
    #[default]
    Paragraph,
    /// An entry of a list.
    Entry,
    /// A picture.
    Picture,
    /// A table.
    Table,
}

/// A part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// It in Markdown.
    pub markdown: String,
    /// Its words as they are read, a line each.
    pub text: String,
    /// Whether it stands in the middle of the line.
    pub centred: bool,
    /// The size of its letters in half points; 0 where the document does not say.
    pub size: u32,
}

impl Transcript {
    /// The body of an item: all blocks but those that say what its front matter says.
    pub fn markdown(&self, left_out: &[usize]) -> String {
        let kept = || self.blocks.iter().enumerate().filter(|(at, _)| !left_out.contains(at)).map(|(_, block)| block);
        let highest = kept().filter_map(Block::level).min().unwrap_or(1);
        let mut body = String::new();
        let mut before = None;
        for block in kept() {
            if before.is_some() {
                let in_list = before == Some(BlockKind::Entry) && block.kind == BlockKind::Entry;
                body.push_str(if in_list { "\n" } else { "\n\n" });
            }
            match block.level() {
                // The page's own title is the first level, so the highest heading is of the second.
                Some(level) => {
                    body.push_str(&"#".repeat((level - highest + 2).min(6)));
                    body.push_str(block.markdown.trim_start_matches('#'));
                }
                None => body.push_str(&block.markdown),
            }
            before = Some(block.kind);
        }
        body.push('\n');
        body
    }
}

impl Block {
    /// The level of a heading, from 1.
    fn level(&self) -> Option<usize> {
        match self.kind {
            BlockKind::Heading(level) => Some(level.max(1)),
            _ => None,
        }
    }
}
