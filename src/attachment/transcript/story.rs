use super::super::fault::Fault;
use super::super::markup::{Element, Markup, Token};
use super::super::parts::Relationship;
use super::block::{Blocks, Set};
use super::grid::{Cell, Rows};
use super::inline::{close_link, harmless, open_link};
use super::numbering::Numbering;
use super::styles::{Styles, on, outline_level};
use std::io::BufRead;

/// The paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<(String, u32)>,
    level: Option<usize>,
    centred: Option<bool>,
    size: u32,
    pictures: Vec<(String, String)>,
    hides: bool,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    rows: Rows,
    row: Vec<Cell>,
    cell: Option<Cell>,
}

/// What a document held beside its words.
#[derive(Default)]
pub(super) struct Found {
    /// Parts of the package, each with the name under which the text speaks of it.
    pub(super) pictures: Vec<(String, String)>,
    /// How many pieces were deleted in tracked changes.
    pub(super) deleted: usize,
    /// How many pieces are hidden.
    pub(super) hidden: usize,
}

/// Reads the body of a document.
pub(super) struct Story<'b> {
    styles: Styles,
    numbering: Numbering,
    links: &'b [Relationship],
    blocks: &'b mut Blocks,
    open: Vec<Paragraph>,
    tables: Vec<Table>,
    addresses: Vec<String>,
    taking: bool,
    in_paragraph_properties: bool,
    run_hides: bool,
    deleted: u32,
    fallback: u32,
    alt: String,
    found: Found,
}

impl<'b> Story<'b> {
    pub(super) fn of(styles: Styles, numbering: Numbering, links: &'b [Relationship], blocks: &'b mut Blocks) -> Self {
        Self {
            styles,
            numbering,
            links,
            blocks,
            open: Vec::new(),
            tables: Vec::new(),
            addresses: Vec::new(),
            taking: false,
            in_paragraph_properties: false,
            run_hides: false,
            deleted: 0,
            fallback: 0,
            alt: String::new(),
            found: Found::default(),
        }
    }

    /// Reads it to its end.
    pub(super) fn read(mut self, stream: impl BufRead) -> Result<Found, Fault> {
        let mut markup = Markup::new(stream);
        while let Some(token) = markup.token()? {
            match token {
                Token::Start(element) => self.start(&element),
                Token::Text(piece) if self.taking => self.text(&piece),
                Token::End(end) => self.end(end.name()),
                _ => {}
            }
        }
        Ok(self.found)
    }

    fn text(&mut self, piece: &str) {
        let Some(paragraph) = self.open.last_mut().filter(|_| self.fallback == 0) else { return };
        if self.deleted > 0 {
            self.found.deleted += 1;
        } else if self.run_hides || paragraph.hides {
            self.found.hidden += usize::from(!piece.trim().is_empty());
        } else {
            paragraph.text.push_str(&harmless(piece));
        }
    }

