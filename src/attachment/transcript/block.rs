use super::grid::{self, Rows};
use super::inline;
use super::written::{Block, BlockKind, Transcript};
use crate::text::Text;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Set {
    pub(super) centred: bool,
    pub(super) size: u32,
}

/// Puts the parts of a document together.
#[derive(Default)]
pub(super) struct Blocks {
    pub(super) parts: Vec<Block>,
    pub(super) pictures: Vec<(String, Vec<u8>)>,
    pub(super) named: Vec<String>,
    pub(super) left_out: Vec<Text>,
    /// How deep the lists that are open are, as the document counts.
    open: Vec<usize>,
}

impl Blocks {
    fn push(&mut self, kind: BlockKind, markdown: String, text: String, set: Set) {
        if kind != BlockKind::Entry {
            self.open.clear();
        }
        self.parts.push(Block { kind, markdown, text, centred: set.centred, size: set.size });
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str, set: Set) {
        let lines = lines(text);
        if lines.is_empty() {
            return;
        }
        let markdown: Vec<String> = lines.iter().map(|line| inline::markdown(line)).collect();
        self.push(BlockKind::Paragraph, markdown.join("\\\n"), inline::words(&lines.join("\n")), set);
    }

    /// The document's title, where its style says so.
    pub(super) fn title(&mut self, text: &str, set: Set) {
        self.headed(BlockKind::Title, 1, text, set);
    }

    /// A heading; 1 is the highest below the title.
    pub(super) fn heading(&mut self, level: usize, text: &str, set: Set) {
        self.headed(BlockKind::Heading(level), level.clamp(1, 5) + 1, text, set);
    }

    fn headed(&mut self, kind: BlockKind, marks: usize, text: &str, set: Set) {
        let line = lines(text).join("");
        if !line.is_empty() {
            let mut markdown = inline::markdown(&line);
            // Signs at the end of a heading would be taken for its closing marks.
            if markdown.ends_with(['#', '}']) {
                markdown.push_str(" <!-- -->");
            }
            self.push(kind, format!("{} {markdown}", "#".repeat(marks)), inline::words(&line), set);
        }
    }

    /// An entry of a list.
    pub(super) fn entry(&mut self, depth: usize, mark: &str, text: &str) {
        let lines = lines(text);
        if lines.is_empty() {
            return;
        }
        while self.open.last().is_some_and(|open| *open > depth) {
            self.open.pop();
        }
        if self.open.last() != Some(&depth) {
            self.open.push(depth);
        }
        let depth = self.open.len() - 1;
        let indent = "    ".repeat(depth);
        let behind = format!("\\\n{indent}{}", " ".repeat(mark.len() + 1));
        let body: Vec<String> = lines.iter().map(|line| inline::markdown(line)).collect();
        let number = if mark == "-" { "" } else { mark };
        let text = format!("{number}{}", inline::words(&lines.join("\n")));
        self.push(BlockKind::Entry, format!("{indent}{mark} {}", body.join(&behind)), text, Set::default());
    }

    /// A picture beside the item.
    pub(super) fn picture(&mut self, address: &str, alt: &str) {
        let alt = alt.replace(['[', ']', '\\', '\n', '`', '*', '_', '<', '!'], " ");
        let address = if address.contains([' ', '(', ')']) { format!("<{address}>") } else { address.to_owned() };
        self.push(BlockKind::Picture, format!("![{}]({address})", alt.trim()), String::new(), Set::default());
    }

    /// A table.
    pub(super) fn table(&mut self, rows: &Rows) {
        if let Some(markdown) = grid::markdown(rows) {
            self.push(BlockKind::Table, markdown, grid::words(rows), Set::default());
        }
    }

    pub(super) fn finish(mut self, into: &mut Transcript) {
        self.head_by_words();
        into.blocks = self.parts;
        into.pictures = self.pictures;
        into.named = self.named;
        into.left_out.extend(self.left_out);
    }

    /// Where no style makes headings, the numbers do by which official documents are divided: 一、 and （一）. A line that
    /// is a sentence stays one.
    fn head_by_words(&mut self) {
        if self.parts.iter().any(|block| matches!(block.kind, BlockKind::Heading(_))) {
            return;
        }
        for block in self.parts.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
            let Some(level) = divided(&block.text) else { continue };
            block.kind = BlockKind::Heading(level);
            block.markdown = format!("{} {}", "#".repeat(level + 1), block.markdown);
        }
    }
}

/// The level of a line that divides an official document; none where it is a sentence or long.
fn divided(line: &str) -> Option<usize> {
    const NUMBERS: &str = "一二三四五六七八九十百";
    if line.chars().count() > 36 || line.contains(['\n', '。', '；', '：', ':', '，', '!', '！']) {
        return None;
    }
    let in_numbers = |text: &str| !text.is_empty() && text.chars().all(|sign| NUMBERS.contains(sign));
    if let Some((number, rest)) = line.split_once('、') {
        return (in_numbers(number) && !rest.trim().is_empty()).then_some(1);
    }
    let (number, rest) = line.strip_prefix(['（', '('])?.split_once(['）', ')'])?;
    (in_numbers(number) && !rest.trim().is_empty()).then_some(2)
}

/// The lines of a paragraph without the blanks that indent them.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}
