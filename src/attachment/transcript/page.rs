//! Pages of a site. Where a page names its content by an id or a class that the usual systems give it, only that is
//! taken; else the whole page without its navigation. What stays behind is told.

use super::super::fault::Fault;
use super::block::{Blocks, Set};
use super::content::{content, end_of, meta, words};
use super::grid::{Cell, Rows};
use super::inline::{close_link, harmless, open_link};
use super::tags::{Piece, pieces};
use super::written::Transcript;
use crate::say;
use crate::text::decode;
use crate::text::is_cjk;

/// What is never content.
const AROUND: [&str; 5] = ["nav", "aside", "footer", "form", "header"];

/// Reads a page.
pub(super) fn read(bytes: &[u8], blocks: &mut Blocks, transcript: &mut Transcript) -> Result<(), Fault> {
    let Some((page, encoding)) = decode(bytes) else {
        return Err(Fault::Broken(say!("不是 UTF-8 或 GB18030 编码的文本", "neither UTF-8 nor GB18030 text")));
    };
    transcript.encoding = Some(encoding);
    transcript.meta = meta(&page);
    let pieces = pieces(&page);
    let (from, to) = content(&pieces).unwrap_or((0, pieces.len()));
    let mut reader = Reader::of(&pieces, blocks);
    reader.read(from, to);
    let around = format!("{}\n{}\n{}", words(&pieces[..from]), reader.around, words(&pieces[to..]));
    let around: Vec<&str> = around.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for line in &around {
        transcript.meta.push(("around".to_owned(), (*line).to_owned()));
    }
    let signs: usize = around.iter().map(|line| line.chars().count()).sum();
    if signs > 0 {
        transcript
            .left_out
            .push(say!("正文以外的 {signs} 个字（导航、页眉、页脚）没有导入", "{signs} characters around the content"));
    }
    Ok(())
}

/// A table that is open.
#[derive(Default)]
struct Table {
    /// A table that only puts things in their places.
    layout: bool,
    rows: Rows,
}

struct Reader<'p> {
    pieces: &'p [Piece],
    blocks: &'p mut Blocks,
    text: String,
    centred: u32,
    heading: usize,
    /// The lists that are open: the number of the next entry, none for bullets.
    lists: Vec<Option<u32>>,
    entry: Option<(usize, String)>,
    tables: Vec<Table>,
    in_cell: bool,
    addresses: Vec<String>,
    pictures: Vec<(String, String)>,
    around: String,
}

impl<'p> Reader<'p> {
    fn of(pieces: &'p [Piece], blocks: &'p mut Blocks) -> Self {
        Self {
            pieces,
            blocks,
            text: String::new(),
            centred: 0,
            heading: 0,
            lists: Vec::new(),
            entry: None,
            tables: Vec::new(),
            in_cell: false,
            addresses: Vec::new(),
            pictures: Vec::new(),
            around: String::new(),
        }
    }