    fn start(&mut self, element: &Element) {
        let val = || element.attribute("val").unwrap_or_default().into_owned();
        match element.name() {
            "p" => self.open.push(Paragraph::default()),
            "pPr" => self.in_paragraph_properties = true,
            "r" => self.run_hides = false,
            "vanish" if !self.in_paragraph_properties => self.run_hides = on(element),
            "rStyle" if self.styles.hides(&val()) => self.run_hides = true,
            "t" => self.taking = true,
            "del" | "moveFrom" | "cellDel" => self.deleted += 1,
            "delText" => self.found.deleted += 1,
            "Fallback" => self.fallback += 1,
            "docPr" => self.alt = element.attribute("descr").unwrap_or_default().into_owned(),
            "blip" | "imagedata" if self.fallback == 0 => {
                let id = element.attribute("embed").or_else(|| element.attribute("id")).unwrap_or_default();
                self.picture(&id);
            }
            "hyperlink" => {
                let id = element.attribute("id").unwrap_or_default();
                let link = self.links.iter().find(|link| link.id == id && link.outside);
                self.addresses.push(link.map(|link| link.target.clone()).unwrap_or_default());
                if let Some(paragraph) = self.open.last_mut() {
                    open_link(&mut paragraph.text);
                }
            }
            "tbl" => self.tables.push(Table::default()),
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = Some(Cell { columns: 1, rows: 1, ..Cell::default() });
                }
            }
            name @ ("gridSpan" | "vMerge") => {
                if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
                    match name {
                        "gridSpan" => cell.columns = element.number("val").unwrap_or(1).clamp(1, 1000),
                        _ => cell.covered = val() != "restart",
                    }
                }
            }
            name => self.in_paragraph(name, element),
        }
    }

    fn in_paragraph(&mut self, name: &str, element: &Element) {
        let val = || element.attribute("val").unwrap_or_default().into_owned();
        let hides = name == "pStyle" && self.styles.hides(&val());
        let Some(paragraph) = self.open.last_mut() else { return };
        match name {
            "pStyle" => {
                paragraph.style = val();
                paragraph.hides = hides;
            }
            "outlineLvl" => paragraph.level = outline_level(&val()),
            "numId" => paragraph.list = Some((val(), paragraph.list.as_ref().map_or(0, |list| list.1))),
            "ilvl" => {
                let list = paragraph.list.take().map_or_else(String::new, |list| list.0);
                paragraph.list = Some((list, val().parse().unwrap_or(0)));
            }
            "jc" => paragraph.centred = Some(val() == "center"),
            "sz" if !self.in_paragraph_properties => {
                paragraph.size = paragraph.size.max(element.number("val").unwrap_or(0));
            }
            "tab" if !self.in_paragraph_properties && !paragraph.text.is_empty() => paragraph.text.push(' '),
            "br" | "cr" => paragraph.text.push('\n'),
            "noBreakHyphen" => paragraph.text.push('-'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.taking = false,
            "pPr" => self.in_paragraph_properties = false,
            "r" => self.run_hides = false,
            "del" | "moveFrom" | "cellDel" => self.deleted = self.deleted.saturating_sub(1),
            "Fallback" => self.fallback = self.fallback.saturating_sub(1),
            "hyperlink" => {
                let address = self.addresses.pop().unwrap_or_default();
                if let Some(paragraph) = self.open.last_mut() {
                    close_link(&mut paragraph.text, &address);
                }
            }
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph);
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row.extend(table.cell.take());
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            "tbl" => self.table(),
            _ => {}
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) {
        let style = self.styles.of_paragraph(&paragraph.style);
        let list = match (paragraph.list, style.list) {
            (Some((list, level)), styled) if list.is_empty() => styled.map(|(list, _)| (list, level)),
            (None, styled) => styled,
            (own, _) => own,
        };
        let text = paragraph.text.trim().to_owned();
        let list = list.filter(|(list, _)| list != "0" && !list.is_empty() && !text.is_empty());
        let number = list.map(|(list, depth)| (self.numbering.next(&list, depth), depth as usize));
        let set = Set {
            centred: paragraph.centred.or(style.centred).unwrap_or(false),
            size: if paragraph.size > 0 { paragraph.size } else { style.size.unwrap_or(0) },
        };
        let written = |number: &Option<(Option<String>, usize)>| {
            let number = number.as_ref().and_then(|(number, _)| number.clone()).unwrap_or_default();
            format!("{number}{text}")
        };
        // A paragraph in a cell belongs to the cell.
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            if !cell.text.is_empty() && !text.is_empty() {
                cell.text.push('\n');
            }
            cell.text.push_str(&written(&number));
        } else if style.name == "title" {
            self.blocks.title(&text, set);
        } else if let Some(level) = paragraph.level.or(style.level).filter(|level| *level < 7) {
            self.blocks.heading(level, &written(&number), set);
        } else {
            match &number {
                None => self.blocks.paragraph(&text, set),
                Some((None, depth)) => self.blocks.entry(*depth, "-", &text),
                Some((Some(mark), depth)) if is_plain_number(mark) => self.blocks.entry(*depth, mark, &text),
                Some(_) => self.blocks.paragraph(&written(&number), set),
            }
        }
        // Pictures in cells come behind the table.
        for (name, alt) in paragraph.pictures {
            self.blocks.picture(&name, &alt);
        }
    }

    fn picture(&mut self, id: &str) {
        let Some(link) = self.links.iter().find(|link| link.id == id && !link.outside) else { return };
        let extension = link.target.rsplit('.').next().unwrap_or("png").to_lowercase();
        let pictures = &mut self.found.pictures;
        let known = pictures.iter().find(|(target, _)| *target == link.target).map(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| {
            let name = format!("图{}.{extension}", pictures.len() + 1);
            pictures.push((link.target.clone(), name.clone()));
            name
        });
        let alt =
            if self.alt.is_empty() { name.split('.').next().unwrap_or("图").to_owned() } else { self.alt.clone() };
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.pictures.push((name, alt));
        }
    }

    fn table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        // A table inside a cell is told as lines of that cell.
        if let Some(cell) = self.tables.last_mut().and_then(|outer| outer.cell.as_mut()) {
            for row in &table.rows {
                let words: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                cell.text.push('\n');
                cell.text.push_str(&words.join(" "));
            }
            return;
        }
        give_heights(&mut table.rows);
        self.blocks.table(&table.rows);
    }
}

/// Whether the number of an entry is one that Markdown writes as well: `3.`
fn is_plain_number(mark: &str) -> bool {
    let digits = mark.strip_suffix('.').unwrap_or_default();
    !digits.is_empty() && digits.len() < 10 && digits.bytes().all(|sign| sign.is_ascii_digit())
}

/// Gives the first cell of a vertical merge its height.
fn give_heights(rows: &mut Rows) {
    // Words that lie under a merge are not lost.
    for cell in rows.iter_mut().flatten().filter(|cell| !cell.text.trim().is_empty()) {
        cell.covered = false;
    }
    let start = |cells: &[Cell]| cells.iter().map(|cell| cell.columns).sum::<u32>();
    for at in 0..rows.len() {
        for cell in 0..rows[at].len() {
            if rows[at][cell].covered {
                continue;
            }
            let column = start(&rows[at][..cell]);
            let below = rows[at + 1..]
                .iter()
                .take_while(|row| (0..row.len()).any(|found| row[found].covered && start(&row[..found]) == column));
            rows[at][cell].rows = 1 + below.count() as u32;
        }
    }
}