    fn read(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let pieces = self.pieces;
            match &pieces[at] {
                Piece::Words(words) => self.words(words),
                Piece::Open { name, .. } if AROUND.contains(&name.as_str()) => {
                    let end = end_of(pieces, at);
                    self.around.push_str(&words(&pieces[at..end]));
                    at = end;
                    continue;
                }
                Piece::Open { name, .. } => self.open(name, at),
                Piece::Close(name) => self.close(name),
            }
            at += 1;
        }
        self.flush();
        while !self.tables.is_empty() {
            self.table();
        }
    }

    /// Words in a row; line breaks of the source are blanks, and none between Chinese characters.
    fn words(&mut self, words: &str) {
        for sign in harmless(words).chars() {
            if sign.is_whitespace() && sign != '\u{3000}' {
                if !self.text.ends_with([' ', '\n']) && !self.text.is_empty() {
                    self.text.push(' ');
                }
            } else {
                if self.text.ends_with(' ') && is_cjk(sign) && self.text.trim_end().ends_with(is_cjk) {
                    self.text.truncate(self.text.trim_end().len());
                }
                self.text.push(sign);
            }
        }
    }

    fn open(&mut self, name: &str, at: usize) {
        let piece = &self.pieces[at];
        match name {
            "br" => self.text.push('\n'),
            "a" => {
                self.addresses.push(piece.attribute("href").to_owned());
                open_link(&mut self.text);
            }
            "img" => self.picture(piece.attribute("src"), piece.attribute("alt")),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = name[1..].parse().unwrap_or(1);
            }
            "ul" | "ol" => {
                self.flush();
                let first = piece.attribute("start").parse().unwrap_or(1);
                self.lists.push((name == "ol").then_some(first));
            }
            "li" => {
                self.flush();
                let depth = self.lists.len().saturating_sub(1);
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    _ => "-".to_owned(),
                };
                self.entry = Some((depth, mark));
            }
            "table" => {
                self.flush();
                let end = end_of(self.pieces, at);
                let inner = &self.pieces[at + 1..end];
                let count = |wanted: &[&str]| {
                    let is =
                        |piece: &&Piece| matches!(piece, Piece::Open { name, .. } if wanted.contains(&name.as_str()));
                    inner.iter().filter(is).count()
                };
                let layout = count(&["table", "h1", "h2", "h3"]) > 0 || count(&["td", "th"]) < 2;
                self.tables.push(Table { layout, ..Table::default() });
            }
            "tr" if self.in_table() => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(Vec::new());
                }
            }
            "td" | "th" if self.in_table() => self.cell(at),
            "p" | "div" | "center" => {
                self.edge();
                self.centred += u32::from(name == "center" || piece.attribute("align") == "center");
            }
            _ if is_block(name) => self.edge(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => {
                let address = self.addresses.pop().unwrap_or_default();
                self.named(&address);
                close_link(&mut self.text, &address);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = 0;
            }
            "ul" | "ol" => {
                self.flush();
                self.lists.pop();
            }
            "li" => {
                self.flush();
                self.entry = None;
            }
            "td" | "th" if self.in_table() => self.end_cell(),
            "table" => self.table(),
            "p" | "div" | "center" => {
                self.edge();
                self.centred = 0;
            }
            _ if is_block(name) => self.edge(),
            _ => {}
        }
    }

    /// Whether the innermost table holds data.
    fn in_table(&self) -> bool {
        self.tables.last().is_some_and(|table| !table.layout)
    }

    fn cell(&mut self, at: usize) {
        let span = |name: &str| self.pieces[at].attribute(name).parse::<u32>().unwrap_or(1).clamp(1, 1000);
        let (columns, rows) = (span("colspan"), span("rowspan"));
        self.text.clear();
        self.in_cell = true;
        if let Some(table) = self.tables.last_mut() {
            if table.rows.is_empty() {
                table.rows.push(Vec::new());
            }
            if let Some(row) = table.rows.last_mut() {
                row.push(Cell { columns, rows, ..Cell::default() });
            }
        }
    }

    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.in_cell = false;
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.rows.last_mut()?.last_mut()) {
            cell.text.push_str(text.trim());
        }
    }

    fn table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        if !table.layout {
            self.in_cell = false;
            self.blocks.table(&table.rows);
        }
        self.pictures_behind();
    }

    /// The edge of a block: a line in a cell or an entry, else the end of a paragraph.
    fn edge(&mut self) {
        if self.in_cell || self.entry.is_some() {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push('\n');
            }
        } else {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.in_cell {
            return self.edge();
        }
        let text = std::mem::take(&mut self.text);
        let set = Set { centred: self.centred > 0, size: 0 };
        if self.heading > 0 {
            self.blocks.heading(self.heading, &text, set);
        } else if let Some((depth, mark)) = &self.entry {
            self.blocks.entry(*depth, mark, &text);
        } else {
            self.blocks.paragraph(&text, set);
        }
        self.pictures_behind();
    }

    fn picture(&mut self, address: &str, alt: &str) {
        // A picture of another host would tell it who reads the page; only its address stays.
        if address.contains(':') || address.starts_with("//") {
            let address = address.to_owned();
            self.blocks
                .left_out
                .push(say!("图片在别的网站上，没有导入：{address}", "a picture on another host: {address}"));
        } else if !address.is_empty() {
            self.named(address);
            let alt = if alt.is_empty() { "图" } else { alt };
            self.pictures.push((address.to_owned(), alt.to_owned()));
        }
    }

    fn pictures_behind(&mut self) {
        if self.in_cell {
            return;
        }
        for (address, alt) in std::mem::take(&mut self.pictures) {
            self.blocks.picture(&address, &alt);
        }
    }

    /// Notes a file beside the page.
    fn named(&mut self, address: &str) {
        let inside = !address.is_empty()
            && !address.contains(':')
            && !address.starts_with(['#', '?'])
            && !address.starts_with("//");
        if inside && !self.blocks.named.iter().any(|known| known == address) {
            self.blocks.named.push(address.to_owned());
        }
    }
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 14] = [
        "article",
        "blockquote",
        "caption",
        "dd",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "hr",
        "main",
        "pre",
        "section",
        "tr",
    ];
    BLOCKS.contains(&name)
}
